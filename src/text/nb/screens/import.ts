import type { Role } from '#domain/base/role.ts'
import type { ColumnQuestion } from '#domain/roster/column-question.ts'
import { andText } from '../words/and.ts'
import { columnNames } from '../words/imports/column-names.ts'
import { employeeCount, patientCount, rowCount } from '../words/count.ts'
import { amendmentsTitle } from '../words/amendments/amendment.ts'
import { sinceListText } from '../words/amendments/since-list.ts'

/** Of many, the first are named. */
const maxNames = 4

function namesText(holders: readonly { name: string }[]): string {
  const names = holders.slice(0, maxNames).map(({ name }) => name)
  const others = holders.length - names.length
  return andText(others > 0 ? [...names, `${others} til`] : names)
}

export const importLists = {
  title: 'Ukens lister',
  meaning: 'Velg filen som EPJ har laget. Ingenting endres før du har sett over og tatt inn.',
  section: 'Seksjon',
  file: 'Fil fra EPJ',
  fileHelp: 'CSV, TSV eller FHIR-pakke (JSON).',
  read: 'Les filen',
  reading: 'Leser filen …',
  steps: {
    waiting: 'Venter på en annen liste som leses',
    reading: 'Leser filen',
    comparing: 'Sammenligner med listen som står',
    writing: 'Skriver den nye listen',
  },
  stop: 'Stopp',
  stepCount: (done: number, of: number) => `${done} av ${of}`,
  takeCancelled:
    'Avbrutt. Listen er vanligvis ikke tatt inn, men kan ha rukket det. Avbryt og se under «Siste liste», eller les filen på nytt.',
  last: 'Siste liste',
  lastOf: (section: string) => `Siste liste, ${section}`,
  lastAsking: 'Henter …',
  lastFailed: 'Får ikke kontakt med Beredt, så siste liste vises ikke nå.',
  lastNone: 'Det er ikke tatt inn noen liste ennå.',
  takenBy: (at: string, by: string | null) =>
    `Tatt inn ${at} ${by === null ? 'av en automatisk kjøring' : `av ${by}`}`,
  lastFigures: (figures: { people: number; added: number; changed: number; gone: number }) =>
    `${patientCount(figures.people)}: ${figures.added} nye, ${figures.changed} endret, ${figures.gone} ute av listen`,
  nothingBefore: 'Det er ingen tidligere liste å hente tilbake.',
  restoreAsk: (fileName: string) =>
    `«${fileName}» tas ut igjen, og listen fra før den står på alle telefoner. Er det riktig?`,
  restoreYes: 'Ja, hent tilbake forrige uke',
  restoreNo: 'Nei, behold listen',
  chooseFile: 'Velg fil',
  noFile: 'Ingen fil er valgt',
  missingFile: 'Velg en fil først.',
  previewTitle: 'Se over før du tar inn',
  details: 'Detaljer',
  nothingChanged: 'Ingenting er endret ennå.',
  rowsRead: (rows: number) => `${rowCount(rows)} lest`,
  figures: {
    added: 'nye',
    changed: 'endret',
    gone: 'ute av listen',
    unchanged: 'uendret',
    unreadable: 'kunne ikke leses',
  },
  unreadable: 'Kunne ikke leses – disse kommer ikke med',
  line: (line: number) => `Linje ${line}`,
  changed: 'Endret',
  columns: { patient: 'Bruker', field: 'Felt', before: 'Før', now: 'Nå' },
  newOnes: 'Nye',
  goneOnes: 'Ute av listen',
  warnings: 'Verdt å sjekke',
  showLines: (count: number) => `Vis ${rowCount(count)}`,
  skipped: 'Hoppet over – overskrifter, summer og bunntekst',
  merged: 'Slått sammen',
  mergedText: (count: number) =>
    `${rowCount(count)} hører til noen som står på en annen rad, og er lest som samme bruker.`,
  mergedLines: (lines: readonly number[]) => `Linje ${andText(lines.map(String))}`,
  questions: 'Svar på dette først',
  newZoneTitle: (zone: string) => `Ny sone: ${zone}`,
  newZone: (zone: string, people: number) =>
    `Filen har ${zone} med ${patientCount(people)}. Seksjonen har ingen slik sone fra før.`,
  holders: (holders: readonly { name: string; role: Role }[]) => {
    const others = holders.filter(({ role }) => role !== 'sectionLeader')
    return others.length === 0
      ? `Bare ${namesText(holders)} får sonen. Andre ansatte ser ikke brukerne i den.`
      : `${namesText(holders)} får sonen.`
  },
  zoneChoices: {
    asListed: (zone: string) => `Ja, lag ${zone} som ny sone`,
    named: 'Rett navnet',
    existing: 'Legg under en sone vi har',
  },
  zoneName: 'Riktig navn på sonen',
  takeName: 'Bruk dette navnet',
  zoneUnder: 'Sonen de hører til',
  chooseZone: 'Velg sone',
  placed: (listed: string, zone: string) => `${listed} i filen er lagt under ${zone}.`,
  unplace: (listed: string) => `Angre for ${listed}`,
  madeZone: (zone: string, people: number, holders: number) =>
    `Ny sone: ${zone}, ${patientCount(people)}. ${employeeCount(holders)} har den.`,
  columnTitle: (heading: string) => `Kolonnen ${heading}`,
  columnAsk: {
    healthFacts: (heading: string, filled: number) =>
      `Kolonnen «${heading}» er ukjent, men ser ut til å ha helseopplysninger (${rowCount(filled)}). Hva er den?`,
    nameOrder: (heading: string, filled: number) =>
      `Står etternavnet først under «${heading}»? Listen viser det ikke (${rowCount(filled)}).`,
  } satisfies Record<ColumnQuestion['about'], (heading: string, filled: number) => string>,
  samples: (samples: readonly string[]) =>
    `For eksempel: ${samples.map((sample) => `«${sample}»`).join(', ')}. Svaret huskes for listene til seksjonen.`,
  saveColumn: 'Lagre svaret og les filen på nytt',
  notSaved: 'Fikk ikke svar fra Beredt, så svaret er kanskje ikke lagret. Prøv igjen.',
  columnRead: (heading: string, column: string) =>
    `Kolonnen «${heading}» leses slik det er svart før: ${column}.`,
  changeColumn: (heading: string) => `Endre for ${heading}`,
  columnNames,
  acceptShrink: (gone: number) => `Ja, ${patientCount(gone)} skal ut av listen`,
  shrink: (gone: number, of: number, zone: string) =>
    `${gone === of ? `Alle ${patientCount(of)}` : `${gone} av ${patientCount(of)}`} i ${zone} forsvinner fra listen. Er det riktig fil?`,
  answerFirst: 'Svar på spørsmålene over først.',
  restore: 'Hent tilbake forrige uke',
  restoring: 'Henter tilbake …',
  restoreUnanswered:
    'Fikk ikke svar fra Beredt. Forrige uke kan være hentet tilbake likevel. Prøv igjen når det er nett: listen går aldri mer enn én uke tilbake.',
  restored: (people: number) => `Forrige liste er hentet tilbake, ${patientCount(people)}`,
  restoredText: (fileName: string) => `«${fileName}» er tatt ut igjen.`,
  take: (people: number) => `Ta inn ${patientCount(people)}`,
  taking: 'Tar inn …',
  takeUnanswered:
    'Fikk ikke svar fra Beredt. Listen kan være tatt inn likevel. Les filen på nytt når det er nett: da står det hva som er igjen å endre.',
  cancel: 'Avbryt',
  sinceListTitle: amendmentsTitle,
  sinceList: sinceListText,
  sinceListText:
    'Det lista bekrefter, slutter å stå oppå den. Det som ikke stemmer, avgjør du etterpå under «Endringer som ikke stemmer med lista». Resten står til en liste sier noe om det.',
  decide: 'Endringer som ikke stemmer med lista',
  canRestore: 'Forrige uke kan hentes tilbake.',
  taken: (people: number) => `${patientCount(people)} er tatt inn`,
  takenText: 'Telefonene henter dem når de har nett.',
  another: 'Ta inn en fil til',
  signInFirst: 'Logg inn for å ta inn lister',
  signInText:
    'Å ta inn lister trenger nett og innlogging. Det du har på enheten, kan du lese uten.',
  signIn: 'Logg inn',
  failed: 'Listen er ikke tatt inn',
  offline: 'Får ikke kontakt med Beredt. Ingenting er endret. Prøv igjen når det er nett.',
  tooLarge: (megabytes: number) =>
    `Filen er større enn ${megabytes} MB. Hent ut listen sone for sone.`,
  moreRows: (count: number) => `… og ${count} til`,
} as const
