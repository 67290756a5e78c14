import type { Author } from '../base/author.ts'
import type { EntryId, IncidentId, ZoneId } from '../base/ids.ts'
import type { CardCode } from '../cards/action-card.ts'
import type { Symptom } from '../cards/symptom.ts'
import type { Standing } from '../facts/standing.ts'
import type { Instant } from '../time/instant.ts'
import type {
  CoordinationFact,
  IncidentArea,
  IncidentLevel,
  IncidentPart,
} from './coordination-fact.ts'

/** For how long a confirmation widens access, stops deletion and holds updates; it can be renewed. */
export const confirmedHours = 72

/** An incident as everything that is known about it here says; merged ones are one. */
export type Incident = {
  /** The smallest id of `members`. */
  id: IncidentId
  members: readonly IncidentId[]
  standing: 'reported' | 'confirmed' | 'closed'
  symptoms: readonly Symptom[]
  area: IncidentArea
  /** The earliest corrected start of its members. */
  startsAt: Instant
  announcedEnd: Instant | null
  level: IncidentLevel
  cards: readonly { code: CardCode; version: number }[]
  started: { by: Author; at: Instant; fact: EntryId }
  /** The starts of all members: a closing or a correction names those that it is for (`replacedByFact`). */
  starts: readonly EntryId[]
  /** The newest confirmation; it may have run out. */
  confirmed: { by: Author; at: Instant; until: Instant; fact: EntryId } | null
  closed: { by: Author; at: Instant; word: string | null; fact: EntryId } | null
  /** Closings and reopenings that stand; null while nobody has closed it. */
  closing: Standing<CoordinationFact> | null
  /** Facts that the closing did not know, and that did not know of it. */
  late: readonly EntryId[]
  /** What a correction of each part replaces. A part that nobody has corrected is as it was at the start. */
  corrections: ReadonlyMap<IncidentPart['part'], Standing<CoordinationFact>>
}

/** A step of a card in a zone, as somebody has marked it. */
export type MarkedStep = {
  card: CardCode
  step: number
  zone: ZoneId | null
  standing: Standing<CoordinationFact>
}
