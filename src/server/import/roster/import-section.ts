import type { MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { Refused } from '../../base/refused.ts'
import type { Database, DatabaseTransaction } from '../../database/database.ts'
import { lockName } from '../../database/lock-name.ts'
import { withTenant, type TenantScope } from '../../database/with-tenant.ts'
import type { Importer, SectionRequest } from './import-request.ts'
import type { MunicipalityZone } from './municipality-zone.ts'

/** The section that a list is for, looked up once for a whole import or restoration. */
export type ImportSection = {
  municipality: MunicipalityId
  id: SectionId
  /** The whole municipality's, because a zone's id is unique within it. */
  zones: MunicipalityZone[]
  ownZones: ZoneId[]
  /** An import reads and writes its section's zones, and the zones that it makes. */
  scope: TenantScope
}

/** Looks a section up; ends the request of somebody who may not import to it. */
export async function openSection(
  db: Database,
  { municipality, section, importer }: SectionRequest,
): Promise<Result<ImportSection, ImportRefusal>> {
  const scope = {
    municipality,
    zones: [],
    account: importer?.account ?? null,
    role: importer?.role ?? null,
  }
  const zones = await withTenant(db, scope, async (transaction) =>
    (await hasSection(transaction, section)) ? await listZones(transaction) : null,
  )
  if (zones === null) return refused({ kind: 'unknownSection', section })
  const own = zones.filter((zone) => zone.section === section)
  const ownZones = own.map(({ id }) => id)
  // Nothing lies in a zone out of use, and who began to lead after that does not have it.
  const used = own.filter(({ isInUse }) => isInUse).map(({ id }) => id)
  if (!mayImport(importer, used)) throw new Refused('notAllowed')
  return accepted({
    municipality,
    id: section,
    zones,
    ownZones,
    scope: { ...scope, zones: ownZones },
  })
}

/** Whoever leads the section and has all its zones: an import shows and changes them all. Null is the server itself. */
function mayImport(importer: Importer, ownZones: readonly ZoneId[]): boolean {
  if (importer === null) return true
  const hasAll = ownZones.length > 0 && ownZones.every((zone) => importer.zones.includes(zone))
  return mayDo(importer.role, 'importLists') && hasAll
}

export async function hasSection(
  transaction: DatabaseTransaction,
  section: SectionId,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('section')
    .select('sectionId')
    .where('sectionId', '=', section)
    .executeTakeFirst()
  return row !== undefined
}

/** Every zone of the municipality. */
export function listZones(
  transaction: DatabaseTransaction,
): Promise<(MunicipalityZone & { isInUse: boolean })[]> {
  return transaction
    .selectFrom('zone')
    .select((zone) => [
      'zoneId as id',
      'name',
      'sectionId as section',
      zone('closedAt', 'is', null).$castTo<boolean>().as('isInUse'),
    ])
    .orderBy('zoneId')
    .execute()
}

/** Imports and restorations of one section wait for each other here. */
export function lockSection(
  transaction: DatabaseTransaction,
  { municipality, id }: Pick<ImportSection, 'municipality' | 'id'>,
): Promise<void> {
  return lockName(transaction, `section ${municipality} ${id}`)
}
