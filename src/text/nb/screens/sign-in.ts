export const signIn = {
  title: 'Logg inn',
  meaning: 'Med brukernavnet og passordet du har fått til Beredt. Dette trenger nett.',
  onceMore:
    'Logg inn på nytt for å hente lister og ta inn nye. Det du har på telefonen, kan du lese og skrive uten.',
  username: 'Brukernavn',
  password: 'Passord',
  submit: 'Logg inn',
  busy: 'Logger inn …',
  back: 'Tilbake uten å logge inn',
  wiped: 'Det som lå på denne telefonen, er borte',
  wipedText:
    'Nettleseren har slettet det. Var noe skrevet og ikke sendt, må det skrives på nytt. Si fra til leder, og klargjør telefonen igjen.',
  /** While the phone asks for a session that she had. */
  resuming: (name: string | null) =>
    name === null ? 'Henter innloggingen …' : `Henter innloggingen til ${name} …`,
  passwordOf: (name: string) =>
    `${name} må skrive passordet sitt for å hente nye lister. Det du har på telefonen, kan du lese og skrive uten.`,
  asUsername: (username: string) => `Brukernavn: ${username}.`,
  asOther: 'Logg inn som en annen',
  missing: 'Skriv både brukernavn og passord.',
  offline:
    'Får ikke kontakt med Beredt. Sjekk nettet og prøv igjen. Er telefonen klargjort, kan du låse den opp uten nett.',
  asEmployee: (name: string) => `Logget inn som ${name}`,
  firstTitle: 'Ta Beredt i bruk',
  firstMeaning: 'Lenken virker én gang. Den som fyller ut dette, blir administrator.',
  municipality: 'Kommunens navn',
  yourName: 'Navnet ditt',
  passwordHelp: 'Minst tolv tegn.',
  passwordTooShort: 'Passordet må ha minst tolv tegn.',
  fillIn: 'Må fylles ut.',
  fillAll: 'Fyll ut alle feltene.',
  firstSubmit: 'Opprett',
} as const
