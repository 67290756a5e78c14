import * as z from 'zod/mini'
import { grouped } from '../base/grouped.ts'
import { EmployeeId, PatientId, ZoneId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'

/** What a leader decides of a temporary patient and one of the lists. undone: nothing is decided of the two any more. */
export const LinkDecisionKind = z.enum(['same', 'apart', 'undone'])
export type LinkDecisionKind = z.infer<typeof LinkDecisionKind>

export const LinkDecision = z.object({
  kind: LinkDecisionKind,
  /** The patient of the list, and the zone whose list had her. */
  patientId: PatientId,
  patientZone: ZoneId,
  by: z.object({ employeeId: EmployeeId, name: z.string() }),
  /** By the server's clock; each decision about a temporary patient has a moment of its own. */
  at: Instant,
})
export type LinkDecision = z.infer<typeof LinkDecision>

/**
 * All that leaders have decided of one temporary patient: class `critical` (`patientLink@1`), in her own zone and in that of
 * each patient whom a decision names. Nothing that was written about her is changed by it.
 */
export const PatientLink = z.object({
  temporaryId: PatientId,
  zone: ZoneId,
  decisions: z.array(LinkDecision),
})
export type PatientLink = z.infer<typeof PatientLink>

/** The decisions that stand: of each two the latest, if it was not undone. The same in any order, however often repeated. */
export function standingDecisions(decisions: readonly LinkDecision[]): LinkDecision[] {
  const latest = [...grouped(decisions, ({ patientId }) => patientId).values()].flatMap(
    (about) => about.toSorted(compareDecisions).at(-1) ?? [],
  )
  return latest.filter(({ kind }) => kind !== 'undone').toSorted(compareDecisions)
}

/** Whom of the lists a temporary patient is; null while nobody has said so. */
export function joinedBy(decisions: readonly LinkDecision[]): LinkDecision | null {
  return standingDecisions(decisions).findLast(({ kind }) => kind === 'same') ?? null
}

function compareDecisions(a: LinkDecision, b: LinkDecision): number {
  const keys = [a, b].map(({ at, kind, patientId }) => `${at} ${kind} ${patientId}`)
  return String(keys[0]) < String(keys[1]) ? -1 : 1
}

/** By temporary patient the decision that joins her. Two copies of a link, one older than the other, count together. */
export type JoinedPatients = ReadonlyMap<PatientId, LinkDecision>

export function joinedPatients(links: readonly PatientLink[]): JoinedPatients {
  const joined = new Map<PatientId, LinkDecision>()
  for (const [id, copies] of grouped(links, ({ temporaryId }) => temporaryId)) {
    const decision = joinedBy(copies.flatMap(({ decisions }) => decisions))
    if (decision !== null) joined.set(id, decision)
  }
  return joined
}
