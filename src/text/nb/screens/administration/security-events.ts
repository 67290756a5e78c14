import type { SecurityEventGroup, SecurityEventKind } from '#domain/trust/security-event.ts'

type Facts = {
  who: string | null
  by: string | null
  phone: string | null
  address: string | null
  count: number
}

const whoText = ({ who }: Facts) => who ?? 'Noen uten kjent konto'
const phoneText = ({ phone }: Facts) => (phone === null ? 'en telefon' : `«${phone}»`)
const fromText = ({ address }: Facts) => (address === null ? '' : ` fra ${address}`)
const byText = ({ by }: Facts) => (by === null ? 'Serveren' : by)

/** The administrator's log of what happened to the server's own safety. */
export const securityEvents = {
  title: 'Sikkerhetshendelser',
  meaning:
    'Innlogginger, tilganger, nøkler og det serveren har avvist. Ingen brukere er nevnt her.',
  waiting: 'Henter hendelsene …',
  none: 'Ingen hendelser',
  noneMeaning: 'Det er ikke skrevet noe av dette slaget ennå.',
  offline: 'Får ikke hentet hendelsene',
  offlineMeaning: 'De ligger på serveren. Gå dit det er nett, og prøv igjen.',
  refused: 'Serveren ga ikke hendelsene',
  tryAgain: 'Prøv igjen',
  signIn: 'Logg inn',
  older: 'Vis eldre',
  filter: 'Vis',
  all: 'Alle',
  groups: {
    signIn: 'Innlogging',
    accounts: 'Kontoer og tilganger',
    keys: 'Telefoner og nøkler',
    refused: 'Avvist',
  } satisfies Record<SecurityEventGroup, string>,
  kinds: {
    signedIn: { title: 'Logget inn', said: (facts) => `${whoText(facts)}.` },
    signInRefused: {
      title: 'Feil passord',
      said: (facts) => `${whoText(facts)}${fromText(facts)}.`,
    },
    signInBlocked: {
      title: 'Må vente etter mange feil passord',
      said: (facts) =>
        `${whoText(facts)}${fromText(facts)}. Ring den det gjelder: Var det ikke henne, prøver noen å gjette.`,
    },
    accountCreated: {
      title: 'Ny konto',
      said: (facts) => `${whoText(facts)}. Lagt inn av: ${byText(facts)}.`,
    },
    roleChanged: {
      title: 'Endret rolle',
      said: (facts) => `${whoText(facts)}. Endret av: ${byText(facts)}.`,
    },
    zonesChanged: {
      title: 'Endrede soner',
      said: (facts) => `${whoText(facts)}. Endret av: ${byText(facts)}.`,
    },
    accountClosed: {
      title: 'Konto stengt',
      said: (facts) => `${whoText(facts)}. Stengt av: ${byText(facts)}.`,
    },
    settingsChanged: {
      title: 'Kommunens innstillinger endret',
      said: (facts) => `Endret av: ${byText(facts)}.`,
    },
    deviceEnrolled: {
      title: 'Telefon registrert',
      said: (facts) => `${whoText(facts)} på ${phoneText(facts)}.`,
    },
    deviceClosed: {
      title: 'Telefon stengt',
      said: (facts) => `${phoneText(facts)}. Stengt av: ${byText(facts)}.`,
    },
    keysRotated: {
      title: 'Serverens nøkler er byttet',
      said: () => 'Byttet dere dem ikke selv: følg TK-03.',
    },
    keysRefused: {
      title: 'Fremmede eller eldre nøkler i mappen keys/',
      said: () => 'Serveren bruker dem den hadde. Legg tilbake de riktige før neste omstart.',
    },
    keysAccepted: {
      title: 'Nye nøkler i stedet for tapte',
      said: () =>
        'Serveren ble startet med --accept-new-keys. Gjorde dere ikke det selv: følg TK-03.',
    },
    accessRefused: {
      title: 'Ba om noe hun ikke har tilgang til',
      said: (facts) => `${whoText(facts)}${fromText(facts)}.`,
    },
    entriesQuarantined: {
      title: 'Notater som ikke kan stemme',
      said: (facts) =>
        `${facts.count === 1 ? 'Ett notat' : `${facts.count} notater`} fra ${phoneText(facts)} er satt til side. De er ikke slettet.`,
    },
  },
} as const satisfies {
  kinds: Record<SecurityEventKind, { title: string; said: (facts: Facts) => string }>
} & Record<string, unknown>
