import { EntryContext, type SealedEntry, contextBytes } from '#domain/entries/entry.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { bodiesOf, parseBodies } from '#domain/documents/open-documents.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { EntryId, KeyId, ZoneId } from '#domain/base/ids.ts'
import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import type { Note } from '#domain/entries/note.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { AlarmStore } from '../alarms/alarm-store.ts'
import type { InboxStore } from '../inbox/inbox-store.ts'
import type { InboxEntry, QuarantineReason } from '../base/inbox-entry.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import { placeEffect } from './effect-place.ts'

/** Opens content that was sealed to the server's key; null when it does not open. */
export interface SealOpener {
  /** The keys that it opens with. An entry sealed to another key waits for a server that has that key. */
  readonly keyIds: readonly KeyId[]
  open(entry: SealedEntry, context: Uint8Array<ArrayBuffer>): Promise<string | null>
}

export type ProjectionPorts = {
  seals: SealOpener
  hasher: Hasher
  /** Answers whether the municipality has such a zone. */
  isZone(zone: ZoneId): boolean
  /** Answers whether a response is valid for the form. */
  isValidResponse(form: Questionnaire, response: QuestionnaireResponse): boolean
}

export type ProjectionStores = { inbox: InboxStore; streams: StreamStore; alarms: AlarmStore }

/** The projection of an entry threw, which is our fault. The entry waits, and others are projected before it. */
export class ProjectionFault extends Error {
  readonly bytesHash: string

  constructor(bytesHash: string, cause: unknown) {
    super('An entry could not be projected.', { cause })
    this.name = 'ProjectionFault'
    this.bytesHash = bytesHash
  }
}

/**
 * Gives one waiting entry its effect and marks it, both in the caller's transaction, so that the
 * effect happens once. What does not open or is not valid is quarantined with a notice to its
 * device. Answers false when no entry waits for this key, except those in `without`.
 */
export async function projectNext(
  stores: ProjectionStores,
  ports: ProjectionPorts,
  now: Instant,
  without: ReadonlySet<string>,
): Promise<boolean> {
  const row = await claimNext(stores.inbox, ports.seals, now, without)
  if (row === null) return false
  try {
    const content = await readContent(row, stores.streams, ports)
    const place = content.ok ? await placeEffect(stores.inbox, row) : content
    await addNotice(stores.inbox, row, place.ok ? null : place.refusal, now)
    if (!content.ok || !place.ok || place.value.kind === 'hadEffect') return true
    await applyEffect(stores, row, content.value, {
      ...ports,
      now,
      entryId: place.value.entryId,
    })
  } catch (error) {
    throw new ProjectionFault(row.bytesHash, error)
  }
  return true
}

/** Begins with another key each millisecond, so that many entries sealed to one delay no entry sealed to another. */
async function claimNext(
  inbox: InboxStore,
  { keyIds }: SealOpener,
  now: Instant,
  without: ReadonlySet<string>,
): Promise<InboxEntry | null> {
  const first = millisecondsFromInstant(now) % Math.max(1, keyIds.length)
  for (const keyId of [...keyIds.slice(first), ...keyIds.slice(0, first)]) {
    const row = await inbox.claimWaiting(keyId, without)
    if (row !== null) return row
  }
  return null
}

async function readContent(
  { entry, authorEmployeeId }: InboxEntry,
  streams: StreamStore,
  { seals, hasher, isZone, isValidResponse }: ProjectionPorts,
): Promise<Result<EntryContent, QuarantineReason>> {
  const { header } = entry
  if (header.zone !== null && !isZone(header.zone)) return refused('unknownZone')
  const text = await seals.open(entry, contextBytes(EntryContext.parse(header), hasher))
  if (text === null) return refused('unopened')
  const content = EntryContent.safeParse(parsedJson(text))
  if (!content.success) return refused('unreadable')
  if (content.data.author.employeeId !== authorEmployeeId) return refused('otherAuthor')
  if (content.data.kind === 'unverifiedOpened') {
    const isOurs = content.data.stream.startsWith(`${header.municipality}/`)
    return isOurs ? accepted(content.data) : refused('unreadable')
  }
  if (header.zone === null) return refused('unknownZone')
  if (content.data.kind === 'cardOpened') return accepted(content.data)

  const form = await findForm(streams, header)
  if (form === null) return refused('unknownForm')
  return isValidResponse(form, content.data.response)
    ? accepted(content.data)
    : refused('invalidResponse')
}

/** Null for a form that was never issued. A form of a newer server is a fault: the entry waits for that server. */
async function findForm(
  streams: StreamStore,
  header: Pick<SealedEntry['header'], 'municipality' | 'world' | 'form'>,
): Promise<Questionnaire | null> {
  const stored = await streams.findDocument(
    municipalityStreamOf('questionnaire', header),
    header.form,
  )
  const { bodies, newer } = bodiesOf('questionnaire', stored === null ? [] : [stored])
  if (newer > 0) throw new Error(`A newer server issued ${header.form}`)
  return parseBodies('questionnaire', bodies).values[0] ?? null
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Adds a notice. Its cursor follows the clock, so that no cursor is used again after a restore of the database. */
async function addNotice(
  inbox: InboxStore,
  row: InboxEntry,
  reason: QuarantineReason | null,
  now: Instant,
): Promise<void> {
  const device = await inbox.lockDevice(row.deviceId)
  if (device === null) throw new Error(`Entry ${row.entryId} of an unknown device`)
  const cursor = Math.max(device.noticeCursor + 1, millisecondsFromInstant(now))
  await inbox.saveDevice({ ...device, noticeCursor: cursor })
  const kind = reason === null ? 'applied' : 'quarantined'
  await inbox.markProjected(row, { cursor, entryId: row.entryId, kind, reason })
}

async function applyEffect(
  { inbox, streams, alarms }: ProjectionStores,
  row: InboxEntry,
  content: EntryContent,
  { hasher, now, entryId }: { hasher: Hasher; now: Instant; entryId: EntryId },
): Promise<void> {
  const { deviceId, n } = row
  const { municipality, world, zone, form } = row.entry.header
  if (content.kind === 'unverifiedOpened') {
    const { author, stream } = content
    const { employeeId } = author
    // The time of the server: that of a device may be wrong, and the list of alarms is sorted by it.
    await alarms.add({ kind: content.kind, at: now, stream, deviceId, employeeId })
    return
  }
  if (zone === null) throw new Error('Content without a zone was accepted.')
  switch (content.kind) {
    case 'cardOpened': {
      const { author, patientId, openedAt, revealed, reason } = content
      const { employeeId } = author
      const place = { entryId: row.entryId, deviceId, world, zone }
      await inbox.recordAccess({ ...place, employeeId, patientId, openedAt, revealed, reason })
      return
    }
    case 'form': {
      const { patientId, author, eventAt, writtenAt, corrects, response } = content
      const note: Note = {
        entryId,
        deviceId,
        n,
        zone,
        form,
        patientId,
        author,
        eventAt,
        writtenAt,
        receivedAt: row.receivedAt,
        corrects,
        response,
      }
      const journal = zoneStreamOf('note', { municipality, world, zone })
      const write = { kind: 'put', ...documentOf('note', note) } as const
      await writeDocuments(streams, journal, [write], { writer: 'projection', hasher, now })
    }
  }
}
