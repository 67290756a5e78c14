import * as z from 'zod/mini'
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
})
export type CardStep = z.infer<typeof CardStep>

export const CardPhase = z.object({
  title: z.string(),
  /** Minutes after the start; both null for a phase without times: before the start, and normalisation. */
  fromMinutes: z.nullable(z.int()),
  toMinutes: z.nullable(z.int()),
  steps: z.array(CardStep),
})
export type CardPhase = z.infer<typeof CardPhase>

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
})
export type ActionCard = z.infer<typeof ActionCard>
