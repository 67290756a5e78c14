import { ActionCard, type CardRole, type PhaseKind } from '#domain/cards/action-card.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'

type Target =
  | { kind: 'patientLists' }
  | { kind: 'patientList'; list: PatientListKind }
  | { kind: 'form'; form: string }
  | { kind: 'card'; card: string }

type StepDraft = {
  lead?: string
  text: string
  critical?: true
  opens?: Target
  /** Ids of contacts. */
  calls?: readonly string[]
  inference?: true
}

type Step = Required<Omit<StepDraft, 'lead' | 'opens' | 'critical' | 'inference'>> & {
  number: number
  roles: CardRole[]
  lead: string | null
  critical: boolean
  opens: Target | null
  dueMinutes: number | null
  inference: boolean
}

/** A line that is concluded from other facts. */
type Line = string | { inferred: string }

type CardDraft = {
  code: string
  title: string
  version: number
  validFrom: string
  nextReviewOn: string
  owner: string
  triggers: readonly Line[]
  notWhen?: readonly Line[]
  useWith?: readonly string[]
  decisions?: readonly { question: string; measures: string }[]
  phases: readonly object[]
  notify: readonly Line[]
  calls: readonly string[]
  figures?: readonly Line[]
  thresholds?: readonly Line[]
  timedThresholds?: readonly object[]
  prepared?: readonly Line[]
  traps?: readonly Line[]
  writtenOn: readonly Target[]
}

/** Completes a card whose content nobody has approved. */
export function writeCard(draft: CardDraft): ActionCard {
  const listed = {
    triggers: draft.triggers,
    notWhen: draft.notWhen ?? [],
    notify: draft.notify,
    figures: draft.figures ?? [],
    thresholds: draft.thresholds ?? [],
    prepared: draft.prepared ?? [],
    traps: draft.traps ?? [],
  }
  const plain = Object.entries(listed).map(([part, lines]) => [part, lines.map(textOf)] as const)
  return ActionCard.parse({
    useWith: [],
    decisions: [],
    timedThresholds: [],
    ...draft,
    ...Object.fromEntries(plain),
    id: draft.code.toLowerCase(),
    inferredLines: Object.values(listed)
      .flat()
      .flatMap((line) => (typeof line === 'string' ? [] : [line.inferred])),
    approvedBy: null,
  })
}

function textOf(line: Line): string {
  return typeof line === 'string' ? line : line.inferred
}

/** A step of its card, by number, as «TK-01 steg 7»; it is due so many minutes after the start, or never. */
export function step(
  number: number,
  roles: readonly CardRole[],
  dueMinutes: number | null,
  { text, lead, critical, opens, calls, inference }: StepDraft,
): Step {
  return {
    number,
    roles: [...roles],
    lead: lead ?? null,
    text,
    critical: critical ?? false,
    opens: opens ?? null,
    dueMinutes,
    calls: calls ?? [],
    inference: inference ?? false,
  }
}

const hours = 60

export const phaseTimes = {
  '0–15 min': [0, 15],
  '15–60 min': [15, 60],
  '1–4 t': [1 * hours, 4 * hours],
  '4–24 t': [4 * hours, 24 * hours],
  '1–24 t': [1 * hours, 24 * hours],
  'Innen 72 t': [24 * hours, 72 * hours],
  'Over 24 t': [24 * hours, null],
  '1–3 dager': [24 * hours, 72 * hours],
  'Uker og måneder': [72 * hours, null],
} as const satisfies Record<string, readonly [number, number | null]>

/** The steps of one stretch of time after the start. */
export function during(title: keyof typeof phaseTimes, ...steps: readonly Step[]): object {
  const [fromMinutes, toMinutes] = phaseTimes[title]
  return { title, kind: 'during', fromMinutes, toMinutes, steps }
}

/** The steps that no clock counts: before a start that is known, for one patient alone, when it is over. */
export function outside(
  kind: Exclude<PhaseKind, 'during'>,
  title: string,
  ...steps: readonly Step[]
): object {
  return { title, kind, fromMinutes: null, toMinutes: null, steps }
}

export const list = (name: PatientListKind): Target => ({ kind: 'patientList', list: name })
export const form = (name: string): Target => ({ kind: 'form', form: name })
export const card = (code: string): Target => ({ kind: 'card', card: code })
export const lists: Target = { kind: 'patientLists' }

/** The levels of every outage, from what is known of it; nobody has approved them. */
export const levelThresholds = {
  lines: [
    {
      inferred:
        'Nivå 1: én base eller ett system, ventet under 1 t, ingen P1 uten strøm eller kontakt. Ansvarsvakt avgjør.',
    },
    {
      inferred:
        'Nivå 2: over 1 t eller ukjent varighet, minst én P1 rammet, over 10 stille alarmer, eller hel sone. Leder avgjør, HDU-vakt informeres.',
    },
    {
      inferred:
        'Nivå 3: over 4 t, flere tjenester, mistanke om dataangrep, eller vei og telefon er også rammet. Beredskapsledelsen avgjør; overordnet beredskapsplan etter varighet.',
    },
  ],
  timed: [
    {
      afterMinutes: 1 * hours,
      from: 'start',
      text: 'Vurder nivå 2. Leder avgjør, HDU-vakt informeres.',
      level: 2,
      inference: true,
    },
    {
      afterMinutes: 4 * hours,
      from: 'start',
      text: 'Vurder nivå 3. Beredskapsledelsen avgjør.',
      level: 3,
      inference: true,
    },
  ],
} as const
