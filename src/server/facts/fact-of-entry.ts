import type { Author } from '#domain/base/author.ts'
import type { EntryId, IncidentId } from '#domain/base/ids.ts'
import type { Said } from '#domain/facts/said.ts'
import { movedNow, type placedInTime } from '#domain/facts/placed-in-time.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { CoordinationSaid, PersonSaid } from './fact-content.ts'

type FactParts = {
  entryId: EntryId
  incident: IncidentId
  author: Author
  replaces: readonly EntryId[]
  placeInTime: typeof placedInTime
}

/** What is known of a fact besides what it says: the server's own names and times. */
export function saidOf(
  row: InboxEntry,
  { at, writtenAt, isTyped }: CoordinationSaid | PersonSaid,
  { entryId, incident, author, replaces, placeInTime }: FactParts,
): Said {
  const { deviceId, n, receivedAt, entry } = row
  const { hlc } = entry.header
  const times = placeInTime({ at, writtenAt, isTyped, hlc, n }, row)
  const from = { entryId, incident, deviceId, n, receivedAt }
  return { ...from, ...times, isTyped, author, replaces: [...replaces] }
}

/**
 * What is said of an incident, with its start moved as the clock was wrong by which somebody pressed «nå» or «for en halv
 * time siden». A start that lies ahead was announced by others, and a typed one stands.
 */
export function bodyInTime(
  { body, isTyped, writtenAt }: CoordinationSaid,
  { clockAheadMinutes, receivedAt }: Pick<Said, 'clockAheadMinutes'> & { receivedAt: Instant },
): CoordinationFactBody {
  const moved = (start: Instant): Instant =>
    isTyped || start > writtenAt ? start : movedNow(start, clockAheadMinutes, receivedAt)
  if (body.kind === 'started') return { ...body, startsAt: moved(body.startsAt) }
  if (body.kind !== 'corrected' || body.to.part !== 'startsAt') return body
  return { ...body, to: { ...body.to, value: moved(body.to.value) } }
}
