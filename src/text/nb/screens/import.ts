import { patientCount, rowCount } from '../words/count.ts'
import { amendmentsTitle } from '../words/amendments/amendment.ts'
import { sinceListText } from '../words/amendments/since-list.ts'

export const importLists = {
  title: 'Ukens lister',
  meaning: 'Velg filen som EPJ har laget. Ingenting endres før du har sett over og tatt inn.',
  section: 'Seksjon',
  file: 'Fil fra EPJ',
  fileHelp: 'CSV, TSV eller FHIR-pakke (JSON).',
  read: 'Les filen',
  reading: 'Leser filen …',
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
  questions: 'Svar på dette først',
  acceptZones: (zones: string) =>
    `Ja, lag ${zones} som ny${zones.includes(',') ? 'e soner' : ' sone'}`,
  newZone: (zone: string, people: number) => `${zone}, ${patientCount(people)}`,
  newZones: (zones: string) => `Filen har soner som ikke finnes fra før: ${zones}. Er de riktige?`,
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
