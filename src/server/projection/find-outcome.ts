import type { Verdict } from '#domain/entries/author-rights.ts'
import type { Author } from '#domain/base/author.ts'
import type { HeldReason } from '#domain/entries/held-note.ts'
import type { Note, NoteMark } from '#domain/entries/note.ts'
import type { EntryId, ZoneId } from '#domain/base/ids.ts'
import type { InboxEntry, QuarantineReason } from '../base/inbox-entry.ts'
import type { Settled } from './effect-place.ts'
import { findSubject, findZonesOf } from './find-subject.ts'
import type {
  CardOpened,
  Form,
  ProjectionPorts,
  ProjectionStores,
  ReadContent,
  UnverifiedOpened,
} from './projection-ports.ts'

/** What becomes of an entry. An opening of a card is logged, and one of an unverified list raises an alarm, whoever it was. */
export type Outcome =
  | { kind: 'quarantined'; reason: QuarantineReason }
  | Settled
  /** `told`: the zones that see that a note waits. */
  | { kind: 'held'; reason: HeldReason; note: Note; told: readonly ZoneId[] }
  | { kind: 'applied'; effect: Effect }

type Effect =
  | { kind: 'note'; note: Note }
  | { kind: 'opening'; zone: ZoneId; opened: CardOpened }
  | { kind: 'alarm'; opened: UnverifiedOpened }

type Stores = Pick<ProjectionStores, 'authors' | 'streams'>
type Ports = Pick<ProjectionPorts, 'judge' | 'said' | 'zones'>

/** Decides what becomes of an entry whose content is valid; its effect has the id. It writes nothing. */
export async function findOutcome(
  stores: Stores,
  row: InboxEntry,
  { read, entryId }: { read: ReadContent; entryId: EntryId },
  ports: Ports,
): Promise<Outcome> {
  if (read.kind === 'ofStream') {
    return { kind: 'applied', effect: { kind: 'alarm', opened: read.content } }
  }
  const { zone, content } = read
  return content.kind === 'cardOpened'
    ? { kind: 'applied', effect: { kind: 'opening', zone, opened: content } }
    : judgeForm(stores, row, { zone, content, entryId }, ports)
}

async function judgeForm(
  { authors, streams }: Stores,
  row: InboxEntry,
  written: { zone: ZoneId; content: Form; entryId: EntryId },
  { judge, said, zones }: Ports,
): Promise<Outcome> {
  const { zone, content } = written
  const { employeeId } = content.author
  const known = await authors.findAuthor(employeeId, row.deviceId)
  const about = { ...row.entry.header, zone, patientId: content.patientId }
  const subject = await findSubject(streams, about)
  const verdict = judge(known?.rights ?? null, { zone, subject }, row)
  const author = said.nameAuthor(known, content.author)
  const times = { ...content, receivedAt: row.receivedAt }
  const marks = [...marksOf(verdict), ...said.markTimes(times)]
  const note = noteOf(row, { ...written, author, marks })
  if (verdict.kind === 'effect') return { kind: 'applied', effect: { kind: 'note', note } }
  const hadZone = known?.rights.zones.some((held) => held.zone === zone) ?? false
  const homes = subject.kind === 'inZone' ? [zone] : await findZonesOf(streams, about, zones)
  const own = subject.kind === 'zoneItself' || hadZone ? [zone] : []
  // Her own zone must see that a note about her waits. One who is on no list is known only where the author works.
  const told = homes.length > 0 ? homes : own
  return { kind: 'held', reason: verdict.reason, note, told }
}

function marksOf(verdict: Verdict): NoteMark[] {
  return verdict.kind === 'effect' ? verdict.marks : []
}

type NoteParts = {
  entryId: EntryId
  zone: ZoneId
  content: Form
  author: Author
  marks: readonly NoteMark[]
}

function noteOf(row: InboxEntry, { entryId, zone, content, author, marks }: NoteParts): Note {
  const { deviceId, n, receivedAt, entry } = row
  const { patientId, eventAt, writtenAt, corrects, response } = content
  return {
    entryId,
    deviceId,
    n,
    zone,
    form: entry.header.form,
    patientId,
    author,
    eventAt,
    writtenAt,
    receivedAt,
    marks: [...marks],
    corrects,
    response,
  }
}
