import * as z from 'zod/mini'
import { ContactId } from '../contacts/contact.ts'
import { FormId } from '../forms/form-reference.ts'
import { PatientListKind } from '../lists/patient-list.ts'
import { LocalDate } from '../time/instant.ts'

/** The role that does a step: employee on the route, shift lead, section leader, HDU on-call, crisis management. */
export const CardRole = z.enum(['A', 'V', 'L', 'H', 'B'])
export type CardRole = z.infer<typeof CardRole>

/** The name of a card on the phone and on paper, as `TK-01`. */
export const CardCode = z
  .string()
  .check(z.regex(/^[A-Z]+-[0-9]+$/))
  .brand<'CardCode'>()
export type CardCode = z.infer<typeof CardCode>

/**
 * The list, form or card that a step needs: a link on screens, words on paper.
 *
 * A list is identified by its meaning, because each municipality has codes of its own.
 */
export const CardTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('patientLists') }),
  z.object({ kind: z.literal('patientList'), list: PatientListKind }),
  z.object({ kind: z.literal('form'), form: FormId }),
  z.object({ kind: z.literal('card'), card: CardCode }),
])
export type CardTarget = z.infer<typeof CardTarget>

export const CardStep = z.object({
  /** Unique on its card and stable: «TK-01 steg 3» is read over the phone. */
  number: z.int().check(z.positive()),
  roles: z.array(CardRole).check(z.minLength(1)),
  /** Set in bold before the text, as «Ring P1 på BST-listen, så P2.»; null when the text is one sentence. */
  lead: z.nullable(z.string()),
  text: z.string(),
  critical: z.boolean(),
  opens: z.nullable(CardTarget),
  /**
   * Minutes from the incident's start to when the step must be done; negative before a planned start, null when it has no
   * deadline. It never follows from the phase. Absent on cards of before.
   */
  dueMinutes: z.optional(z.nullable(z.int())),
  /** Whom the step calls, in order. Absent on cards of before. */
  calls: z.optional(z.array(ContactId)),
  /** Concluded from other facts, and not approved by anybody. */
  inference: z.optional(z.boolean()),
})
export type CardStep = z.infer<typeof CardStep>

/**
 * When the steps of a phase are done: before a start that is known beforehand, for one patient alone (no incident), while it
 * lasts, or when it is over.
 */
export const PhaseKind = z.enum(['before', 'single', 'during', 'normalisation'])
export type PhaseKind = z.infer<typeof PhaseKind>

export const CardPhase = z.object({
  title: z.string(),
  /** Minutes after the start; both null for a phase that is not `during`. */
  fromMinutes: z.nullable(z.int()),
  toMinutes: z.nullable(z.int()),
  steps: z.array(CardStep),
  /** Absent on cards of before: `phaseKindOf` says what they mean. */
  kind: z.optional(PhaseKind),
})
export type CardPhase = z.infer<typeof CardPhase>

/** A threshold that an incident's clock reaches; the card's `thresholds` say the same in words. */
export const TimedThreshold = z.object({
  afterMinutes: z.int().check(z.nonnegative()),
  /** `announcedEnd`: from the announced end of a planned outage, and from the start of one without an announced end. */
  from: z.enum(['start', 'announcedEnd']),
  /** What is decided or asked then, without the time. */
  text: z.string(),
  /** The level to consider; null when it is not about the level. */
  level: z.nullable(z.literal([2, 3])),
  inference: z.boolean(),
})
export type TimedThreshold = z.infer<typeof TimedThreshold>

/** One tiltakskort: stream class `cards` (`actionCard@1`). At most two A4 pages. */
export const ActionCard = z.object({
  /** As `tk-01`. */
  id: z.string(),
  code: CardCode,
  title: z.string(),
  triggers: z.array(z.string()),
  notWhen: z.array(z.string()),
  useWith: z.array(CardCode),
  /** Questions that find out what it is, in order, each with its measures. */
  decisions: z.array(z.object({ question: z.string(), measures: z.string() })),
  phases: z.array(CardPhase),
  notify: z.array(z.string()),
  figures: z.array(z.string()),
  thresholds: z.array(z.string()),
  prepared: z.array(z.string()),
  traps: z.array(z.string()),
  writtenOn: z.array(CardTarget),
  version: z.int().check(z.positive()),
  validFrom: LocalDate,
  nextReviewOn: LocalDate,
  owner: z.string(),
  /** Null until a named person has approved the clinical content: «ikke faglig godkjent». */
  approvedBy: z.nullable(z.string()),
  /** Those of `notify` who have a telephone, in the same order. */
  calls: z.optional(z.array(ContactId)),
  timedThresholds: z.optional(z.array(TimedThreshold)),
  /** Lines outside the steps that are concluded from other facts, word for word. */
  inferredLines: z.optional(z.array(z.string())),
})
export type ActionCard = z.infer<typeof ActionCard>
