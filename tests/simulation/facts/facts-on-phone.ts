import { ownFactsOf, replayed } from '#app/worker/incident/model/own-facts.ts'
import { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { PersonFact } from '#domain/people/person-fact.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import type { OutboxRow } from '../../support/memory-outbox-store.ts'
import { newSession } from '../../support/replica-pins.ts'
import { openReplica } from '../../support/replica-reader.ts'
import type { KnownFacts } from '../incident/incident-view.ts'
import { type Device, type Enrolled, readerOn, wallMilliseconds } from '../phone.ts'
import type { RunContext } from '../run-context.ts'
import { coordinationStream, peopleOf } from '../sim-streams.ts'

export type FactsOnPhone = {
  /** Of the streams, as they open on this phone. */
  received: KnownFacts
  /** With the author's own, which the server has not given back yet, on top. */
  known: KnownFacts
}

/** Who says all the facts of a phone. */
export function authorOn({ staff }: Device): Enrolled {
  const [author] = staff
  if (author === undefined) throw new Error('A phone without employees')
  return author
}

/** What the phone shows its author of incidents and people, by the production rules. */
export async function factsOn(context: RunContext, device: Device): Promise<FactsOnPhone> {
  const author = authorOn(device)
  const read = async (stream: StreamId): Promise<unknown[]> => {
    const tools = { signatures: context.crypto.check, hasher: context.crypto.hasher }
    const disk = { ...device.replicas, pins: new Map(device.replicas.pins) }
    const reader = readerOn(device.outbox, author)
    const opened = await openReplica(disk, newSession(), reader, stream, tools)
    if (opened === null || opened.trust === 'unverified') return []
    return opened.documents.filter(({ deleted }) => !deleted).map(({ body }) => body)
  }
  const ofPeople = await Promise.all(author.employee.zones.map((zone) => read(peopleOf(zone))))
  const received = {
    coordination: (await read(coordinationStream)).map((body) => CoordinationFact.parse(body)),
    people: ofPeople.flat().map((body) => PersonFact.parse(body)),
  }
  if (context.without === 'replay') return { received, known: received }
  const now = instantFromMilliseconds(wallMilliseconds(context, device))
  const own = ownFactsOf(ownEntries(context, device), {
    now,
    aheadMinutes: device.clockAheadMinutes,
  })
  return {
    received,
    known: {
      coordination: replayed(received.coordination, own.coordination),
      people: replayed(received.people, own.people),
    },
  }
}

/** Each of the author's entries once, under its own id, in the state of the newest that it was sealed again as. */
function ownEntries({ without }: RunContext, device: Device): OwnEntry[] {
  const author = authorOn(device).employee.employeeId
  const rows = [...device.outbox.lines.values()]
    .filter((line) => line.author.employeeId === author)
    .flatMap((line) => line.rows)
  const states = new Map(rows.map(({ entry: { header }, state }) => [header.reseals, state]))
  return rows.flatMap((row) => {
    const { reseals, entryId } = row.entry.header
    if (reseals !== null && without !== 'eachOnce') return []
    return ownEntryOf(row, states.get(entryId) ?? row.state)
  })
}

function ownEntryOf({ entry, own }: OutboxRow, state: OwnEntry['state']): OwnEntry[] {
  if (own === null) return []
  const { header } = entry
  return [{ ...header, state, receivedAt: null, content: { kind: 'open', value: own } }]
}
