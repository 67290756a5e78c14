import type { AlarmKind } from '#domain/trust/alarm.ts'

type AlarmFacts = { what: string | null; who: string | null; phone: string | null }
type AlarmWords = { title: string; happened: (facts: AlarmFacts) => string; todo: string }

const somebody = 'Noen'
const list = 'noe'
const phoneText = (phone: string | null) => (phone === null ? 'en telefon' : `«${phone}»`)

export const alarms = {
  title: 'Varsler',
  meaning: 'Det serveren har reagert på. Ingen brukere er nevnt her.',
  waiting: 'Henter varslene …',
  none: 'Ingen varsler',
  noneMeaning: 'Serveren har ikke reagert på noe.',
  offline: 'Får ikke hentet varslene',
  offlineMeaning: 'De ligger på serveren. Gå dit det er nett, og prøv igjen.',
  refused: 'Serveren ga ikke varslene',
  tryAgain: 'Prøv igjen',
  signIn: 'Logg inn',
  todo: 'Gjør dette',
  kinds: {
    restoredStream: {
      title: 'Serveren er eldre enn en telefon',
      happened: ({ what, phone }) =>
        `${phoneText(phone)} hadde noe nyere enn serveren${what === null ? '' : `: ${what}`}. Slik blir det når serveren er hentet fram fra en sikkerhetskopi. Telefonene bygger nå på det serveren har, og sender det som mangler.`,
      todo: 'La dere tilbake en sikkerhetskopi? Be leder ta inn ukens lister på nytt. Gjorde dere ikke det, kan noen ha byttet ut databasen: følg TK-03.',
    },
    unverifiedOpened: {
      title: 'Åpnet uten bekreftelse',
      happened: ({ what, who, phone }) =>
        `${who ?? somebody} åpnet ${what ?? list} på ${phoneText(phone)}, selv om det ikke kunne bekreftes.`,
      todo: 'Få telefonen på nett, så hentes alt på nytt. Skjer det igjen på samme telefon: ta den ut av bruk, og følg TK-03.',
    },
  },
} as const satisfies { kinds: Record<AlarmKind, AlarmWords> } & Record<string, unknown>
