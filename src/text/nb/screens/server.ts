/** Whether the answers are the municipality's own server's, and what to do when they are not. */
export const server = {
  title: 'Kommunens server',
  unvouched: 'Svarene er ikke fra kommunens server',
  unvouchedMeaning: 'Ingenting hentes. Det du skriver, er trygt.',
  whatToDo: 'Hva gjør jeg?',
  steps: [
    'Bytt nett: slå av wifi og bruk mobilnettet. Et gjestenett kan svare i stedet for serveren.',
    'Arbeid videre som vanlig. Alt på telefonen virker, og det du skriver, er trygt.',
    'Varer det mer enn en time, ring ansvarsvakt eller leder. Spør om serveren er satt opp på nytt.',
    'Bare når leder sier at serveren er ny: registrer telefonen på nytt.',
  ],
  stepsLabel: 'Gjør dette',
  again: 'Registrer telefonen på nytt',
  againMeaning:
    'Ingenting av det du har skrevet, blir borte. Det som ikke er sendt, ligger på telefonen og blir sendt etterpå.',
  signInFirst: 'Logg inn for å registrere på nytt',
  unconfirmed: 'Serveren er ikke bekreftet',
  unconfirmedMeaning:
    'Telefonen stoler på serveren den møtte først. Sammenlign koden med leders, så er du sikker.',
  howToConfirm: 'Slik bekrefter du',
  confirmed: 'Serveren er bekreftet',
  confirmedMeaning: 'Koden er sammenlignet. Telefonen tar bare imot svar fra denne serveren.',
  notKnown: 'Telefonen kjenner ingen server ennå',
  notKnownMeaning: 'Den blir kjent når du klargjør telefonen.',
  codeHere: 'Koden på denne telefonen',
  confirmTitle: 'Bekreft serveren',
  confirmHow:
    'Be leder åpne «Kode for nye telefoner» under Mer, eller finn koden på arket fra oppsettet. Skriv den her.',
  codeField: 'Koden fra leder eller ark',
  codeHelp: 'Fire grupper med fem tegn. Store og små bokstaver er like.',
  confirm: 'Sammenlign',
  codeMissing: 'Skriv alle tjue tegnene.',
  codeDiffers:
    'Koden er ikke den samme som på denne telefonen. Sjekk hvert tegn. Er den fortsatt ulik: ikke stol på nye lister, og ring leder.',
  confirmRefused: {
    locked: 'Telefonen ble låst. Lås opp og prøv igjen.',
    otherServer: 'Telefonen har fått en annen server imens. Prøv igjen.',
  },
  newPhones: 'Kode for nye telefoner',
  newPhonesMeaning: 'Med den vet en ny telefon at den møter kommunens server, og ingen annen.',
  ownNotConfirmed: 'Koden er ikke bekreftet på din telefon',
  ownNotConfirmedMeaning:
    'Sammenlign den med arket fra oppsettet av serveren før du gir den til andre.',
  readAloud: 'Les opp, eller la den nye telefonen skanne.',
  link: 'Lenke',
  linkMeaning: 'Kan sendes til den som skal klargjøre telefonen sin. Den gir ingen tilgang alene.',
  copy: 'Kopier lenken',
  copied: 'Lenken er kopiert',
  copyFailed: 'Fikk ikke kopiert. Marker lenken og kopier den selv.',
  qr: 'QR-kode med lenken',
} as const
