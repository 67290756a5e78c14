import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { Subject, Verdict } from '#domain/entries/author-rights.ts'
import type { Author, EntryContent } from '#domain/entries/entry-content.ts'
import type { HeldReason } from '#domain/entries/held-note.ts'
import type { Note, NoteMark } from '#domain/entries/note.ts'
import type { PatientId, ZoneId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { InboxEntry, QuarantineReason } from '../base/inbox-entry.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import type { ProjectionPorts, ProjectionStores, ReadContent } from './projection-ports.ts'

type Form = Extract<EntryContent, { kind: 'form' }>
type CardOpened = Extract<EntryContent, { kind: 'cardOpened' }>

/** What becomes of an entry. An opening of a card is logged whoever opened it. */
export type Outcome =
  | { kind: 'quarantined'; reason: QuarantineReason }
  | { kind: 'held'; reason: HeldReason; note: Note }
  | { kind: 'applied'; effect: { kind: 'note'; note: Note } | LoggedOpening }

type LoggedOpening = { kind: 'opening'; zone: ZoneId; opened: CardOpened }

/** Until when a time counts as the phone's clock being a little fast. */
const aheadMinutes = 5

/** Decides what becomes of an entry whose content is valid. It writes nothing. */
export async function findOutcome(
  { authors, streams }: Pick<ProjectionStores, 'authors' | 'streams'>,
  row: InboxEntry,
  { zone, content }: ReadContent,
  { judge }: Pick<ProjectionPorts, 'judge'>,
): Promise<Outcome> {
  if (content.kind === 'cardOpened') {
    return { kind: 'applied', effect: { kind: 'opening', zone, opened: content } }
  }
  const { employeeId } = content.author
  const known = await authors.findAuthor(employeeId, row.deviceId)
  const subject = await findSubject(streams, row, zone, content.patientId)
  const verdict = judge(known?.rights ?? null, { zone, subject }, row)
  // Her own words for herself are not believed. An author without an account has no name.
  const author = known?.author ?? { employeeId, name: '', title: null, hprNumber: null }
  const note = noteOf(row, { zone, content, author, marks: marksOf(verdict) })
  return verdict.kind === 'effect'
    ? { kind: 'applied', effect: { kind: 'note', note } }
    : { kind: 'held', reason: verdict.reason, note }
}

async function findSubject(
  streams: StreamStore,
  { entry: { header } }: InboxEntry,
  zone: ZoneId,
  patientId: PatientId | null,
): Promise<Subject> {
  if (patientId === null) return { kind: 'zoneItself' }
  const { municipality, world } = header
  const found = await streams.findPresence(
    zoneStreamOf('patient', { municipality, world, zone }),
    patientId,
  )
  if (found === null) return { kind: 'unknown' }
  return found.endedAt === null ? { kind: 'inZone' } : { kind: 'left', at: found.endedAt }
}

function marksOf(verdict: Verdict): NoteMark[] {
  return verdict.kind === 'effect' ? verdict.marks : []
}

type NoteParts = { zone: ZoneId; content: Form; author: Author; marks: readonly NoteMark[] }

function noteOf(row: InboxEntry, { zone, content, author, marks }: NoteParts): Note {
  const { entryId, deviceId, n, receivedAt, entry } = row
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
    marks: [...marks, ...aheadMarks({ eventAt, writtenAt, receivedAt })],
    corrects,
    response,
  }
}

function aheadMarks(times: Record<'eventAt' | 'writtenAt' | 'receivedAt', Instant>): NoteMark[] {
  const latest = plusMinutes(times.receivedAt, aheadMinutes)
  return [
    ...(times.eventAt > latest ? ['eventAhead' as const] : []),
    ...(times.writtenAt > latest ? ['writtenAhead' as const] : []),
  ]
}
