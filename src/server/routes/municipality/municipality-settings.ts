import { MunicipalitySettings } from '#contract/municipality-settings.ts'
import {
  readMunicipalitySettings,
  saveMunicipalitySettings,
} from '../../accounts/municipality-settings.ts'
import type { Sources } from '../../base/sources.ts'
import type { AccountsDatabase, Database } from '../../database/database.ts'
import { withAccounts, withTenant } from '../../database/with-tenant.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'

export function readMunicipalitySettingsRoute({ db }: { db: Database }): SignedInHandler {
  return ({ signedIn: { scope } }): Promise<MunicipalitySettings> =>
    withTenant(db, scope, readMunicipalitySettings)
}

export function saveMunicipalitySettingsRoute({
  accounts,
  sources,
}: {
  accounts: AccountsDatabase
  sources: Sources
}): SignedInHandler {
  return async ({ request, signedIn: { accountId, scope } }): Promise<MunicipalitySettings> => {
    const settings = MunicipalitySettings.parse(request.body)
    await withAccounts(accounts, scope, (transaction) =>
      saveMunicipalitySettings(transaction, settings, {
        municipality: scope.municipality,
        administrator: accountId,
        now: sources.now(),
      }),
    )
    return settings
  }
}
