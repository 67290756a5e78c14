import type { EntryId } from '#domain/base/ids.ts'
import { CoordinationFact, type CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { dutyOfFact } from '#domain/incidents/duty-of-fact.ts'
import type { Duty } from '#domain/roles/duties.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamStore } from '../streams/stream-store.ts'

type Streams = Pick<StreamStore, 'listVersions' | 'listStreamsWith' | 'findDocument'>

/** Taking back what took back what took back …, and more than this, is for whoever may do everything. */
const maxUndone = 256

/**
 * Of the facts that a fact names, those that it may have an effect on: of its own stream, and such as are not here yet.
 * The facts of another zone are not its author's to take back, although a phone that has both zones reads them together.
 */
export async function ownFacts(
  streams: Streams,
  named: readonly EntryId[],
  { own, all }: { own: StreamId; all: readonly StreamId[] },
): Promise<EntryId[]> {
  const ids = [...new Set(named)]
  const here = new Set((await streams.listVersions(own, ids)).map(({ docId }) => docId))
  const others = all.filter((stream) => stream !== own)
  const kept: EntryId[] = []
  for (const id of ids) {
    if (here.has(id) || (await streams.listStreamsWith(id, others)).length === 0) kept.push(id)
  }
  return kept
}

/** All that it takes to say this of an incident: what is taken back, directly or by way of others, counts. */
export async function dutiesOfFact(
  streams: Streams,
  stream: StreamId,
  body: CoordinationFactBody,
): Promise<Duty[]> {
  const duties = new Set<Duty>([dutyOfFact(body)])
  const met = new Set<EntryId>()
  const next = [...undoneBy(body)]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (met.has(id)) continue
    if (met.size === maxUndone) return [...duties.add('closeIncidents')]
    met.add(id)
    const found = await findBody(streams, stream, id)
    if (found === null) continue
    duties.add(dutyOfBody(found))
    if (found !== 'unreadable') next.push(...undoneBy(found))
  }
  return [...duties]
}

/** `unreadable`: of a newer server, perhaps. */
type FoundBody = CoordinationFactBody | 'unreadable'

function undoneBy(body: CoordinationFactBody): readonly EntryId[] {
  return body.kind === 'undone' ? body.facts : []
}

function dutyOfBody(body: FoundBody): Duty {
  return body === 'unreadable' ? 'closeIncidents' : dutyOfFact(body)
}

/** Null for a fact that is not here. */
async function findBody(
  streams: Streams,
  stream: StreamId,
  id: EntryId,
): Promise<FoundBody | null> {
  const found = await streams.findDocument(stream, id)
  if (found === null || found.deleted) return null
  const parsed = CoordinationFact.safeParse(found.body)
  return parsed.success ? parsed.data.body : 'unreadable'
}
