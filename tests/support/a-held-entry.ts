import type { HeldEntry } from '#app/online/api.ts'
import { HeldNote } from '#domain/entries/held-note.ts'
import { Instant } from '#domain/time/instant.ts'
import { aNote } from './a-note.ts'

const at = Instant.parse('2026-11-23T14:30:00.000Z')

/** A note that waits for a leader because its author does not have the zone. */
export function aHeldEntry(text: string): HeldEntry {
  return { kind: 'held', reason: 'zone', note: aNote(text), raisedAt: at }
}

/** What the zone is told about one. */
export function aHeldNote(fields: Partial<HeldNote> = {}): HeldNote {
  const { entryId, zone, patientId, form, eventAt, receivedAt } = aNote('')
  return HeldNote.parse({
    entryId,
    zone,
    patientId,
    form,
    eventAt,
    receivedAt,
    reason: 'zone',
    ...fields,
  })
}
