import { counted } from '../words/count.ts'
import { unsignedText } from '../words/notes/unsigned.ts'

export const unlock = {
  title: 'Lås opp',
  writeCode: 'Skriv koden din',
  writeWords: 'Skriv ordene dine',
  words: 'Ordene dine',
  wordsInstead: 'Ord i stedet',
  digitsInstead: 'Tall i stedet',
  remove: 'Slett',
  keypad: 'Talltastatur',
  open: 'Lås opp',
  opening: 'Låser opp …',
  typed: (count: number) => counted(count, 'tall skrevet', 'tall skrevet'),
  nameless: 'Ansatt uten lesbart navn',
  switchEmployee: 'Bytt ansatt',
  whoAreYou: 'Hvem er du?',
  addEmployee: 'Ny på denne telefonen',
  addEmployeeMeaning: 'Står du ikke her? Logg inn og lag din egen kode.',
  listsFrom: (when: string) => `Listene er fra ${when}`,
  listsFetched: (when: string) =>
    `Lister hentet ${when}. Hvor gamle de er, ser du når du låser opp.`,
  noLists: 'Ingen lister på telefonen ennå',
  zones: (names: string) => ` · sone ${names}`,
  unsent: (count: number) =>
    `${count} ikke sendt – ${count === 1 ? 'den er trygg' : 'de er trygge'} på telefonen`,
  allSent: 'Alt er sendt',
  allSignedSent: 'Alt som er signert, er sendt',
  unsigned: unsignedText,
  wrongCode: (left: number) =>
    left === 1
      ? 'Feil kode. Ett forsøk igjen før koden din slettes fra telefonen.'
      : `Feil kode. ${left} forsøk igjen.`,
  triesLeft: (left: number) => (left === 1 ? 'Ett forsøk igjen.' : `${left} forsøk igjen.`),
  wait: (duration: string) => `Vent ${duration} før neste forsøk.`,
  seconds: (count: number) => counted(count, 'sekund', 'sekunder'),
  erased: 'Koden din er slettet fra denne telefonen',
  erasedMeaning:
    'For mange feil koder. Det som ikke er sendt, ligger fortsatt kryptert på telefonen og blir sendt. Logg inn på nett for å lage ny kode. Uten nett: be en kollega låse opp, eller bruk papirpermen.',
  closed: (when: string) => `Tilgangen din ble avsluttet ${when}`,
  closedMeaning:
    'Koden din og listene dine er slettet fra denne telefonen. Det du har signert, er trygt: det som ikke er sendt, ligger kryptert her og blir sendt. Utkast som ikke var signert, er borte. Lever telefonen til lederen din. Er dette feil, ringer du lederen din.',
  signInAgain: 'Har du fått tilgang igjen? Logg inn',
  broken: 'Koden kan ikke brukes på denne telefonen',
  brokenMeaning:
    'Nøkkelen på telefonen lar seg ikke åpne. Det som ikke er sendt, er trygt og blir sendt. Logg inn på nett for å klargjøre telefonen på nytt.',
  altered: 'Låsen på telefonen er endret',
  alteredMeaning:
    'Noe annet enn Beredt har endret det som låser opp for deg. Koden er ikke prøvd, og du har ikke mistet noe forsøk. Det som ikke er sendt, er trygt og blir sendt. Ring lederen din eller IKT, og la telefonen ligge til de har sett på den. Haster det: logg inn på nett og lag ny kode, be en kollega låse opp, eller bruk papirpermen.',
  makeNewCode: 'Logg inn og lag ny kode',
  notReady: 'Denne telefonen er ikke klargjort',
} as const
