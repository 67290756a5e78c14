import { counted } from '../../words/count.ts'

/** One-time codes on the screen of who gives them, on paper, and where they are used. */
export const codes = {
  title: 'Engangskoder',
  once: 'Vises bare nå',
  onceText:
    'Skriv ut og gi hver ansatt sin egen lapp, eller les den opp for henne. Går den tapt, lager du en ny.',
  print: (count: number) => `Skriv ut ${counted(count, 'lapp', 'lapper')}`,
  slips: 'Lapper',
  slip: (name: string) => `Lapp til ${name}`,
  how: (address: string) => `Åpne ${address} på telefonen din, eller pek kameraet på ruten.`,
  username: 'Brukernavn',
  code: 'Engangskode',
  until: (when: string) => `Virker én gang, til ${when}. Er du i tvil, spør lederen din.`,
  qr: (name: string) => `Lenke for ${name}`,
  done: 'Ferdig',

  firstTitle: 'Første innlogging',
  firstUnder: 'Med engangskoden du har fått. Du velger passordet selv, og ingen andre ser det.',
  password: 'Nytt passord',
  passwordHelp: 'Minst tolv tegn. Gjerne tre ord etter hverandre.',
  codeHelp: 'Tolv tegn. Store og små bokstaver er det samme.',
  unreadableCode: 'Koden har tolv tegn, i tre grupper. Se over lappen.',
  submit: 'Velg passordet og logg inn',
  wrong: 'Feil brukernavn eller kode, eller koden er gått ut. Be lederen din om en ny.',
  toFirst: 'Har du fått en engangskode?',
} as const
