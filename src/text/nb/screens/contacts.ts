import { contactGroups, contactWords } from '../words/cards/municipality-contact.ts'

export const contacts = {
  ...contactWords,
  groups: contactGroups,
  meaning: 'Numrene som kortene bruker. De ligger på telefonen, også uten nett.',
  empty: 'Ingen numre på telefonen',
  emptyText: 'De kommer når telefonen har vært på nett. Bruk papirpermen så lenge.',
  states: {
    missing: 'Nummer mangler',
    unchecked: 'Ikke kontrollert',
    stale: (on: string) => `Kontrollert ${on}, over ett år siden`,
    checked: (on: string) => `Kontrollert ${on}`,
  },
  toKeep: (missing: number, old: number) =>
    [
      missing === 0 ? '' : `${missing} mangler nummer`,
      old === 0 ? '' : `${old} er ikke kontrollert det siste året`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  toKeepText: 'Trykk på en linje for å skrive inn nummeret eller kontrollere det.',
  allKept: 'Alle numre er kontrollert det siste året',
  add: 'Legg til',
  back: 'Til alle numre',
  newTitle: 'Nytt nummer',
  unknown: 'Nummeret finnes ikke på denne telefonen',
  group: 'Hvor skal det stå?',
  role: 'Hvem er det?',
  roleHelp: 'Det kortene sier, som «HDU-vakt».',
  name: 'Firma, person eller når det gjelder',
  number: (place: number) => (place === 1 ? 'Telefon' : `Telefon ${place}`),
  note: 'Merknad til nummeret',
  noteHelp: 'Som «hverdag 15–24».',
  another: 'Et nummer til',
  reserveLabel: 'Når telefonen ikke virker',
  reserveHelp: 'Hvor dere møter opp, eller hvilket samband dere bruker.',
  powerPoint: 'Sted med strøm, der noen kan lade eller flyttes til',
  powerPointHelp:
    'Vises på «Tom først» for den som må flyttes, når stedet rekkes før batteriet er tomt. La feltene stå tomme for alle andre.',
  driveFrom: (zone: string) => `Minutter å kjøre fra ${zone}`,
  pointHours: 'Åpent',
  drivenBy: 'Hvem kjører',
  minutesFault: 'Skriv minutter, som 20.',
  check: 'Lagre: kontrollert i dag',
  checkAsIs: 'Kontrollert i dag',
  save: 'Lagre uten å kontrollere',
  saving: 'Lagrer …',
  saved: 'Lagret',
  savedText: 'Telefonene får det når de har nett. Skriv ut permen på nytt, så står det der også.',
  roleMissing: 'Skriv hvem det er.',
  unreadable: 'Bruk vanlige bokstaver, på én linje.',
  groupMissing: 'Velg hvor det skal stå.',
  numberFault:
    'Skriv bare siffer og mellomrom, som 33 41 60 00. Et utenlandsk nummer begynner med +.',
  noteAlone: 'Skriv nummeret, eller ta bort merknaden.',
  notSaved: 'Det ble ikke lagret',
  offline:
    'Numre lagres på serveren. Prøv igjen når det er nett; det du har skrevet, står her så lenge.',
  signIn: 'Logg inn på serveren',
} as const
