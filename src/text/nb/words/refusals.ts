/** The text of each refusal of the server, which says what to do. */
export const refusals = {
  unreadable: 'Serveren forstod ikke det som ble sendt. Last siden på nytt og prøv igjen.',
  tooLarge: 'Det som ble sendt, er for stort. Del det opp og prøv igjen.',
  wrongProtocol: 'Appen er av en annen versjon enn serveren. Oppdater appen.',
  signInNeeded: 'Du må logge inn.',
  signInAgain: 'Det er en stund siden du logget inn. Skriv passordet ditt en gang til.',
  wrongSignIn: 'Feil brukernavn eller passord.',
  tooManyTries: 'For mange forsøk. Vent litt før du prøver igjen.',
  hourlyLimit:
    'Du har hentet det du kan i løpet av en time. Ring ansvarsvakta i sonen, eller vent litt.',
  notAllowed: 'Du har ikke tilgang til dette.',
  unknownDevice: 'Serveren kjenner ikke denne enheten. Logg inn på enheten på nytt.',
  awaitingApproval: 'En leder må godkjenne telefonen før den kan tas i bruk.',
  deviceRejected: 'Lederen godkjente ikke denne telefonen. Snakk med lederen din.',
  tooManyDevices: 'Du har tre telefoner som venter på godkjenning. Be lederen din se på dem først.',
  notFound: 'Dette finnes ikke.',
  changedMeanwhile: 'Noen andre har endret dette i mellomtiden. Last på nytt og prøv igjen.',
  busy: 'Serveren har mye å gjøre. Prøv igjen om litt.',
  fault: 'Noe gikk galt på serveren. Prøv igjen om litt.',
}

/** What `busy` says where the server answers and cannot store. */
export const cannotStore = {
  diskFull:
    'Databasen har ikke plass til mer, så ingenting av dette er lagret. Si fra til den som drifter Beredt: Frigjør plass på disken der databasen ligger, og prøv igjen.',
  writeFailed:
    'Databasen får ikke skrevet, så ingenting av dette er lagret. Si fra til den som drifter Beredt: Se i databasens logg, og prøv igjen når den tar imot.',
} as const

/** What a stand-in is told who has given the right password outside her time. */
export const outsideTime = {
  notBegun: (day: string) =>
    `Tilgangen din gjelder fra ${day}. Prøv igjen da, eller ring lederen din.`,
  ended: (day: string) =>
    `Tilgangen din gjaldt til ${day}. Skal du jobbe mer, ber du lederen din forlenge den.`,
} as const

/** What `wrongProtocol` says when it is known who is behind. */
export const otherProtocol = {
  appOlder: 'Appen er eldre enn serveren. Oppdater appen.',
  serverOlder: 'Serveren er eldre enn appen. Si fra til den som drifter Beredt.',
} as const
