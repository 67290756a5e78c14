import {
  type AddressClass,
  type AmendmentParts,
  amendmentOfNote,
  concernsAmendments,
  type SignedForm,
  type Withdrawing,
} from '#domain/amendments/amendment-of-note.ts'
import type { EntryId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import { bodiesOf, parseBodies } from '#domain/documents/open-documents.ts'
import { type ZoneKind, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { Note } from '#domain/entries/note.ts'
import { journalResponse } from '#domain/new-patients/registration.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import type { DocumentWrite } from '../streams/write-versions.ts'
import { registrationWrites } from './registration-writes.ts'

type Streams = Pick<
  StreamStore,
  'findDocument' | 'findPresence' | 'listDocuments' | 'listStreamsWith'
>
type Place = { municipality: MunicipalityId; world: World; zones: Iterable<ZoneId> }
export type StreamWrite = { stream: StreamId; write: DocumentWrite }

/**
 * What a note leaves in the streams: itself in the given journals, a patient whom it registers, and if it says what has
 * changed since the list, an amendment in the classes that it belongs to, in the zone that has the patient by now. Whoever reads the journal reads no
 * code and no protected address. In the order of the streams' ids, so that two writers cannot deadlock.
 */
export async function noteWrites(
  streams: Streams,
  note: Note & Withdrawing,
  journals: readonly StreamId[],
  place: Place,
): Promise<StreamWrite[]> {
  const shown = { ...note, response: journalResponse(note) }
  const registered = await registrationWrites(streams, note, place)
  if (!concernsAmendments(note))
    return inOrder([
      ...journals.map((stream) => put(stream, documentOf('note', shown))),
      ...registered,
    ])
  const home = await findHome(streams, note, place)
  const streamOf = (kind: ZoneKind) => zoneStreamOf(kind, { ...place, zone: home.zone })
  const parts = amendmentOfNote(note, home.address)
  return inOrder([
    ...journals.map((stream) => put(stream, documentOf('note', shown))),
    ...(parts === null ? [] : documentsOf(parts, home.zone)).map(({ kind, document }) =>
      put(streamOf(kind), document),
    ),
    ...registered,
  ])
}

function inOrder(writes: readonly StreamWrite[]): StreamWrite[] {
  return writes.toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
}

type ZoneDocument = { kind: ZoneKind; document: NamedDocument }

function documentsOf({ open, details, hidden }: AmendmentParts, zone: ZoneId): ZoneDocument[] {
  const documents: ZoneDocument[] = []
  const add = (kind: ZoneKind, document: NamedDocument) => documents.push({ kind, document })
  if (open !== null) add('amendment', documentOf('amendment', { ...open, zone }))
  if (details !== null)
    add('detailsAmendment', documentOf('detailsAmendment', { ...details, zone }))
  if (hidden !== null) add('protectedAmendment', documentOf('protectedAmendment', hidden))
  return documents
}

function put(stream: StreamId, document: NamedDocument): StreamWrite {
  return { stream, write: { kind: 'put', ...document } }
}

type Home = { zone: ZoneId; address: AddressClass }

/** Where the patient is listed now, and whether her address may be read openly. Of one on no list nothing may. */
async function findHome(
  streams: Streams,
  { zone, patientId }: Note,
  { zones, ...place }: Place,
): Promise<Home> {
  const hidden: Home = { zone, address: 'protected' }
  if (patientId === null) return hidden
  const listOf = (one: ZoneId) => zoneStreamOf('patient', { ...place, zone: one })
  const found = new Set(await streams.listStreamsWith(patientId, [...zones].map(listOf)))
  const homes = [...zones].filter((one) => found.has(listOf(one)))
  const home = homes.includes(zone) ? zone : homes[0]
  if (home === undefined) return hidden
  const stored = await streams.findDocument(listOf(home), patientId)
  const { bodies } = bodiesOf('patient', stored === null ? [] : [stored])
  const [patient] = parseBodies('patient', bodies).values
  return { zone: home, address: patient?.addressProtection === 'none' ? 'open' : 'protected' }
}

const cardKinds = ['patient', 'patientDetails', 'protectedDetails'] as const

/**
 * Whether what an entry says since the list would take the place of a patient's card: both are documents of one stream, and the
 * entry's author chose its id. A registration guards itself.
 */
export async function isIdTaken(
  streams: Pick<StreamStore, 'listStreamsWith'>,
  { entryId, ...form }: { entryId: EntryId } & Pick<SignedForm, 'form' | 'withdraws'>,
  place: Place,
): Promise<boolean> {
  if (!concernsAmendments(form)) return false
  const cards = [...place.zones].flatMap((zone) =>
    cardKinds.map((kind) => zoneStreamOf(kind, { ...place, zone })),
  )
  return (await streams.listStreamsWith(entryId, cards)).length > 0
}
