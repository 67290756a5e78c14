import type { Author } from '#domain/base/author.ts'
import type { EntryId, IncidentId } from '#domain/base/ids.ts'
import type { Said } from '#domain/facts/said.ts'
import type { placedInTime } from '#domain/facts/placed-in-time.ts'
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
