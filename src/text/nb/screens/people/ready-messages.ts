export const readyMessages = {
  title: 'Ferdige meldinger',
  crisisNumber: 'Krisenummer',
  noCrisisNumber: 'Krisenummeret er ikke skrevet inn',
  noCrisisNumberText:
    'Seksjonsleder legger det inn under Numre, som «Krisenummer for brukere og pårørende». Meldingene sendes uten nummer så lenge.',
  toContacts: 'Numre',
  to: { patient: 'Til brukere', nextOfKin: 'Til pårørende' },
  toPatient: (name: string) => `Til ${name}`,
  meaning: 'Uten navn og helseopplysninger. Skriv ikke til noe om hvem det gjelder.',
  send: 'Åpne i SMS',
  sendTo: (name: string) => `SMS til ${name}`,
  copy: 'Kopier',
  copied: 'Kopiert',
  copyFailed: 'Kunne ikke kopiere. Hold fingeren på teksten, og velg Kopier.',
  empty: 'Ingen ferdige meldinger på telefonen',
  emptyText: 'De kommer når telefonen har vært på nett etter at du logget inn.',
  noPhones: 'Ingen telefonnummer er registrert.',
} as const
