import { andText } from '../../words/and.ts'
import { counted } from '../../words/count.ts'

/** The steps by which a municipality begins. */
export const begin = {
  title: 'Kom i gang',
  under: 'Fire steg, så er kommunen i gang. Du kan stoppe når som helst og gå videre siden.',
  steps: 'Steg',
  reading: 'Henter hvor langt dere er kommet …',
  done: 'Gjort',
  next: 'Neste',
  later: 'Senere',
  allDone: 'Kommunen er i gang',
  allDoneText: 'Hver seksjon har soner, leder, liste og telefon. Flere legger du til når du vil.',
  sections: {
    title: 'Seksjoner og soner',
    none: 'Lag seksjonene, og sonene i hver.',
    someWithout: (names: readonly string[]) => `Mangler soner: ${andText(names)}.`,
    has: (sections: number, zones: number) =>
      `${counted(sections, 'seksjon', 'seksjoner')}, ${counted(zones, 'sone', 'soner')}.`,
    action: 'Lag seksjoner og soner',
  },
  employees: {
    title: 'Ansatte',
    none: 'Legg dem inn én og én, eller alle fra en liste. Hver får en engangskode.',
    withoutLeader: (names: readonly string[]) =>
      `Mangler seksjonsleder: ${andText(names)}. Bare hun tar inn ukens lister.`,
    has: (accounts: number, notSignedIn: number) =>
      `${counted(accounts, 'konto', 'kontoer')}. ${
        notSignedIn === 0 ? 'Alle har logget inn.' : `${notSignedIn} har ikke logget inn ennå.`
      }`,
    action: 'Legg inn ansatte',
  },
  lists: {
    title: 'Ukens lister',
    none: 'Seksjonslederen tar inn lista på sin egen PC eller telefon. Du ser ingen brukere.',
    waits: (section: string, leaders: readonly string[]) =>
      leaders.length === 0
        ? `${section}: venter på en seksjonsleder.`
        : `${section}: venter på ${andText(leaders)}.`,
    taken: (section: string, when: string) => `${section}: tatt inn ${when}.`,
  },
  phones: {
    title: 'Telefoner',
    none: 'Hver ansatt åpner lenken eller skriver koden på sin egen telefon, og klargjør den.',
    has: (section: string, enrolled: number, employees: number) =>
      `${section}: ${enrolled} av ${counted(employees, 'ansatt', 'ansatte')} har klargjort en enhet.`,
    action: 'Vis koden for nye telefoner',
  },
} as const
