import {
  daysOfPeriod,
  isClosedByTime,
  outsideTime,
  type LentZone,
  type StandInPeriod,
} from '#domain/accounts/stand-in.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { dateWords } from '../../words/time.ts'

/** Access for a time: stand-ins, and zones beside one's own. */
export const standIns = {
  title: 'Vikar',
  permanent: 'Fast tilgang, uten sluttdato.',
  fromField: 'Første dag',
  toField: 'Siste dag',
  dayHelp: 'Dag, måned og år: 14.12.2026.',
  toHelp: 'Tilgangen slutter når denne dagen er over. La stå tomt for en som er fast.',
  extend: 'Lagre vikartiden',
  make: 'Gjør til vikar',
  makeMeaning: 'Tilgangen slutter av seg selv etter siste dag.',
  openAgain: 'Gi ny vikartid',
  makePermanent: 'Gjør fast',
  end: 'Avslutt vikartiden nå',
  endAsk: (name: string) => `Skal vikartiden til ${name} avsluttes nå?`,
  endText:
    'Hun logges ut med en gang, og telefonen får ikke nye lister. Det hun har skrevet, tas vare på. Du kan gi henne ny vikartid siden.',
  endSure: 'Ja, avslutt nå',
  saved: 'Vikartiden er lagret',
  savedText: 'Den gjelder fra nå på serveren, og på telefonen neste gang den har nett.',
  fillDay: 'Skriv siste dag, for eksempel 14.12.2026.',
  unreadableDay: 'Forstår ikke datoen. Skriv dag, måned og år, for eksempel 14.12.2026.',

  lentTitle: 'Soner for en tid',
  lentMeaning: 'I tillegg til de faste. Sonen går tilbake av seg selv etter siste dag.',
  lentNone: 'Ingen soner for en tid.',
  lendZone: 'Sone',
  chooseZone: 'Velg en sone.',
  lend: 'Gi sonen for en tid',
  takeBack: 'Ta tilbake',
  takeBackNamed: (zone: string) => `Ta tilbake ${zone}`,
  lentList: 'Soner hun har for en tid',
  lent: 'Sonene er lagret',
  account: accountWords,
  zone: zoneWords,
} as const

/**
 * «vikar til 14.12.», «vikar fra 1.12. til 14.12.», «vikartiden gikk ut 14.12.». What the server has closed is over, also
 * where the page's minute is older.
 */
function accountWords(period: StandInPeriod, closedAt: Instant | null, now: Instant): string {
  const today = localClock(now).on
  const { from, to } = daysOfPeriod(period)
  switch (isClosedByTime(closedAt, period) ? 'ended' : outsideTime(period, now)?.side) {
    case 'notBegun':
      return `vikar fra ${dateWords(from, today)} til ${dateWords(to, today)}`
    case 'ended':
      return `vikartiden gikk ut ${dateWords(to, today)}`
    case undefined:
      return `vikar til ${dateWords(to, today)}`
  }
}

/** «Sør 1 til 14.12.», «Sør 1 fra 1.12. til 14.12.» */
function zoneWords(name: string, lent: LentZone, now: Instant): string {
  const today = localClock(now).on
  const { from, to } = daysOfPeriod(lent)
  const until = `til ${dateWords(to, today)}`
  return lent.from > now ? `${name} fra ${dateWords(from, today)} ${until}` : `${name} ${until}`
}
