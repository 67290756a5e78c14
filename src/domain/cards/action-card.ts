import * as z from 'zod/mini'
import { LocalDate } from '../time/instant.ts'

/** Who does a step: employee on the route, shift lead, section leader, HDU on-call, crisis management. */
export const CardRole = z.enum(['A', 'V', 'L', 'H', 'B'])
export type CardRole = z.infer<typeof CardRole>

/** How a card is named over the phone and on paper, as `TK-01`. */
export const CardCode = z
  .string()
  .check(z.regex(/^[A-Z]+-[0-9]+$/))
  .brand<'CardCode'>()
export type CardCode = z.infer<typeof CardCode>

export const CardStep = z.object({
  /** Unique on its card and stable: «TK-01 steg 3» is read over the phone. */
  number: z.int().check(z.positive()),
  roles: z.array(CardRole).check(z.minLength(1)),
  /** Set in bold before the text, as «Ring P1 på BST-listen, så P2.»; null when the text is one sentence. */
  lead: z.nullable(z.string()),
  text: z.string(),
  critical: z.boolean(),
  /** Path of the screen that the step is done on, as `/lister/bst`. */
  opens: z.nullable(z.object({ path: z.string(), label: z.string() })),
})
export type CardStep = z.infer<typeof CardStep>

export const CardPhase = z.object({
  title: z.string(),
  /** Minutes after the start; both null for what has no clock: before it, normalisation. */
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
  useWith: z.array(z.string()),
  /** Tables that settle what it is, in order: finding → measures. */
  decisions: z.array(z.object({ question: z.string(), measures: z.string() })),
  phases: z.array(CardPhase),
  notify: z.array(z.string()),
  figures: z.array(z.string()),
  thresholds: z.array(z.string()),
  prepared: z.array(z.string()),
  traps: z.array(z.string()),
  forms: z.array(z.string()),
  version: z.int().check(z.positive()),
  validFrom: LocalDate,
  nextReviewOn: LocalDate,
  owner: z.string(),
  /** Null until a named person has approved the clinical content: «ikke faglig godkjent». */
  approvedBy: z.nullable(z.string()),
})
export type ActionCard = z.infer<typeof ActionCard>
