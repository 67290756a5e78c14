import { schemaName } from '#domain/documents/document-kinds.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { IncidentId } from '#domain/base/ids.ts'
import { isPersonFact } from '#domain/people/person-fact-of.ts'
import { callSharesId } from '#domain/people/person-fact.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type Instant, minutesBetween, plusMinutes } from '#domain/time/instant.ts'
import { readDocuments } from '../streams/read-documents.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import type { KnownIncidents } from './read-incidents.ts'

/** How long what was said of people stays on the phones after their incident is closed; its entries stay in the inbox. */
export const peopleDays = 14

const peopleMinutes = peopleDays * 24 * 60
const allOfThem = 1_000_000

/**
 * Removes from a zone's stream what was said of people during incidents that have been closed for `peopleDays`, and the
 * shares of calls when nobody has called since. What came later stays as long itself, so that it is read. Answers how
 * many documents it removed.
 */
export async function retirePeople(
  streams: StreamStore,
  people: StreamId,
  over: ReadonlySet<IncidentId>,
  { hasher, now }: { hasher: Hasher; now: Instant },
): Promise<number> {
  if (over.size === 0) return 0
  const { values: facts } = await readDocuments(streams, 'personFact', people)
  const before = plusMinutes(now, -peopleMinutes)
  const page = { schema: schemaName('personFact'), before, limit: allOfThem }
  const old = new Set(await streams.listWrittenBefore(people, page))
  const gone = facts.filter(({ entryId, incident }) => over.has(incident) && old.has(entryId))
  if (gone.length === 0) return 0
  const isCalled = facts.some((fact) => !gone.includes(fact) && isPersonFact(fact, 'calling'))
  const { values: dealt } = await readDocuments(streams, 'callShares', people)
  const shares = isCalled ? [] : dealt.map(callSharesId)
  const writes = [...gone.map(({ entryId }) => entryId), ...shares].map(
    (docId) => ({ kind: 'delete', docId }) as const,
  )
  const context = { writer: 'projection', hasher, now } as const
  return (await writeDocuments(streams, people, writes, context)).written
}

/**
 * The ids of incidents, merged ones each, that the server has known to be closed for `peopleDays`. The time of the server
 * counts, as that of a leader's phone may be wrong.
 */
export function longOver({ incidents, facts }: KnownIncidents, now: Instant): Set<IncidentId> {
  const receivedAt = new Map(facts.map((fact) => [fact.entryId, fact.receivedAt]))
  return new Set(
    incidents.flatMap(({ standing, closed, members }) => {
      const at = closed === null ? null : (receivedAt.get(closed.fact) ?? null)
      const isLong =
        standing === 'closed' && at !== null && minutesBetween(at, now) >= peopleMinutes
      return isLong ? members : []
    }),
  )
}
