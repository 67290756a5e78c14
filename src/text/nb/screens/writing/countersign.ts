export const countersign = {
  title: 'Dobbeltkontroll',
  meaning:
    'En annen enn den som skrev det, leser gjennom og signerer med sin egen kode. Det blir en egen oppføring; notatet endres ikke.',
  what: 'Hva er kontrollert?',
  sign: 'Signer dobbeltkontrollen',
  signing: 'Signerer …',
  byOther: 'En kollega signerer her',
  whoControls: 'Hvem har kontrollert?',
  whoControlsHelp: (name: string) => `${name} har telefonen låst opp, og blir ikke logget ut.`,
  nobodyHere:
    'Ingen andre har kode på denne telefonen. En kollega kan signere på sin egen telefon når notatet er sendt.',
  asWhom: (name: string) => `${name} signerer dobbeltkontrollen`,
  otherPerson: 'Velg en annen',
  later: 'Senere. Notatet er signert, og står under Skriv til en kollega har kontrollert det.',
  done: 'Dobbeltkontrollen er signert og lagret på telefonen',
  toPatient: 'Til hovedkortet',
  toSigningList: 'Til signeringslista',
  ownNote: 'Du skrev det selv, så en annen må kontrollere.',
  notForRole: 'Rollen din dobbeltkontrollerer ikke. Be en kollega i sonen.',
  otherNotForRole: 'Rollen til kollegaen dobbeltkontrollerer ikke. Velg en annen.',
  unknown: 'Notatet er ikke på denne telefonen',
  unknownText: 'Det kan være eldre enn 14 dager, eller ikke hentet hit ennå.',
  noHash: 'Notatet kan ikke dobbeltkontrolleres her',
  noHashText:
    'Det ble mottatt av en eldre utgave av serveren. Kontroller på telefonen det ble skrevet på.',
  notNeeded: 'Trukne notater dobbeltkontrolleres ikke.',
  locked: 'Telefonen ble låst. Lås opp og signer på nytt.',
  failed: 'Lot seg ikke signere. Prøv igjen.',
} as const

export const withdraw = {
  title: 'Ført ved en feil',
  meaning:
    'Notatet blir stående og kan leses, og alle ser at det ikke gjelder. Er bare noe i det feil, rett det i stedet.',
  what: 'Hva trekkes?',
  why: 'Hvorfor?',
  reason: 'Hvorfor gjelder det ikke?',
  reasonHelp: 'For eksempel feil bruker, eller noe som ikke ble gjort.',
  reasonMissing: 'Skriv hvorfor det trekkes.',
  sign: 'Signer at det ikke gjelder',
  signing: 'Signerer …',
  link: 'Før som feil',
  notYours: 'Bare den som skrev det, kan trekke det',
  notYoursText: 'Skriv et nytt notat om det som er feil, eller be den som skrev det.',
  already: 'Notatet er trukket fra før',
} as const
