import { createHash } from 'node:crypto'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { countNewer, type NewerDocuments } from '#domain/documents/newer-documents.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { DeviceKind } from '#domain/patient/device-kind.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import type { DatabaseTransaction } from '../../database/database.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import type { JoinedPatients } from '#domain/new-patients/patient-link.ts'
import { ColumnMapping } from '#domain/roster/list-column.ts'
import type { TimesByZone } from '#domain/roster/list-times.ts'
import type { ZonePlacement } from '#domain/roster/zone-placement.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type AmendmentDocument, listAmendments } from '../../amendments/read-amendments.ts'
import { readDocuments } from '../../streams/read-documents.ts'
import { readJoined } from '../../streams/read-joined.ts'
import { readOnce } from '../../streams/read-once.ts'
import type { ImportSection } from './import-section.ts'
import type { ImportServices } from './import-services.ts'
import type { MunicipalityZone } from './municipality-zone.ts'
import { readColumnAnswers } from './column-answers.ts'
import { listRoster, rosterHeads, type RosterPlace } from './roster-documents.ts'

/** What a list is read beside, and how far the roster has come. */
export type ImportBasis = {
  zones: readonly MunicipalityZone[]
  systems: SystemTables
  newerSystems: NewerDocuments
  mapping: ColumnMapping
  heads: Record<StreamId, number>
}

/** All that stands before an import. */
export type ImportGround = {
  basis: ImportBasis
  roster: RosterRecord[]
  times: TimesByZone
  amendments: AmendmentDocument[]
  /** Whom of the roster those are whom staff registered. */
  joined: JoinedPatients
}

/** Reads what stands before an import, within a snapshot of the section's scope. */
export async function readGround(
  transaction: DatabaseTransaction,
  services: Pick<ImportServices, 'openStreams' | 'world'>,
  section: ImportSection,
  mapping: string | null,
): Promise<Result<ImportGround, ImportRefusal>> {
  const basis = await readBasis(transaction, services, section, mapping)
  if (!basis.ok) return basis
  const place = {
    streams: readOnce(services.openStreams(transaction)),
    municipality: section.municipality,
    world: services.world,
  }
  const { records, times, newer } = await listRoster(place, section.ownZones)
  const signed = await listAmendments(place, section.ownZones)
  const links = await readJoined(place.streams, place, section.ownZones)
  // A patient whom this server cannot read would be taken for somebody who is not there.
  const documents = countNewer({
    ...basis.value.newerSystems,
    ...newer,
    ...signed.newer,
    ...links.newer,
  })
  if (documents > 0) return refused({ kind: 'olderServer', documents })
  return accepted({
    basis: basis.value,
    roster: records,
    times,
    amendments: signed.documents,
    joined: links.joined,
  })
}

/** Reads the basis alone; the same answer as before means that nobody has changed anything meanwhile. */
export async function readBasis(
  transaction: DatabaseTransaction,
  { openStreams, world }: Pick<ImportServices, 'openStreams' | 'world'>,
  { municipality, id, zones, ownZones }: Omit<ImportSection, 'scope'>,
  mappingName: string | null,
): Promise<Result<ImportBasis, ImportRefusal>> {
  const mapping = await findMapping(transaction, mappingName)
  if (!mapping.ok) return mapping
  const place = { streams: openStreams(transaction), municipality, world }
  const { systems, newer } = await readSystems(place)
  const heads = await rosterHeads(place, ownZones)
  // A mapping that is named is for this source, and an answer for all lists of the section.
  const columns = { ...(await readColumnAnswers(transaction, id)), ...mapping.value }
  return accepted({ zones, systems, newerSystems: newer, mapping: columns, heads })
}

/** Names an import: the same only for the same file, read in the same way, over the same roster. */
export function previewName(
  fileHash: string,
  { id: section }: Pick<ImportSection, 'id'>,
  basis: ImportBasis,
  placements: readonly ZonePlacement[],
): string {
  const text = canonicalJson({ fileHash, section, placements, ...basis })
  return createHash('sha256').update(text).digest('base64url')
}

async function findMapping(
  transaction: DatabaseTransaction,
  name: string | null,
): Promise<Result<ColumnMapping | null, ImportRefusal>> {
  if (name === null) return accepted(null)
  const row = await transaction
    .selectFrom('columnMapping')
    .select('columns')
    .where('name', '=', name)
    .executeTakeFirst()
  return row === undefined
    ? refused({ kind: 'unknownMapping', name })
    : accepted(ColumnMapping.parse(row.columns))
}

type SystemTables = { services: readonly ServiceDefinition[]; kinds: readonly DeviceKind[] }

/** The municipality's own tables lie in its stream of systems; a new municipality starts with the defaults. */
async function readSystems({
  streams,
  municipality,
  world,
}: RosterPlace): Promise<{ systems: SystemTables; newer: NewerDocuments }> {
  const place = { municipality, world }
  const servicesStream = municipalityStreamOf('serviceDefinition', place)
  const services = await readDocuments(streams, 'serviceDefinition', servicesStream)
  const kinds = await readDocuments(
    streams,
    'deviceKind',
    municipalityStreamOf('deviceKind', place),
  )
  return {
    systems: {
      services: services.values.length === 0 ? defaultServiceDefinitions : services.values,
      kinds: kinds.values.length === 0 ? deviceKinds : kinds.values,
    },
    newer: { ...services.newer, ...kinds.newer },
  }
}
