import { capitalized } from '../words/time.ts'

/** What cannot be verified: a nurse reads these words at night, alone. */
export const trust = {
  withheld: (what: string) => `${capitalized(what)} kan ikke bekreftes`,
  withheldMeaning:
    'Innholdet kan være endret av andre, og vises derfor ikke. Bruk papirpermen, eller ring ansvarsvakt. Hentes på nytt når telefonen får kontakt.',
  showAnyway: 'Vis likevel',
  opening: 'Åpner …',
  isLogged: 'Det blir logget at du åpner det.',
  openingRefused: 'Det ble ikke åpnet',
  openingRefusedMeaning: {
    locked: 'Telefonen ble låst. Lås opp og prøv igjen.',
    storageFailed:
      'Det lot seg ikke logge, fordi telefonen er full. Slett bilder eller andre apper, og prøv igjen.',
    tooLarge: 'Det lot seg ikke logge. Prøv igjen.',
    notTheAuthor: 'Det lot seg ikke logge. Lås telefonen, lås opp og prøv igjen.',
    alreadySigned: 'Det lot seg ikke logge. Prøv igjen.',
  },
  unverified: (what: string) => `${capitalized(what)} er ikke bekreftet`,
  unverifiedMeaning:
    'Innholdet kan være endret av andre. Sjekk mot papirpermen, eller ring ansvarsvakt, før du gjør noe. Det skrives ikke ut. Hentes på nytt når telefonen får kontakt.',
  notPrinted: (what: string) => `Permen er ikke laget. ${capitalized(what)} kan ikke bekreftes`,
  notPrintedMeaning:
    'Papir skal kunne stoles på, så det skrives ikke ut. Gå dit det er nett, så hentes det på nytt. Bruk den forrige permen så lenge.',
  older: (what: string) => `${capitalized(what)} er eldre enn det telefonen hadde`,
  olderMeaning: (when: string) =>
    `Det som vises, er fra ${when}. Nyere hentes når telefonen får kontakt.`,
  atLeast: (count: number) => `minst ${count}`,
  unknownCount: 'ukjent',
  nameWithheld: 'Bruker som ikke kan vises nå',
  noHits: (text: string) => `Fant ikke «${text}» i det telefonen kan vise`,
  noHitsText:
    'Brukeren kan finnes likevel: ikke alt vises nå. Bruk papirpermen, eller ring ansvarsvakt.',
  somewhere: 'Noe på telefonen kan ikke bekreftes',
  somewhereOpened: 'Noe du har åpnet, er ikke bekreftet',
  seeWhat: 'Se hva under Lister',
} as const
