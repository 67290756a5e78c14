import { createHash } from 'node:crypto'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { countNewer, type NewerDocuments } from '#domain/documents/newer-documents.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { EmployeeId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { localClock } from '#domain/time/instant.ts'
import { ColumnMapping } from '#domain/roster/list-column.ts'
import { withProposedPriority } from '#domain/lists/priority-proposal.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { TimesByZone } from '#domain/roster/list-times.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { Role } from '#domain/base/role.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import { priorityReasonText } from '#text/nb/words/priority.ts'
import type { Database, DatabaseTransaction } from '../../database/database.ts'
import type { TenantScope } from '../../database/with-tenant.ts'
import type { Sources } from '../../base/sources.ts'
import { readDocuments } from '../../streams/read-documents.ts'
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
  times: TimesByZone
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
  const now = sources.now()
  const ownIds = own.map(({ id }) => id)
  const place = { streams, municipality }
  const table = await listServices(streams, municipality)
  const { records: roster, times, newer } = await listRoster(place, ownIds)
  // Whom this server cannot read, it would take for somebody who is not there.
  const documents = countNewer({ ...table.newer, ...newer })
  if (documents > 0) return refused({ kind: 'olderServer', documents })
  const context: ReadContext = {
    now,
    today: localClock(now).on,
    services: table.services,
    zones: own,
    mapping: mapping.value,
  }
  const list = readList(request.bytes, context)
  if (!list.ok) return list
  const tables = { kinds: deviceKinds, services: context.services }
  const plan = planImport(list.value, {
    section,
    roster,
    times,
    zones,
    now,
    propose: (record) => withProposedPriority(record, tables, priorityReasonText),
  })
  const fileHash = createHash('sha256').update(request.bytes).digest('hex')
  const heads = await rosterHeads(place, ownIds)
  const { services } = context
  const basis = canonicalJson({ fileHash, section, heads, services, zones, mapping: mapping.value })
  const preview = createHash('sha256').update(basis).digest('base64url')
  return accepted({ list: list.value, plan, roster, times, zones, fileHash, preview })
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

/** The municipality's own table lies in its stream of systems; a new municipality starts with the default. */
async function listServices(
  streams: StreamStore,
  municipality: MunicipalityId,
): Promise<{ services: readonly ServiceDefinition[]; newer: NewerDocuments }> {
  const stream = municipalityStreamOf('serviceDefinition', { municipality, world: 'real' })
  const { values: own, newer } = await readDocuments(streams, 'serviceDefinition', stream)
  return { services: own.length === 0 ? defaultServiceDefinitions : own, newer }
}
