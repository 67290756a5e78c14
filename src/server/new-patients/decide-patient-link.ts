import type { DecidePatientLink } from '#contract/new-patients/decide-patient-link.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import type { StoredPatient } from '#domain/documents/aged-documents.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { bodiesOf, parseBodies } from '#domain/documents/open-documents.ts'
import type { DocumentBodies } from '#domain/documents/document-kinds.ts'
import { type ZoneKind, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import {
  joinedBy,
  type LinkDecision,
  type PatientLink,
  standingDecisions,
} from '#domain/new-patients/patient-link.ts'
import {
  type Instant,
  instantFromMilliseconds,
  millisecondsFromInstant,
} from '#domain/time/instant.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import { hiddenWrites } from './hidden-address.ts'
import { inStreamOrder, type StreamWrite, writesByStream } from './stream-writes.ts'

type Context = {
  municipality: MunicipalityId
  world: World
  by: LinkDecision['by']
  hasher: Hasher
  now: Instant
}

/**
 * Writes a leader's decision where all phones of both zones see it. What was written about the temporary patient stays as
 * it is, and so does she: whoever reads her lays the decision on top.
 */
export async function decidePatientLink(
  streams: StreamStore,
  asked: DecidePatientLink,
  { municipality, world, by, hasher, now }: Context,
): Promise<Result<null, 'notFound' | 'changedMeanwhile'>> {
  const { temporaryId, zone, patientId, patientZone, choice } = asked
  const streamOf = (kind: ZoneKind, of: ZoneId) =>
    zoneStreamOf(kind, { municipality, world, zone: of })
  // Before anything is read, in the order of the ids: two leaders decide one after the other.
  const lists = [...new Set([streamOf('patient', zone), streamOf('patient', patientZone)])]
  for (const list of lists.toSorted()) await streams.lockHead(list)
  const find = <Kind extends ZoneKind>(kind: Kind, of: ZoneId, docId: string) =>
    findBody(streams, kind, streamOf(kind, of), docId)
  const temporary = await find('patient', zone, temporaryId)
  const listed = await find('patient', patientZone, patientId)
  const link = await find('patientLink', zone, linkId(temporaryId))
  const decisions = link?.decisions ?? []
  if (temporary?.temporary === undefined) return refused('notFound')
  // What was decided can be undone though the list has let her go since.
  if (choice !== 'undone' && !isListed(listed)) return refused('notFound')
  const joined = joinedBy(decisions)
  if (choice === 'same' && joined !== null && joined.patientId !== patientId) {
    return refused('changedMeanwhile')
  }
  if (standingKind(decisions, patientId) === choice) return accepted(null)
  const decision = { kind: choice, patientId, patientZone, by, at: afterAll(decisions, now) }
  const decided: PatientLink = { temporaryId, zone, decisions: [...decisions, decision] }
  const zones = new Set([zone, ...decided.decisions.map((one) => one.patientZone)])
  const writes: StreamWrite[] = [...zones].map((of) => ({
    stream: streamOf('patientLink', of),
    write: { kind: 'put', ...documentOf('patientLink', decided) },
  }))
  if (choice === 'same' && isHiddenBy(temporary, listed)) {
    const hidden = await find('protectedDetails', zone, temporaryId)
    writes.push(...hiddenWrites(temporary, hidden, { listed, streamOf }))
  }
  for (const { stream, documents } of inStreamOrder(writesByStream(writes))) {
    await writeDocuments(streams, stream, documents, { writer: 'leader', hasher, now })
  }
  return accepted(null)
}

function isListed(patient: StoredPatient | null): patient is StoredPatient {
  return patient !== null && patient.temporary === undefined
}

/** Whether the list protects an address that stands openly with the temporary patient. */
function isHiddenBy(temporary: StoredPatient, listed: StoredPatient | null): boolean {
  return temporary.addressProtection === 'none' && (listed?.addressProtection ?? 'none') !== 'none'
}

function standingKind(
  decisions: readonly LinkDecision[],
  patientId: PatientId,
): LinkDecision['kind'] {
  return standingDecisions(decisions).find((one) => one.patientId === patientId)?.kind ?? 'undone'
}

/** Each decision has a moment of its own, so that the latest is the same for everybody. */
function afterAll(decisions: readonly LinkDecision[], now: Instant): Instant {
  const last = decisions
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
  if (last === undefined || last < now) return now
  return instantFromMilliseconds(millisecondsFromInstant(last) + 1)
}

function linkId(temporaryId: PatientId): string {
  return `link-${temporaryId}`
}

async function findBody<Kind extends ZoneKind>(
  streams: Pick<StreamStore, 'findDocument'>,
  kind: Kind,
  stream: StreamWrite['stream'],
  docId: string,
): Promise<DocumentBodies[Kind] | null> {
  const stored = await streams.findDocument(stream, docId)
  const { bodies } = bodiesOf(kind, stored === null ? [] : [stored])
  return parseBodies(kind, bodies).values[0] ?? null
}
