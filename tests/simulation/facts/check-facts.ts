import type { EntryId } from '#domain/base/ids.ts'
import { grouped } from '#domain/base/grouped.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { dutyOfFact } from '#domain/incidents/duty-of-fact.ts'
import { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { PersonFact } from '#domain/people/person-fact.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import type { InboxEntry } from '#server/base/inbox-entry.ts'
import type { Committed } from '../../support/memory-sync-database.ts'
import { type KnownFacts, viewOf, viewText } from '../incident/incident-view.ts'
import { simPeople } from '../incident/sim-people.ts'
import { type Device, unlockedOn } from '../phone.ts'
import type { RunContext } from '../run-context.ts'
import { coordinationStream, peopleOf, zones } from '../sim-streams.ts'
import { checkOwnFacts } from './check-own-facts.ts'
import { authorOn } from './facts-on-phone.ts'
import type { SaidFact } from './said-fact.ts'

/** Each fact has one effect, where and when it may; nothing stands that nobody has said. */
export function checkFacts(
  context: RunContext,
  said: readonly SaidFact[],
  committed: Committed,
): void {
  const { fail } = context
  const rows = [...committed.inbox.values()].map(({ entry }) => entry)
  const rowsByOriginal = grouped(rows, originalOf)
  for (const one of said) {
    const { entryId, stream } = one
    const held = rowsByOriginal.get(entryId) ?? []
    const isDue = held.some(({ status }) => status === 'stored')
    const isThere = bodiesIn(committed, stream).has(entryId)
    const isAsked = committed.reviews.get(entryId)?.kind === 'held'
    const happened = Number(isThere) + Number(isAsked)
    if (happened !== Number(isDue)) fail(`${entryId} had its effect ${happened} times`)
    const opened = held.filter(({ projected }) => projected !== 'waiting')
    if (isAsked) context.note('a fact waits for a leader')
    if (happened === 1) checkRight(context, one, opened, isThere ? 'stands' : 'waits')
  }
  const saidIn = grouped(said, ({ stream }) => stream)
  for (const stream of factStreams) {
    const ids = new Set<string>(saidIn.get(stream)?.map(({ entryId }) => entryId))
    for (const [docId, body] of bodiesIn(committed, stream)) {
      if (!ids.has(docId)) fail(`${docId} stands in ${stream}, and nobody said it there`)
      const { at, receivedAt } = body
      if (receivedAt !== null && at > receivedAt) {
        fail(`${docId} was said after it was received`)
      }
    }
  }
}

function originalOf({ entryId, entry }: InboxEntry): EntryId {
  return entry.header.reseals ?? entryId
}

const factStreams: readonly StreamId[] = [coordinationStream, ...zones.map(peopleOf)]

type Fact = CoordinationFact | PersonFact

function bodiesIn({ streams }: Committed, stream: StreamId): Map<string, Fact> {
  const schema = stream === coordinationStream ? CoordinationFact : PersonFact
  const rows = [...(streams.get(stream)?.documents.values() ?? [])]
  return new Map(
    rows.flatMap(({ document }) =>
      document.deleted ? [] : [[document.docId, schema.parse(document.body)] as const],
    ),
  )
}

function checkRight(
  { fail, rights }: RunContext,
  { entryId, author, channel, stream, body }: SaidFact,
  opened: readonly InboxEntry[],
  how: 'stands' | 'waits',
): void {
  if (channel === 'coordination') {
    const may = mayDo(rights.roleOf(author), dutyOfFact(body))
    if (how === 'stands' && !may) fail(`${entryId} stands, and its author may not ${body.kind}`)
    // An undo may take what it takes to say the other, too.
    if (how === 'waits' && may && body.kind !== 'undone') {
      fail(`${entryId} waits for a leader, and its author may ${body.kind}`)
    }
    return
  }
  const zone = zones.find((one) => peopleOf(one) === stream)
  if (zone === undefined || opened.length === 0) return
  if (how === 'waits') {
    if (opened.every(({ receivedAt }) => rights.hadAt(author, zone, receivedAt))) {
      fail(`${entryId} waits for a leader, and its author had the zone`)
    }
    return
  }
  if (!opened.some(({ receivedAt }) => rights.everHadBefore(author, zone, receivedAt))) {
    fail(`${entryId} is about people of a zone that its author never had`)
  }
  const wasKnown = ({ receivedAt, contactBefore }: InboxEntry): boolean =>
    contactBefore !== null && rights.hadHeardOfEnd(author, zone, contactBefore, receivedAt)
  if (opened.every(wasKnown)) {
    fail(`${entryId} is about people though its phone had heard that its author lost the zone`)
  }
}

/** Once all is settled, a phone shows what the server has, and on top only what the server gave no effect. */
export async function checkFactsAgree(
  context: RunContext,
  device: Device,
  said: readonly SaidFact[],
  committed: Committed,
): Promise<void> {
  const author = authorOn(device)
  const { received, known } = await checkOwnFacts(context, device, saidOn(device, said))
  const ids = new Set<string>(said.map(({ entryId }) => entryId))
  for (const { entryId } of [...known.coordination, ...known.people]) {
    if (!ids.has(entryId)) context.fail(`${device.name} shows ${entryId}, which nobody said`)
  }
  if (device.locked || !device.signedIn || unlockedOn(device) !== author) return
  const own = author.employee.zones.map(peopleOf)
  const now = instantFromMilliseconds(context.scheduler.now())
  const shown = viewText(viewOf(received, now, null))
  if (shown !== viewText(viewOf(knownIn(committed, own), now, null))) {
    context.fail(`${device.name} shows other incidents or people than the server has`)
  }
  if (viewOf(known, now, null).counted !== simPeople.length) {
    context.fail(`${device.name} counts somebody twice, or not`)
  }
  for (const { entryId, receivedAt } of [...known.coordination, ...known.people]) {
    const streams = [coordinationStream, ...own]
    const isThere = streams.some((stream) => bodiesIn(committed, stream).has(entryId))
    if (receivedAt === null && isThere) {
      context.fail(`${device.name} takes ${entryId} for unsent, and the server has given it back`)
    }
  }
}

function saidOn({ outbox }: Device, said: readonly SaidFact[]): SaidFact[] {
  const rows = [...outbox.lines.values()].flatMap((line) => line.rows)
  const ids = new Set(rows.map(({ entry }) => entry.header.entryId))
  return said.filter(({ entryId }) => ids.has(entryId))
}

function knownIn(committed: Committed, own: readonly StreamId[]): KnownFacts {
  const bodies = (stream: StreamId) => [...bodiesIn(committed, stream).values()]
  return {
    coordination: bodies(coordinationStream).map((body) => CoordinationFact.parse(body)),
    people: own.flatMap(bodies).map((body) => PersonFact.parse(body)),
  }
}
