/** Fetching what is not on the device, one patient at a time. */
export const fetches = {
  fetch: {
    details: 'Hent legemiddelark og detaljer',
    code: 'Hent kode',
    address: 'Hent adressen',
  },
  tryNevertheless: {
    details: 'Prøv å hente likevel',
    code: 'Prøv å hente koden likevel',
    address: 'Prøv å hente adressen likevel',
  },
  submit: { details: 'Hent og vis', code: 'Hent og vis koden', address: 'Hent og vis adressen' },
  meaning: {
    details:
      'Legemiddelark og detaljer er ikke på denne enheten. De hentes for denne brukeren, vises i en time og blir ikke lagret her. Grunnen din blir logget.',
    code: 'Koden er ikke på denne enheten. Den hentes for denne brukeren, vises i en time og blir ikke lagret her. Grunnen din blir logget.',
    address:
      'Adressen er skjult av hensyn til sikkerheten, og er ikke på denne enheten. Den vises i en time og blir ikke lagret her. Grunnen din blir logget, og kontrollert neste dag.',
  },
  why: 'Hvorfor trenger du det?',
  reasons: [
    'Veileder enheten på telefon',
    'Følger alarmer på annen måte',
    'Sonen har ikke egne opplysninger nå',
  ],
  ownWords: 'Med egne ord',
  reasonMissing: 'Velg eller skriv en grunn, minst to ord.',
  needsNetwork: 'Dette trenger nett',
  ringInstead: (zone: string) =>
    `Uten nett: ring ansvarsvakta i ${zone}, som har opplysningene på telefonen.`,
  signInNeeded: 'Logg inn for å hente',
  shownUntil: (when: string) =>
    `Hentet fra serveren og logget. Vises til ${when}, eller til du låser.`,
  heading: 'Legemiddelark og detaljer',
  noCode: 'Ingen koder er registrert.',
  nothing: 'Ingen legemidler eller detaljer er registrert. Ring ansvarsvakta og spør.',
  notInMemory: 'Legemiddelarket er ikke hentet',
  notInMemoryText: 'Gå til hovedkortet og hent det med en grunn. Det vises i en time.',
  notesElsewhere: 'Notatene fra kollegene er hos sonen. Ansvarsvakta har dem.',
} as const
