import type { ZoneId } from '../base/ids.ts'
import type { Role } from '../base/role.ts'
import { type Duty, mayDo } from '../roles/duties.ts'
import type { Instant } from '../time/instant.ts'
import type { HeldReason } from './held-note.ts'
import type { NoteMark } from './note.ts'

/** For how long something was so, by the server's clock; `to` is null while it lasts. */
export type Span = { from: Instant; to: Instant | null }

/** The end of an account or a device. `abuseFrom` is the moment from which nothing of it may be believed, if any. */
export type Closing = { at: Instant; abuseFrom: Instant | null }

/** What an author has and had, as the server knows it. */
export type AuthorRights = {
  roles: readonly (Span & { role: Role })[]
  zones: readonly (Span & { zone: ZoneId })[]
  accountClosed: Closing | null
  deviceClosed: Closing | null
}

/** What the server knew of an entry's author at the moment when it received the entry. */
export type Receipt = {
  receivedAt: Instant
  /** When her device last heard from the server what she has; null when nothing is known of that. */
  contactBefore: Instant | null
  /** Until when her key was vouched for; null when nothing is known of that. */
  credentialExpiresAt: Instant | null
}

/**
 * Whom an entry is about. `inZone` and `left`: she is, or was until then, among the patients of the entry's zone. What
 * was not there, or not in the last 120 days, is `unknown`.
 */
export type Subject =
  | { kind: 'zoneItself' }
  | { kind: 'inZone' }
  | { kind: 'left'; at: Instant }
  | { kind: 'unknown' }

/** What an entry wants done, where and about whom. */
export type Wanted = {
  /** All that its author's role must allow. */
  duties: readonly Duty[]
  /** Null for what belongs to no zone. */
  zone: ZoneId | null
  subject: Subject
  /** The employee to whom it hands something over, by what she has; null when it does not. `rights` is null for nobody's account. */
  receiver: { rights: AuthorRights | null } | null
}

/** An effect with what the leader is to know about it; or none, until a person has decided. */
export type Verdict =
  | { kind: 'effect'; marks: NoteMark[] }
  | { kind: 'toPerson'; reason: HeldReason }

type Standing = 'held' | 'lapsed' | 'none'
type Judged = { standing: Standing; reason: HeldReason; mark: NoteMark }

/**
 * Decides the effect of a signed form, or of a fact.
 *
 * What its author had at the receipt gives it effect. What she had lost since her device last heard from the server gives
 * it effect too, for she could not know; the leader is told. All else goes to a person. Only the server's own times
 * count: a phone's clock may be wrong, and a thief sets it as she likes.
 */
export function judgeEntry(
  rights: AuthorRights | null,
  { duties, zone, subject, receiver }: Wanted,
  receipt: Receipt,
): Verdict {
  if (rights === null) return { kind: 'toPerson', reason: 'unknownAuthor' }
  const { receivedAt, credentialExpiresAt } = receipt
  const { accountClosed, deviceClosed } = rights
  if (isAbuse(accountClosed, receivedAt) || isAbuse(deviceClosed, receivedAt)) {
    return { kind: 'toPerson', reason: 'abuse' }
  }
  if (credentialExpiresAt === null || credentialExpiresAt <= receivedAt) {
    return { kind: 'toPerson', reason: 'credentialExpired' }
  }
  const roles = rights.roles.filter(({ role }) => duties.every((duty) => mayDo(role, duty)))
  const judged: Judged[] = [
    {
      standing: openStanding(accountClosed, receipt),
      reason: 'accountClosed',
      mark: 'accountClosed',
    },
    { standing: openStanding(deviceClosed, receipt), reason: 'deviceClosed', mark: 'deviceClosed' },
    { standing: standingOf(roles, receipt), reason: 'role', mark: 'roleEnded' },
    { standing: zoneStanding(rights, zone, receipt), reason: 'zone', mark: 'zoneEnded' },
    { standing: subjectStanding(subject, receipt), reason: 'patient', mark: 'patientLeft' },
  ]
  const missing = judged.find(({ standing }) => standing === 'none')
  if (missing !== undefined) return { kind: 'toPerson', reason: missing.reason }
  if (receiver !== null && !mayReceive(receiver.rights, { duties, zone }, receivedAt)) {
    return { kind: 'toPerson', reason: 'zone' }
  }
  const lapsed = judged.filter(({ standing }) => standing === 'lapsed')
  return { kind: 'effect', marks: lapsed.map(({ mark }) => mark) }
}

/** Nothing is handed over to somebody who has lost the zone, whatever the giver's phone could know. */
function mayReceive(
  rights: AuthorRights | null,
  { duties, zone }: Pick<Wanted, 'duties' | 'zone'>,
  at: Instant,
): boolean {
  if (rights === null) return false
  const { roles, accountClosed } = rights
  const receipt = { receivedAt: at, contactBefore: null, credentialExpiresAt: null }
  const able = roles.filter(({ role }) => duties.every((duty) => mayDo(role, duty)))
  return (
    openStanding(accountClosed, receipt) === 'held' &&
    standingOf(able, receipt) === 'held' &&
    zoneStanding(rights, zone, receipt) === 'held'
  )
}

function zoneStanding({ zones }: AuthorRights, zone: ZoneId | null, receipt: Receipt): Standing {
  return zone === null
    ? 'held'
    : standingOf(
        zones.filter((held) => held.zone === zone),
        receipt,
      )
}

function isAbuse(closing: Closing | null, receivedAt: Instant): boolean {
  return closing !== null && closing.abuseFrom !== null && closing.abuseFrom <= receivedAt
}

function standingOf(spans: readonly Span[], { receivedAt, contactBefore }: Receipt): Standing {
  const begun = spans.filter(({ from }) => from <= receivedAt)
  if (begun.some(({ to }) => to === null || to > receivedAt)) return 'held'
  const isKnown = begun.every(({ to }) => endsKnown(to, contactBefore))
  return isKnown ? 'none' : 'lapsed'
}

/** Whether the device has heard from the server since something ended. */
function endsKnown(endedAt: Instant | null, contactBefore: Instant | null): boolean {
  return contactBefore === null || (endedAt !== null && endedAt <= contactBefore)
}

function openStanding(closing: Closing | null, receipt: Receipt): Standing {
  return closing === null ? 'held' : endStanding(closing.at, receipt)
}

function subjectStanding(subject: Subject, receipt: Receipt): Standing {
  switch (subject.kind) {
    case 'zoneItself':
    case 'inZone':
      return 'held'
    case 'left':
      return endStanding(subject.at, receipt)
    case 'unknown':
      return 'none'
  }
}

function endStanding(endedAt: Instant, { receivedAt, contactBefore }: Receipt): Standing {
  if (endedAt > receivedAt) return 'held'
  return endsKnown(endedAt, contactBefore) ? 'none' : 'lapsed'
}
