import { counted } from '../words/count.ts'

type Taken = Record<'stored' | 'duplicate' | 'conflict' | 'quarantined' | 'unvouched', number>

const entries = (count: number) => counted(count, 'oppføring', 'oppføringer')

/** The words of `npm run outbox`. */
export const outboxCommand = {
  usage: 'Bruk: npm run outbox -- FIL [--json]',
  unreadable: (file: string) =>
    `${file} er ikke en fil som Beredt har laget, eller den er endret eller ødelagt. Ingenting er tatt inn. Hent den på nytt fra telefonen.`,
  taken: ({ stored, duplicate, conflict, quarantined, unvouched }: Taken) =>
    [
      `${entries(stored)} er tatt inn.`,
      ...(duplicate === 0 ? [] : [`${entries(duplicate)} var mottatt før.`]),
      ...(conflict + quarantined === 0
        ? []
        : [`${entries(conflict + quarantined)} er tatt vare på, men må sees på av en person.`]),
      ...(unvouched === 0
        ? []
        : [
            `${entries(unvouched)} er ikke tatt inn: de er fra en telefon som denne serveren ikke kjenner. Ta vare på filen og telefonen.`,
          ]),
      'De får sin virkning når serveren kjører.',
    ].join('\n'),
} as const
