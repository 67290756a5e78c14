import type {
  OrganisationRefusal,
  SaveSection,
  SaveZone,
  SetZoneUse,
} from '#contract/accounts/organisation.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { type EmployeeId, SectionId, ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { zoneIdFromName } from '#domain/roster/zone-slug.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { changeZones, grantZone } from '../accounts/account-rights.ts'
import { type Keeping, logAccountEvent } from '../employees/keep-accounts.ts'
import type { HeldByZone } from './count-held.ts'
import { listZoneFollowers } from './zone-followers.ts'

type Outcome<Value> = Promise<Result<Value, OrganisationRefusal>>

export async function saveSection(
  keeping: Keeping,
  { id: known, name }: SaveSection,
): Outcome<SectionId> {
  const { transaction, municipality: municipalityId } = keeping
  const sections = await transaction.selectFrom('section').select(['sectionId', 'name']).execute()
  const others = sections.filter(({ sectionId }) => sectionId !== known)
  if (known !== null && others.length === sections.length) {
    return refused({ kind: 'unknownSection' })
  }
  if (others.some((one) => foldText(one.name) === foldText(name))) {
    return refused({ kind: 'nameTaken' })
  }
  const id =
    known ??
    SectionId.parse(freeSlug(name, (slug) => sections.some((one) => one.sectionId === slug)))
  await transaction
    .insertInto('section')
    .values({ municipalityId, sectionId: id, name })
    .onConflict((same) => same.columns(['municipalityId', 'sectionId']).doUpdateSet({ name }))
    .execute()
  await logAccountEvent(keeping, 'sectionSaved', null, { place: id, name })
  return accepted(id)
}

/** A new zone belongs at once to whoever leads its section. */
export async function saveZone(
  keeping: Keeping,
  { id: known, section, name }: SaveZone,
): Outcome<ZoneId> {
  const { transaction, municipality: municipalityId, sources } = keeping
  const zones = await transaction
    .selectFrom('zone')
    .select(['zoneId', 'sectionId', 'name'])
    .execute()
  const found = zones.find(({ zoneId, sectionId }) => zoneId === known && sectionId === section)
  if (known !== null && found === undefined) return refused({ kind: 'unknownZone' })
  const isNamedSo = zones.some(
    (zone) =>
      zone.zoneId !== known &&
      zone.sectionId === section &&
      zone.name !== null &&
      foldText(zone.name) === foldText(name),
  )
  if (isNamedSo) return refused({ kind: 'nameTaken' })
  if (known !== null) {
    await transaction.updateTable('zone').set({ name }).where('zoneId', '=', known).execute()
    await logAccountEvent(keeping, 'zoneSaved', null, { place: known, name })
    return accepted(known)
  }
  const sections = await transaction.selectFrom('section').select('sectionId').execute()
  if (!sections.some(({ sectionId }) => sectionId === section)) {
    return refused({ kind: 'unknownSection' })
  }
  const followers = await listZoneFollowers(transaction, section)
  const isTaken = (slug: string) => zones.some(({ zoneId }) => zoneId === slug)
  const id = ZoneId.parse(
    isTaken(zoneIdFromName(name)) ? freeSlug(`${section} ${name}`, isTaken) : zoneIdFromName(name),
  )
  await transaction
    .insertInto('zone')
    .values({ municipalityId, zoneId: id, sectionId: section, name })
    .execute()
  for (const accountId of followers) {
    await grantZone(transaction, { municipalityId, accountId }, id, sources.now())
  }
  await logAccountEvent(keeping, 'zoneSaved', null, { place: id, name })
  return accepted(id)
}

/**
 * Takes a zone out of use when nothing lies in it, or into use again. Whoever leads keeps it, so that what a phone brings later is
 * seen by somebody; all others lose it.
 */
export async function setZoneUse(
  keeping: Keeping,
  { zone, isInUse }: SetZoneUse,
  held: HeldByZone,
): Outcome<ZoneId> {
  const { transaction, municipality: municipalityId, sources } = keeping
  const known = await transaction
    .selectFrom('zone')
    .select(['name', 'sectionId'])
    .where('zoneId', '=', zone)
    .executeTakeFirst()
  if (known === undefined) return refused({ kind: 'unknownZone' })
  const named = known.name === null ? { place: zone } : { place: zone, name: known.name }
  if (!isInUse) {
    if (held.patients + held.notes + held.waiting > 0) {
      return refused({ kind: 'zoneHolds', ...held })
    }
    await transaction.deleteFrom('lentZone').where('zoneId', '=', zone).execute()
    const holders = await transaction
      .selectFrom('account')
      .innerJoin('accountZone', 'accountZone.accountId', 'account.accountId')
      .select('account.accountId')
      .where('accountZone.zoneId', '=', zone)
      .where('account.role', '<>', 'sectionLeader')
      .execute()
    for (const { accountId } of holders) {
      const rest = (await zonesOf(transaction, accountId)).filter((one) => one !== zone)
      await changeZones(transaction, { municipalityId, accountId }, rest, sources.now())
    }
  }
  if (isInUse) {
    // Who began to lead after it went out of use does not have it.
    for (const accountId of await listZoneFollowers(transaction, known.sectionId)) {
      const holder = { municipalityId, accountId }
      const has = await zonesOf(transaction, accountId)
      if (!has.includes(zone)) await grantZone(transaction, holder, zone, sources.now())
    }
  }
  await transaction
    .updateTable('zone')
    .set({ closedAt: isInUse ? null : sources.now() })
    .where('zoneId', '=', zone)
    .execute()
  await logAccountEvent(keeping, isInUse ? 'zoneOpened' : 'zoneClosed', null, named)
  return accepted(zone)
}

async function zonesOf(transaction: DatabaseTransaction, accountId: EmployeeId): Promise<ZoneId[]> {
  const rows = await transaction
    .selectFrom('accountZone')
    .select('zoneId')
    .where('accountId', '=', accountId)
    .execute()
  return rows.map(({ zoneId }) => zoneId)
}

function freeSlug(name: string, isTaken: (slug: string) => boolean): string {
  const plain = zoneIdFromName(name)
  let slug: string = plain
  for (let number = 2; isTaken(slug); number++) slug = zoneIdFromName(`${plain} ${number}`)
  return slug
}
