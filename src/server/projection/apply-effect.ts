import { documentOf } from '#domain/documents/document-of.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { HeldNote, HeldReason } from '#domain/entries/held-note.ts'
import type { Note, NoteMark } from '#domain/entries/note.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import type { DocumentWrite } from '../streams/write-versions.ts'
import type { Outcome } from './outcome.ts'
import { noteWrites } from './note-writes.ts'
import type { ProjectionStores } from './projection-ports.ts'
import { documentOfFact, streamOfFact } from '../facts/stream-fact.ts'

/** These say something about the phone's clock; the leader need not be asked. */
const clockMarks: readonly NoteMark[] = ['eventAhead', 'writtenAhead']

/** Writes what becomes of an entry. The stream is last, because its lock is held until the transaction ends. */
export async function applyEffect(
  { inbox, streams, putOff, reviews, alarms }: ProjectionStores,
  row: InboxEntry,
  outcome: Outcome,
  { hasher, now, zones }: { hasher: Hasher; now: Instant; zones: ReadonlySet<ZoneId> },
): Promise<void> {
  const { deviceId, bytesHash, entry } = row
  const { municipality, world } = entry.header
  const write = async (stream: StreamId, document: DocumentWrite): Promise<void> => {
    if (putOff !== undefined) return putOff(stream, [document])
    await writeDocuments(streams, stream, [document], { writer: 'projection', hasher, now })
  }
  switch (outcome.kind) {
    case 'quarantined':
    case 'settled':
      return
    case 'held': {
      const { note, reason, notified, fact } = outcome
      const asked = { deviceId, bytesHash, world, raisedAt: now, note, fact }
      await reviews.add({ kind: 'held', ...asked, reason })
      const waits = documentOf('heldNote', heldNoteOf(note, reason))
      // In the order of their ids, so that two writers cannot deadlock.
      for (const zone of notified.toSorted()) {
        const journal = zoneStreamOf('heldNote', { municipality, world, zone })
        await write(journal, { kind: 'put', ...waits })
      }
      return
    }
    case 'applied': {
      const { effect } = outcome
      if (effect.kind === 'opening') {
        const { author, patientId, openedAt, revealed, reason } = effect.opened
        const { zone, incident } = effect
        const place = { entryId: row.entryId, deviceId, world, zone, incident }
        const { employeeId } = author
        await inbox.recordAccess({ ...place, employeeId, patientId, openedAt, revealed, reason })
        return
      }
      if (effect.kind === 'alarm') {
        const { author, stream, kind } = effect.opened
        const { employeeId } = author
        // The time of the server: that of a device may be wrong, and the list of alarms is sorted by it.
        await alarms.add({ kind, at: now, stream, deviceId, employeeId })
        return
      }
      const { note } = effect
      const fact = effect.kind === 'fact' ? effect.fact : null
      if (note.marks.some((mark) => !clockMarks.includes(mark))) {
        await reviews.add({ kind: 'marked', deviceId, bytesHash, world, raisedAt: now, note, fact })
      }
      if (fact !== null) {
        const stream = streamOfFact(fact, { municipality, world })
        await write(stream, { kind: 'put', ...documentOfFact(fact) })
        return
      }
      const journal = zoneStreamOf('note', { municipality, world, zone: note.zone })
      const writes = await noteWrites(streams, note, [journal], { municipality, world, zones })
      for (const one of writes) await write(one.stream, one.write)
    }
  }
}

/** What a zone is told about a note that waits: that it does, and about whom. */
function heldNoteOf(note: Note, reason: HeldReason): HeldNote {
  const { entryId, zone, patientId, form, eventAt, receivedAt } = note
  return { entryId, zone, patientId, form, eventAt, receivedAt, reason }
}
