import { counted, documentCount } from '../words/count.ts'
import { firstName, withinSentence } from '../words/name.ts'
import { unsignedText } from '../words/notes/unsigned.ts'

export const shell = {
  appName: 'Beredt',
  waiting: 'Henter fram …',
  waitingMeaning: 'Leser fra telefonen. Dette trenger ikke nett.',
  updateReady: 'Ny versjon klar',
  updateMeaning: 'Det du skriver på, blir ikke borte når du tar den i bruk.',
  updateWaits: 'Signer eller lukk det du skriver på først.',
  takeUpdate: 'Ta i bruk ny versjon',
  fault: 'Noe gikk galt her',
  faultSafe: 'Beredt har ikke slettet noe',
  faultMeaning: 'Prøv å åpne siden på nytt.',
  wiped: 'Nettleseren har slettet det som lå på enheten',
  wipedMeaning:
    'Lister, utkast og det som ikke var sendt, er borte herfra. Det du har på skjermen nå, er ikke lagret: ta det ut som fil, eller skriv det på papir, før du lukker eller låser. Logg så inn på nytt.',
  cannotStoreLists: 'Telefonen får ikke lagret nye lister',
  cannotStoreListsMeaning: 'De du har, blir eldre. Slett bilder eller andre apper for å få plass.',
  openAgain: 'Åpne på nytt',
  toFront: 'Gå til forsiden',
  failed: 'Kunne ikke lese fra telefonen',
  failedMeaning:
    'Dette er en feil, ikke en tom liste. Prøv igjen. Hjelper det ikke: lukk appen helt og åpne den på nytt, eller bruk papirpermen.',
  locked: 'Telefonen er låst',
  lockedMeaning: 'Lås opp med koden din for å lese.',
  missingZones: 'Ikke alle sonene dine er hentet',
  missingZonesMeaning: 'Her mangler brukere. Gå dit det er nett, så hentes resten.',
  damaged: 'Ikke alt lot seg lese',
  damagedMeaning:
    'Det som står her er ikke hele listen. Koble til nett, så hentes den på nytt. Bruk papirpermen så lenge.',
  newer: (count: number) => `${documentCount(count)} trenger en nyere app`,
  newerMeaning:
    'Det som står her er ikke alt. Gå dit det er nett, og ta i bruk den nye versjonen når Beredt spør. Bruk papirpermen så lenge.',
  tryAgain: 'Prøv igjen',
  storageFailing: 'Telefonen tar ikke imot det du skriver',
  storageFailingMeaning:
    'Ikke lukk appen. Skriv det viktigste på papir, frigjør plass på telefonen og prøv igjen.',
  heldOpenings: (count: number) =>
    counted(
      count,
      'åpning av hovedkort er ikke logget ennå',
      'åpninger av hovedkort er ikke logget ennå',
    ),
  heldOpeningsMeaning:
    'Telefonen er full. Slett bilder eller andre apper, så logges det av seg selv. Låses telefonen eller lukkes appen før det er plass, går det tapt: si fra til leder hvilke kort du åpnet.',
  unknownPlace: 'Siden finnes ikke',
  unknownPlaceMeaning: 'Adressen er feil eller gammel.',
  skip: 'Hopp til innholdet',
  menu: 'Hovedmeny',
  instruments: 'Tilstand for data og sending',
  listsFrom: 'Lister fra',
  unsent: 'Ikke sendt',
  unreceipted: 'Ikke bekreftet',
  noLists: 'Ingen',
  hiddenLists: 'Vises ikke',
  listsNotForRole: 'Gjelder ikke',
  openingLists: '…',
  numbers: 'Viktige numre',
  /** «Ring ansvarsvakt, 900 00 181»; a name in capitals stays as it is. */
  callWhom: (role: string, number: string) => `Ring ${withinSentence(role)}, ${number}`,
  tabs: { now: 'Nå', lists: 'Lister', cards: 'Kort', write: 'Skriv', more: 'Mer' },
  roleMenu: {
    import: 'Ukens lister',
    binder: 'Beredskapsperm',
    received: 'Mottatt',
    review: 'Til avklaring',
    amendments: 'Stemmer ikke med lista',
    municipalForms: 'Kommunens skjema',
    newPatients: 'Nye brukere',
    deviceRequests: 'Telefoner som venter',
    begin: 'Kom i gang',
    sections: 'Seksjoner og soner',
    employees: 'Ansatte',
    newPhones: 'Nye telefoner',
    alarms: 'Varsler',
    securityEvents: 'Sikkerhet',
    roles: 'Tilganger',
  },
  network: {
    online: 'På nett',
    offline: 'Uten nett',
    offlineSince: (when: string) => `Uten nett siden ${when}`,
    notTried: 'Har ikke prøvd nettet ennå',
    elsewhere: 'Et annet Beredt-vindu sender og henter',
    trying: 'Prøver nettet …',
    allConfirmed: (when: string) => `Alt er sendt og bekreftet ${when}`,
    allSignedConfirmed: (when: string, unsigned: number) =>
      `Alt signert er bekreftet ${when}. ${unsignedText(unsigned)}`,
    allReceived: 'Alt signert er bekreftet',
    nothingToSend: 'Ingenting å sende',
    sendingOf: (sent: number, of: number) => `Sender nå, ${sent} av ${of}`,
    waitingToSend: (count: number) => `${count} venter på å bli sendt`,
    worksHere: 'Alt virker herfra',
    fetching: 'Henter nytt …',
    /** Whose session has ended: a phone is shared, and a colleague's sign-in fetches nothing for her. */
    signInNeeded: (name: string) => `Venter på ${firstName(name)}: hent nye lister`,
    awaitingLeader: (code: string) =>
      `Sendes når en leder har godkjent telefonen. Kontrolltall ${code}`,
    rejectedByLeader: 'En leder godkjente ikke telefonen. Snakk med lederen din',
    newerLists: (count: number) =>
      counted(count, 'liste trenger en nyere app', 'lister trenger en nyere app'),
    toLookAt: (count: number) =>
      counted(count, 'mottatt oppføring må sees på', 'mottatte oppføringer må sees på'),
    serverNewer: 'Appen er eldre enn serveren',
    serverNewerMeaning:
      'Ingenting sendes eller hentes før appen er oppdatert. Det du skriver, er trygt.',
    serverCannotStore: (waiting: number) =>
      waiting === 0
        ? 'Serveren får ikke lagret noe nytt nå. Det du skriver, blir på telefonen og sendes av seg selv.'
        : `Serveren får ikke lagret noe nytt nå. ${waiting} venter på telefonen og sendes av seg selv.`,
    serverOlder: 'Serveren er eldre enn appen',
    serverOlderMeaning:
      'Ingenting sendes eller hentes før serveren er oppdatert. Det du skriver, er trygt. Si fra til den som drifter Beredt.',
    lookForUpdate: 'Hent ny versjon',
    lookingForUpdate: 'Leter etter ny versjon …',
    noUpdateYet: 'Fant ingen ny versjon ennå. Prøv igjen om litt.',
    clockWrong: 'Klokken på telefonen går feil',
    clockWrongMeaning: 'Still den. Alder på lister og tidspunkter kan være feil.',
  },
  insecure: {
    title: 'Adressen er ikke sikker',
    text: 'Beredt kan bare kryptere data når adressen begynner med https (eller localhost). Be den som drifter Beredt om riktig adresse. Bruk papirpermen så lenge.',
  },
  noStorage: {
    title: 'Nettleseren lar ikke Beredt lagre noe',
    text: 'Lister og notater må ligge på enheten. Slå av privat surfing eller tillat lagring for dette nettstedet, og åpne på nytt. Bruk papirpermen så lenge.',
  },
  cover: 'Beredt er dekket til',
} as const
