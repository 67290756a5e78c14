import type { MatchReason } from '#domain/new-patients/propose-matches.ts'

/** Patients whom staff register while the patient record does not answer. */
export const newPatients = {
  register: 'Ny bruker',
  numberOfDraft: (number: string) => `Midlertidig nummer ${number}`,
  temporary: 'Midlertidig bruker',
  temporaryTag: 'Midlertidig',
  number: (number: string) => `Nummer ${number}`,
  registeredBy: (who: string, when: string) => `Registrert av ${who}, ${when}`,
  correctedAt: (when: string) => `Rettet ${when}`,
  meaning:
    'Hun står ikke i lista fra EPJ. Det som står her, er det som ble meldt. Spør før du regner med noe.',
  onlyHere: 'Bare på denne telefonen ennå. De andre ser henne når telefonen har hatt nett.',
  correct: 'Rett opplysningene',
  whatWasSaid: 'Det som ble meldt',
  registeredAt: (when: string) => `Registrert ${when}, ikke fra EPJ`,
  wrongNumber:
    'Er det et midlertidig nummer, er ett tegn feil eller byttet om. Be om å få det lest opp en gang til.',
} as const

/** What a leader decides about them. */
export const joinPatients = {
  title: 'Nye brukere',
  under:
    'Brukere som ble registrert mens EPJ var nede. Se om de er kommet med i lista. Ingen slås sammen før du har sagt det.',
  empty: 'Ingen midlertidige brukere',
  emptyText: 'Alle på telefonen står i en liste fra EPJ.',
  waiting: (count: number) => (count === 1 ? '1 å avgjøre' : `${count} å avgjøre`),
  joinedTitle: 'Slått sammen',
  noProposals: 'Ingen i lista ligner. Hun står på listene som midlertidig til en liste har henne.',
  mayBe: 'Kan være',
  same: 'Samme person',
  apart: 'To personer',
  undo: 'Angre',
  deciding: 'Lagrer …',
  openCard: 'Åpne kortet',
  samePerson: (name: string, by: string, when: string) =>
    `Samme person som ${name}. Avgjort av ${by}, ${when}.`,
  twoPeople: (name: string, by: string, when: string) =>
    `En annen enn ${name}. Avgjort av ${by}, ${when}.`,
  why: (reasons: readonly string[]) => `Fordi ${reasons.join(', ')}`,
  reasons: {
    personalNumber: 'fødselsnummeret er det samme',
    nameAndBirth: 'navn og fødselsdato er de samme',
    name: 'navnet er det samme',
    bornOn: 'fødselsdatoen er den samme',
    address: 'adressen er den samme',
    phone: 'telefonnummeret er det samme',
  } satisfies Record<MatchReason, string>,
  ehrId: (number: string) => `EPJ-nummer ${number}`,
  noEhrId: 'uten EPJ-nummer',
  unanswered:
    'Fikk ikke svar. Du må ha nett for å avgjøre. Prøv igjen; det blir bare gjort én gang.',
  former: 'Også registrert som',
  formerText: (number: string, by: string, when: string) =>
    `${number}. Slått sammen av ${by}, ${when}. Det som ble skrevet om henne der, står her.`,
  afterImport: (count: number) =>
    count === 1
      ? '1 midlertidig bruker er ikke avgjort. Se om hun er kommet med i lista.'
      : `${count} midlertidige brukere er ikke avgjort. Se om de er kommet med i lista.`,
  decide: 'Avgjør nye brukere',
} as const
