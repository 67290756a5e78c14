import { foldText } from '../base/folded-text.ts'
import { grouped } from '../base/grouped.ts'
import type { EntryId } from '../base/ids.ts'
import type { Instant } from '../time/instant.ts'
import { type Amendment, isSettled } from './amendment.ts'

/**
 * The amendments that lie on top of the list at a moment, newest first: of those about the same thing the latest that has
 * begun, and each that is still to begin. What was corrected or taken back, and what a list or a leader has settled, does
 * not stand, and nothing older about the same thing comes back in its place. It is the same for any order of the given.
 */
export function standingAmendments(given: readonly Amendment[], now: Instant): Amendment[] {
  return [...grouped(uncorrected(given), subjectOf).values()]
    .flatMap((about) => standingOf(about, now))
    .toSorted((a, b) => compareAmendments(b, a))
}

/** Those that were true until a later one about the same thing, and are not settled: shown beneath it on the card. */
export function replacedAmendments(given: readonly Amendment[], now: Instant): Amendment[] {
  const standing = new Set(standingAmendments(given, now))
  return uncorrected(given)
    .filter((amendment) => !standing.has(amendment) && !isSettled(amendment))
    .toSorted((a, b) => compareAmendments(b, a))
}

/** Each entry once, without those that a later entry of the same author corrects, and without what only takes back. */
export function uncorrected(given: readonly Amendment[]): Amendment[] {
  const byId = new Map<EntryId, Amendment>()
  const correctors: Amendment[] = []
  for (const amendment of given) {
    if (amendment.corrects !== null) correctors.push(amendment)
    const known = byId.get(amendment.entryId)
    // A correction may lie in two classes: what it says comes before that it takes back.
    if (known === undefined || known.body.kind === 'withdrawn') {
      byId.set(amendment.entryId, amendment)
    }
  }
  const corrected = new Set<EntryId>()
  for (const { corrects, author, patientId } of correctors) {
    const original = corrects === null ? undefined : byId.get(corrects)
    const isOwn =
      original?.author.employeeId === author.employeeId && original.patientId === patientId
    if (isOwn) corrected.add(original.entryId)
  }
  return [...byId.values()].filter(
    ({ entryId, body }) => !corrected.has(entryId) && body.kind !== 'withdrawn',
  )
}

function standingOf(about: readonly Amendment[], now: Instant): Amendment[] {
  const begun = about.filter(({ from }) => from <= now).toSorted(compareAmendments)
  const latest = begun.at(-1)
  // A phone that did not know of the death may say later that she is home: the death is not hidden by that.
  const death = begun.findLast(({ body }) => body.kind === 'died')
  const open = new Set([latest, death, ...about.filter(({ from }) => from > now)])
  return [...open].filter((one) => one !== undefined).filter((one) => !isSettled(one))
}

/** Names what an amendment is about: a later one about the same thing takes its place. */
function subjectOf({ patientId, body, entryId }: Amendment): string {
  switch (body.kind) {
    case 'hospitalised':
    case 'home':
    case 'died':
      return `${patientId}/stay`
    case 'moved':
      return `${patientId}/address`
    case 'key':
      return `${patientId}/key/${foldText(body.place)}`
    case 'nextOfKin':
      return `${patientId}/kin/${foldText(body.name)}`
    case 'dose':
    case 'stopped':
      return `${patientId}/medicine/${foldText(body.medicine)}`
    case 'other':
    case 'withdrawn':
      return `${patientId}/${entryId}`
  }
}

/** By when it began, then by when it was written; never by the order of arrival. */
function compareAmendments(a: Amendment, b: Amendment): number {
  return timeKey(a) < timeKey(b) ? -1 : Number(timeKey(a) > timeKey(b))
}

function timeKey({ from, writtenAt, entryId }: Amendment): string {
  return `${from} ${writtenAt} ${entryId}`
}

/** Where a patient is instead of at home, as far as amendments say. */
export type Away = 'hospitalised' | 'died'

/** From the amendments that stand and have begun; null for one who is at home, as far as anybody has said. */
export function awayOf(begun: readonly Amendment[]): Away | null {
  if (begun.some(({ body }) => body.kind === 'died')) return 'died'
  return begun.some(({ body }) => body.kind === 'hospitalised') ? 'hospitalised' : null
}
