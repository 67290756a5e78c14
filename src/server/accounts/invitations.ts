import { defaultStreams } from '#content/default-documents.ts'
import type { RedeemInvitation } from '#contract/redeem-invitation.ts'
import type { World } from '#domain/base/world.ts'
import { MunicipalityId, type EmployeeId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { withAccounts, withTenant } from '../database/with-tenant.ts'
import type { Database } from '../database/database.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { Refused } from '../base/refused.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { writeAllStreams } from '../streams/write-all-streams.ts'
import { createAccount, type AccountServices } from './create-account.ts'
import { createMunicipality } from './create-municipality.ts'
import { findMunicipality } from './municipality-directory.ts'
import { tokenHash } from './token-hash.ts'

const validMinutes = 24 * 60

/** The municipality of an empty server, until its first administrator gives it a name. */
const firstMunicipality = { id: MunicipalityId.parse('kommune'), name: 'Kommunen' }

/**
 * Makes a token for the first administrator, or answers null when there is one.
 *
 * Each start makes a new token and revokes the previous one, so a link from an old terminal window is useless.
 */
export async function inviteFirstAdministrator({
  db,
  accounts,
  sources,
  world,
}: Omit<AccountServices, 'passwords'> & { db: Database; world: World }): Promise<string | null> {
  const known = await findMunicipality(db, '')
  if (known === null) {
    const nothing = { hostName: null, sections: [], zones: [] }
    await createMunicipality(accounts, { ...firstMunicipality, ...nothing })
    await withTenant(db, scopeOf(firstMunicipality.id), (transaction) =>
      writeAllStreams(
        postgresStreamStore(transaction),
        defaultStreams({ municipality: firstMunicipality.id, world }),
        {
          hasher: nodeHasher,
          now: sources.now(),
        },
      ),
    )
  }
  const municipality = known ?? firstMunicipality.id
  const token = sources.newToken()
  return await withAccounts(accounts, municipality, async (transaction) => {
    const account = await transaction
      .selectFrom('account')
      .select('accountId')
      .where('role', '=', 'administrator')
      .where('closedAt', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (account !== undefined) return null
    await transaction.deleteFrom('invitation').execute()
    await transaction
      .insertInto('invitation')
      .values({
        municipalityId: municipality,
        tokenHash: tokenHash(token),
        role: 'administrator',
        expiresAt: plusMinutes(sources.now(), validMinutes),
      })
      .execute()
    return token
  })
}

/** Creates the administrator that an invitation link is for. The link works once. */
export async function redeemInvitation(
  making: AccountServices,
  municipality: MunicipalityId,
  redeemed: RedeemInvitation,
): Promise<EmployeeId> {
  const role = await withAccounts(making.accounts, municipality, async (transaction) => {
    const used = await transaction
      .deleteFrom('invitation')
      .where('tokenHash', '=', tokenHash(redeemed.token))
      .where('expiresAt', '>', making.sources.now())
      .returning('role')
      .executeTakeFirst()
    if (used === undefined) throw new Refused('notFound')
    await transaction.updateTable('municipality').set({ name: redeemed.municipalityName }).execute()
    return used.role
  })
  const { username, password, name } = redeemed
  return await createAccount(making, municipality, {
    username,
    password,
    role,
    name,
    title: 'Administrator',
    hprNumber: null,
    zones: [],
  })
}

function scopeOf(municipality: MunicipalityId) {
  return { municipality, zones: [], account: null, role: null }
}
