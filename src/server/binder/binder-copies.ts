import type { ReserveBinderCopy } from '#contract/reserve-binder-copy.ts'
import type { DocumentVersions } from '#domain/binder/binder.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { World } from '#domain/base/world.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { lockName } from '../database/lock-name.ts'
import type { TenantScope } from '../database/with-tenant.ts'

export type BinderPrinter = { scope: TenantScope; name: string; now: Instant }

/**
 * Reserves the zone's next copy number and logs the print-out. Answers null when the scope has no such
 * zone, or when the copy whose pages it replaces was never printed.
 */
export async function reserveBinderCopy(
  transaction: DatabaseTransaction,
  reservation: ReserveBinderCopy,
  printer: BinderPrinter,
): Promise<number | null> {
  const { zone, world, replaces, versions, ...facts } = reservation
  if (!printer.scope.zones.includes(zone)) return null
  // Simultaneous prints of one zone wait here, so that no number is skipped or used twice.
  await lockName(transaction, `binder ${printer.scope.municipality} ${zone}`)
  if (
    replaces !== null &&
    (await findCopyVersions(transaction, { zone, world }, replaces)) === null
  ) {
    return null
  }
  const last = await transaction
    .selectFrom('binderCopy')
    .select(({ fn }) => fn.max('copy').as('copy'))
    .where('zoneId', '=', zone)
    .where('world', '=', world)
    .executeTakeFirst()
  // Without rows the maximum is null, although its type says otherwise.
  const copy = (last?.copy ?? 0) + 1
  await transaction
    .insertInto('binderCopy')
    .values({
      ...facts,
      municipalityId: printer.scope.municipality,
      world,
      zoneId: zone,
      copy,
      printedById: printer.scope.account,
      printedBy: printer.name,
      printedAt: printer.now,
      replaces,
      versions: JSON.stringify(versions),
    })
    .execute()
  return copy
}

/** Finds the document versions that a copy holds; null when the zone has no such copy. */
export async function findCopyVersions(
  transaction: DatabaseTransaction,
  { zone, world }: { zone: ZoneId; world: World },
  copy: number,
): Promise<DocumentVersions | null> {
  const found = await transaction
    .selectFrom('binderCopy')
    .select('versions')
    .where('zoneId', '=', zone)
    .where('world', '=', world)
    .where('copy', '=', copy)
    .executeTakeFirst()
  return found?.versions ?? null
}
