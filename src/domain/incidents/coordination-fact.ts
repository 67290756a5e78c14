import * as z from 'zod/mini'
import { EntryId, IncidentId, ZoneId } from '../base/ids.ts'
import { CardCode } from '../cards/action-card.ts'
import { Symptom } from '../cards/symptom.ts'
import { saidFields } from '../facts/said.ts'
import { Instant } from '../time/instant.ts'

/** 1 local, 2 extended, 3 crisis (`domain.md` 1.1). */
export const IncidentLevel = z.union([z.literal(1), z.literal(2), z.literal(3)])
export type IncidentLevel = z.infer<typeof IncidentLevel>

/** Where it is. `streets` narrows the zones to some streets; empty for the whole of them. */
export const IncidentArea = z.object({
  zones: z.array(ZoneId),
  streets: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(200)),
})
export type IncidentArea = z.infer<typeof IncidentArea>

/** What is known of an incident, each part corrected on its own. */
export const IncidentPart = z.discriminatedUnion('part', [
  /** Empty for «noe er nede»: what it was is filled in later. */
  z.object({ part: z.literal('symptoms'), value: z.array(Symptom) }),
  z.object({ part: z.literal('area'), value: IncidentArea }),
  /** In the future for planned downtime and for storms. */
  z.object({ part: z.literal('startsAt'), value: Instant }),
  /** When its end is announced for; null when nobody has. Thresholds of a planned one count from here. */
  z.object({ part: z.literal('announcedEnd'), value: z.nullable(Instant) }),
  z.object({ part: z.literal('level'), value: IncidentLevel }),
  /** Cards in use, first the most important, each in the version that was on the phone then. */
  z.object({
    part: z.literal('cards'),
    value: z.array(z.object({ code: CardCode, version: z.int().check(z.positive()) })),
  }),
])
export type IncidentPart = z.infer<typeof IncidentPart>

export const StepState = z.enum(['done', 'notRelevant', 'failed'])
export type StepState = z.infer<typeof StepState>

/** A word why; never a patient's name or number, which `mentionsPerson` refuses before it is sealed. */
const Word = z.nullable(z.string().check(z.maxLength(300)))

/** What is said about an incident. It names no patient. */
export const CoordinationFactBody = z.discriminatedUnion('kind', [
  /** The incident begins as «meldt», with all its parts. */
  z.object({
    kind: z.literal('started'),
    symptoms: z.array(Symptom),
    area: IncidentArea,
    startsAt: Instant,
    announcedEnd: z.nullable(Instant),
    level: IncidentLevel,
    cards: z.array(z.object({ code: CardCode, version: z.int().check(z.positive()) })),
  }),
  z.object({ kind: z.literal('corrected'), to: IncidentPart }),
  /** By a role that may (`confirmIncidents`); a later one renews it. It counts for 72 hours. */
  z.object({ kind: z.literal('confirmed') }),
  z.object({ kind: z.literal('closed'), word: Word }),
  z.object({ kind: z.literal('reopened'), word: Word }),
  /** The two are one; the smallest id names the whole. */
  z.object({ kind: z.literal('merged'), other: IncidentId }),
  z.object({
    kind: z.literal('step'),
    card: CardCode,
    cardVersion: z.int().check(z.positive()),
    step: z.int().check(z.positive()),
    /** Null for a step that is the municipality's, not a zone's. */
    zone: z.nullable(ZoneId),
    state: StepState,
    word: Word,
  }),
  /** Takes back facts, whoever said them; what they replaced stands again. */
  z.object({ kind: z.literal('undone'), facts: z.array(EntryId).check(z.maxLength(64)) }),
])
export type CoordinationFactBody = z.infer<typeof CoordinationFactBody>

/** A fact about an incident: class `coordination` (`coordinationFact@1`), document id = entry id. */
export const CoordinationFact = z.object({ ...saidFields, body: CoordinationFactBody })
export type CoordinationFact = z.infer<typeof CoordinationFact>
