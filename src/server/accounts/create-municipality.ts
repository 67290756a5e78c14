import type { MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import type { AccountsDatabase } from '../database/database.ts'
import { withAccounts } from '../database/with-tenant.ts'

export type NewMunicipality = {
  id: MunicipalityId
  name: string
  /** Null for the municipality that answers on every host name that no other one has. */
  hostName: string | null
  sections: readonly { id: SectionId; name: string }[]
  zones: readonly { id: ZoneId; name: string; section: SectionId }[]
}

/** Creates what is missing and changes nothing that exists, so that an interrupted seeding can be repeated. */
export async function createMunicipality(
  accounts: AccountsDatabase,
  made: NewMunicipality,
): Promise<void> {
  const municipalityId = made.id
  await withAccounts(accounts, municipalityId, async (transaction) => {
    const { name, hostName } = made
    await transaction
      .insertInto('municipality')
      .values({ municipalityId, name, hostName })
      .onConflict((known) => known.column('municipalityId').doNothing())
      .execute()
    for (const section of made.sections) {
      await transaction
        .insertInto('section')
        .values({ municipalityId, sectionId: section.id, name: section.name })
        .onConflict((known) => known.doNothing())
        .execute()
    }
    for (const zone of made.zones) {
      await transaction
        .insertInto('zone')
        .values({ municipalityId, zoneId: zone.id, sectionId: zone.section, name: zone.name })
        .onConflict((known) => known.doNothing())
        .execute()
    }
  })
}
