import type { StandInDays } from '#domain/accounts/stand-in.ts'
import { counted } from '../../words/count.ts'
import { fullDate } from '../../words/time.ts'

/** A list of employees, from the file to the codes. */
export const employeeListScreen = {
  title: 'Ansatte fra liste',
  under:
    'En tabell fra personal- eller turnussystemet, lagret som CSV. Du ser hva som blir gjort før noe skjer.',
  file: 'Fil med ansatte',
  fileHelp:
    'Overskrifter: Navn, Stilling, Rolle, Seksjon, Sone. Brukernavn og HPR-nr om dere vil. Vikarer: Gjelder fra og Gjelder til. Tom rolle betyr ansatt på rute.',
  chooseFile: 'Velg fil',
  noFile: 'Ingen fil valgt',
  missingFile: 'Velg en fil først.',
  read: 'Se over',
  reading: 'Leser …',
  previewTitle: 'Se over før du lager kontoene',
  rows: (count: number) => counted(count, 'linje lest', 'linjer lest'),
  nothingChanged: 'Ingenting er endret ennå.',
  figures: { made: 'nye', known: 'har konto fra før', unclear: 'uklare' },
  unclear: 'Uklare – disse får ingen konto før linjen er rettet',
  line: (line: number) => `Linje ${line}`,
  newPlaces: 'Finnes ikke ennå, og blir laget',
  newSections: (names: string) => `Seksjoner: ${names}`,
  newZone: (section: string, zones: string) => `Soner i ${section}: ${zones}`,
  acceptPlaces: 'Navnene er riktige',
  standIn: ({ from, to }: StandInDays) => `vikar ${fullDate(from)}–${fullDate(to)}`,
  people: 'Ansatte',
  unread: (headings: string) => `Leses ikke: ${headings}.`,
  columns: {
    name: 'Navn',
    username: 'Brukernavn',
    role: 'Rolle',
    zones: 'Soner',
    signIn: 'Kan hun logge inn?',
  },
  take: (count: number) => `Lag ${counted(count, 'konto', 'kontoer')} og engangskoder`,
  taking: 'Lager …',
  nothingToMake: 'Ingen nye i lista',
  answerFirst: 'Se over navnene på nye soner først.',
  cancel: 'Velg en annen fil',
  taken: (count: number) => counted(count, 'konto er laget', 'kontoer er laget'),
  tooLarge: 'Filen er større enn 2 MB. Ta bort det som ikke trengs.',
  unanswered:
    'Fikk ikke svar fra serveren. Kontoene kan være laget. Se under Ansatte, og gi nye engangskoder derfra.',
} as const
