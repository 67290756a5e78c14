import { createHash } from 'node:crypto'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { EmployeeId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { localClock } from '#domain/time/instant.ts'
import { ColumnMapping } from '#domain/roster/list-column.ts'
import { withProposedPriority } from '#domain/lists/priority-proposal.ts'
import { DeviceKind, deviceKindFinder } from '#domain/patient/device-kind.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { Role } from '#domain/base/role.ts'
import { ServiceDefinition } from '#domain/patient/service.ts'
import { streamIdOf } from '#domain/streams/stream.ts'
import type { Database, DatabaseTransaction } from '../../database/database.ts'
import type { TenantScope } from '../../database/with-tenant.ts'
import type { Sources } from '../../base/sources.ts'
import type { StreamStore } from '../../streams/stream-store.ts'
import type { MunicipalityZone } from './place-people.ts'
import { planImport, type ImportPlan } from './plan-import.ts'
import type { ReadContext, ReadList } from '../people/list-reading.ts'
import { readList } from '../read-list.ts'
import { listRoster, rosterHeads } from './roster-documents.ts'

export type ImportServices = {
  db: Database
  sources: Pick<Sources, 'now' | 'newId'>
  hasher: Hasher
  openStreams: (transaction: DatabaseTransaction) => StreamStore
}

/** Who imports, and in which role the database lets her; null for the import command, which is the server itself. */
export type Importer = { account: EmployeeId; role: Role } | null

export type ImportRequest = {
  municipality: MunicipalityId
  section: SectionId
  fileName: string
  bytes: Uint8Array
  /** The name of a saved column mapping; null for our own reading. */
  mapping: string | null
  importer: Importer
}

/** A file read and compared with the roster as it stands. */
export type PreparedImport = {
  list: ReadList
  plan: ImportPlan
  roster: RosterRecord[]
  zones: MunicipalityZone[]
  fileHash: string
  /** The same again only for the same file, read in the same way, over the same roster. */
  preview: string
}

/** An import reads and writes its section's zones, and the zones that it makes. */
export function importScope(
  { municipality, importer }: Pick<ImportRequest, 'municipality' | 'importer'>,
  zones: readonly ZoneId[],
): TenantScope {
  return { municipality, zones, account: importer?.account ?? null, role: importer?.role ?? null }
}

/** Zones are the whole municipality's, because their ids are unique within it. */
export function listMunicipalityZones(
  transaction: DatabaseTransaction,
): Promise<MunicipalityZone[]> {
  return transaction
    .selectFrom('zone')
    .select(['zoneId as id', 'name', 'sectionId as section'])
    .orderBy('zoneId')
    .execute()
}

/** Reads a file for a section, within a transaction of `importScope`. */
export async function prepareImport(
  transaction: DatabaseTransaction,
  { openStreams, sources }: ImportServices,
  request: ImportRequest,
): Promise<Result<PreparedImport, ImportRefusal>> {
  const { municipality, section } = request
  const streams = openStreams(transaction)
  const mapping = await findMapping(transaction, request.mapping)
  if (!mapping.ok) return mapping
  const zones = await listMunicipalityZones(transaction)
  const own = zones.filter((zone) => zone.section === section)
  const systems = await readSystems(streams, municipality)
  const now = sources.now()
  const context: ReadContext = {
    now,
    today: localClock(now).on,
    services: systems.services,
    zones: own,
    mapping: mapping.value,
  }
  const list = readList(request.bytes, context)
  if (!list.ok) return list
  const place = { streams, municipality }
  const ownIds = own.map(({ id }) => id)
  const roster = await listRoster(place, ownIds)
  const plan = planImport(list.value, {
    section,
    roster,
    zones,
    now,
    findDeviceKind: deviceKindFinder(systems.kinds),
    propose: (record) => withProposedPriority(record, systems),
  })
  const fileHash = createHash('sha256').update(request.bytes).digest('hex')
  const heads = await rosterHeads(place, ownIds)
  const basis = canonicalJson({ fileHash, section, heads, systems, zones, mapping: mapping.value })
  const preview = createHash('sha256').update(basis).digest('base64url')
  return accepted({ list: list.value, plan, roster, zones, fileHash, preview })
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

/** The municipality's own tables lie in its stream of systems; a new municipality starts with the defaults. */
async function readSystems(
  streams: StreamStore,
  municipality: MunicipalityId,
): Promise<{ services: readonly ServiceDefinition[]; kinds: readonly DeviceKind[] }> {
  const stream = streamIdOf({ kind: 'municipality', municipality, world: 'real', class: 'systems' })
  const page = { after: 0, limit: 10_000, tombstones: 'without' } as const
  const documents = await streams.listDocuments(stream, page)
  const services = documents.flatMap(({ schema, body }) =>
    schema === 'serviceDefinition@1' ? [ServiceDefinition.parse(body)] : [],
  )
  const kinds = documents.flatMap(({ schema, body }) =>
    schema === 'deviceKind@1' ? [DeviceKind.parse(body)] : [],
  )
  return {
    services: services.length === 0 ? defaultServiceDefinitions : services,
    kinds: kinds.length === 0 ? deviceKinds : kinds,
  }
}
