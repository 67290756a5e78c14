import type { Organisation } from '#contract/accounts/organisation.ts'
import type { Account } from '#domain/accounts/account.ts'
import type { Keeper } from '#domain/accounts/judge-account.ts'
import type { SectionId, ZoneId } from '#domain/base/ids.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { Keeping } from '../employees/keep-accounts.ts'
import { listAccounts } from '../employees/list-accounts.ts'

type ZoneRow = { id: ZoneId; name: ZoneName; section: SectionId; closedAt: Instant | null }

/** How far each section has come: its zones, its people, its newest list, its phones. */
export async function readOrganisation({
  transaction,
  keeper,
  sources,
}: Pick<Keeping, 'transaction' | 'keeper' | 'sources'>): Promise<Organisation> {
  const accounts = await listAccounts(transaction, { keeper, now: sources.now() })
  const open = accounts.filter(({ closedAt }) => closedAt === null)
  const zones = await listZones(transaction)
  const sections = await transaction
    .selectFrom('section')
    .select(['sectionId as id', 'name'])
    .orderBy('name')
    .execute()
  const lists = await transaction
    .selectFrom('importRun')
    .select(['sectionId', ({ fn }) => fn.max('takenAt').as('takenAt')])
    .groupBy('sectionId')
    .execute()
  const hers = sections.filter(({ id }) => keepsSection(keeper, id, zones))
  return {
    kind: 'organisation',
    sections: hers.map((section) => {
      const own = zones.filter((zone) => zone.section === section.id)
      const people = open.filter((one) => own.some(({ id }) => one.zones.includes(id)))
      return {
        ...section,
        zones: own.map(({ id, name, closedAt }) => ({
          id,
          name,
          isInUse: closedAt === null,
          employees: people.filter((one) => one.zones.includes(id)).length,
        })),
        employees: people.length,
        leaders: people.filter((one) => leadsAll(one, own)).map(({ name }) => name),
        listTakenAt: lists.find(({ sectionId }) => sectionId === section.id)?.takenAt ?? null,
        enrolled: people.filter(({ devices }) => devices > 0).length,
      }
    }),
    accounts: open.length,
    notSignedIn: open.filter(({ lastUsedAt }) => lastUsedAt === null).length,
  }
}

/** Whoever may take in the section's lists: they show and change all its zones. */
function leadsAll({ role, zones }: Account, own: readonly ZoneRow[]): boolean {
  return (
    mayDo(role, 'importLists') &&
    own.every(({ id, closedAt }) => closedAt !== null || zones.includes(id))
  )
}

function keepsSection(keeper: Keeper, section: SectionId, zones: readonly ZoneRow[]): boolean {
  if (keeper === null || mayDo(keeper.role, 'keepSections')) return true
  return zones.some((zone) => zone.section === section && keeper.zones.includes(zone.id))
}

function listZones(transaction: DatabaseTransaction): Promise<ZoneRow[]> {
  return transaction
    .selectFrom('zone')
    .select(['zoneId as id', 'name', 'sectionId as section', 'closedAt'])
    .orderBy('name')
    .orderBy('zoneId')
    .execute()
}
