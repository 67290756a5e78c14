import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { EntryId, ZoneId } from '#domain/base/ids.ts'
import type { Verdict } from '#domain/entries/author-rights.ts'
import { patientOfFact } from '#domain/people/patient-of-fact.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type FactLine, undoneLabel } from '#text/nb/review/coordination-fact-lines.ts'
import { bodyInTime } from '#domain/incidents/said/start-in-time.ts'
import type { KnownAuthor } from '../accounts/author-store.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import { saidOf } from '../facts/fact-of-entry.ts'
import { dutiesOfFact } from '../facts/fact-references.ts'
import type { Outcome } from './outcome.ts'
import { findSubject, findNotified, hasHad } from './find-subject.ts'
import { linesOf, noteOfFact } from '../facts/note-of-fact.ts'
import type { ProjectionPorts, ProjectionStores, ReadContent } from './projection-ports.ts'
import { type StreamFact, findFacts, streamOfFact } from '../facts/stream-fact.ts'

type Stores = Pick<ProjectionStores, 'authors' | 'streams'>
type Ports = Pick<ProjectionPorts, 'judge' | 'said' | 'zones'>
type Read<Kind extends ReadContent['kind']> = Extract<ReadContent, { kind: Kind }>

/** Decides what becomes of a fact about an incident: whoever says it needs a role, and no zone. */
export async function findCoordinationOutcome(
  { authors, streams }: Stores,
  row: InboxEntry,
  { read: { content, incident }, entryId }: { read: Read<'ofIncident'>; entryId: EntryId },
  ports: Ports,
): Promise<Outcome> {
  const own = municipalityStreamOf('coordinationFact', row.entry.header)
  const among = { own, all: factStreams(row, ports.zones) }
  const known = await authors.findAuthor(content.author.employeeId, row.deviceId)
  const author = ports.said.nameAuthor(known, content.author)
  const { placeInTime, ownFacts } = ports.said
  const replaces = await ownFacts(streams, content.replaces, among)
  const said = saidOf(row, content, { entryId, incident, author, replaces, placeInTime })
  const inTime = bodyInTime(content, { ...said, receivedAt: row.receivedAt })
  const body =
    inTime.kind === 'undone'
      ? { ...inTime, facts: await ownFacts(streams, inTime.facts, among) }
      : inTime
  const wanted = {
    duties: await dutiesOfFact(streams, own, body),
    zone: null,
    subject: { kind: 'zoneItself' },
    receiver: null,
  } as const
  const verdict = ports.judge(known?.rights ?? null, wanted, row)
  const fact = { kind: 'coordinationFact', fact: { ...said, body } } as const
  return outcomeOf(streams, row, fact, {
    verdict,
    zone: zoneOfAuthor(known, row, ports.zones),
    notified: [],
  })
}

/** Decides what becomes of a fact about a zone's patients: whoever says it has the zone, and so has her patient. */
export async function findPersonOutcome(
  { authors, streams }: Stores,
  row: InboxEntry,
  { read: { content, incident, zone }, entryId }: { read: Read<'ofPeople'>; entryId: EntryId },
  ports: Ports,
): Promise<Outcome> {
  const about = { ...row.entry.header, zone, patientId: patientOfFact(content.body) }
  const own = zoneStreamOf('personFact', about)
  const among = { own, all: factStreams(row, ports.zones) }
  const known = await authors.findAuthor(content.author.employeeId, row.deviceId)
  const author = ports.said.nameAuthor(known, content.author)
  const { placeInTime, ownFacts } = ports.said
  const replaces = await ownFacts(streams, content.replaces, among)
  const said = saidOf(row, content, { entryId, incident, author, replaces, placeInTime })
  const receiver =
    content.body.kind === 'visitGiven'
      ? await authors.findAuthor(content.body.to.employeeId, row.deviceId)
      : null
  const keep = (facts: readonly EntryId[]) => ownFacts(streams, facts, among)
  const body = await ownBody(content.body, { receiver, keep })
  const subject = await findSubject(streams, about)
  const wanted = {
    duties: ['recordPeople'],
    zone,
    subject,
    receiver: body.kind === 'visitGiven' ? { rights: receiver?.rights ?? null } : null,
  } as const
  const verdict = ports.judge(known?.rights ?? null, wanted, row)
  const fact = { kind: 'personFact', fact: { ...said, zone, body } } as const
  const { zones } = ports
  const notifiesHome = about.patientId !== null && hasHad(known, zone)
  const notified =
    verdict.kind === 'effect'
      ? []
      : await findNotified(streams, about, { subject, zones, notifiesHome })
  return outcomeOf(streams, row, fact, { verdict, zone, notified })
}

/** What is said of people, with the server's own name for whom a visit is given to. */
async function ownBody(
  body: PersonFactBody,
  own: {
    receiver: KnownAuthor | null
    /** Those of the named facts that it may take back. */
    keep(facts: readonly EntryId[]): Promise<EntryId[]>
  },
): Promise<PersonFactBody> {
  if (body.kind === 'undone') return { ...body, facts: await own.keep(body.facts) }
  if (body.kind !== 'visitGiven') return body
  const { employeeId } = body.to
  return { ...body, to: { employeeId, name: own.receiver?.author.name ?? '' } }
}

async function outcomeOf(
  streams: Stores['streams'],
  row: InboxEntry,
  fact: StreamFact,
  { verdict, zone, notified }: { verdict: Verdict; zone: ZoneId; notified: readonly ZoneId[] },
): Promise<Outcome> {
  const marks = verdict.kind === 'effect' ? verdict.marks : []
  const isRead = verdict.kind === 'toPerson' || marks.length > 0
  const undone = isRead ? await undoneLines(streams, row, fact) : []
  const note = noteOfFact(row, fact, { zone, marks, undone })
  return verdict.kind === 'effect'
    ? { kind: 'applied', effect: { kind: 'fact', note, fact } }
    : { kind: 'held', reason: verdict.reason, note, notified, fact }
}

/** A leader decides about an undo by what it takes back. */
async function undoneLines(
  streams: Stores['streams'],
  { entry }: InboxEntry,
  one: StreamFact,
): Promise<FactLine[]> {
  const { body } = one.fact
  if (body.kind !== 'undone') return []
  const undone = await findFacts(streams, one.kind, streamOfFact(one, entry.header), body.facts)
  return undone.flatMap(linesOf).map(({ label, text }) => ({ label: undoneLabel(label), text }))
}

/** The streams of all facts in the entry's world. */
function factStreams({ entry }: InboxEntry, zones: ReadonlySet<ZoneId>): StreamId[] {
  const { municipality, world } = entry.header
  const place = { municipality, world }
  return [
    municipalityStreamOf('coordinationFact', place),
    ...[...zones].map((zone) => zoneStreamOf('personFact', { ...place, zone })),
  ]
}

/** Under which zone a leader reads what belongs to none: one that its author has, or else has had. */
function zoneOfAuthor(
  known: KnownAuthor | null,
  { receivedAt }: InboxEntry,
  zones: ReadonlySet<ZoneId>,
): ZoneId {
  const held = (known?.rights.zones ?? []).filter(({ zone }) => zones.has(zone))
  const present = held.filter(({ to }) => to === null || to > receivedAt)
  const inOrder = [...present, ...held].map(({ zone }) => zone)
  const [zone] = [...inOrder, ...[...zones].toSorted()]
  if (zone === undefined) throw new Error('A municipality without zones')
  return zone
}
