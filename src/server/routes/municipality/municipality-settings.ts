import { MunicipalitySettings } from '#contract/municipality-settings.ts'
import {
  readMunicipalitySettings,
  saveMunicipalitySettings,
} from '../../accounts/municipality-settings.ts'
import type { Sources } from '../../base/sources.ts'
import type { Database } from '../../database/database.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'

export function readMunicipalitySettingsRoute({ db }: { db: Database }): SignedInHandler {
  return ({ signedIn: { scope } }): Promise<MunicipalitySettings> =>
    withTenant(db, scope, readMunicipalitySettings)
}

export function saveMunicipalitySettingsRoute({
  db,
  sources,
}: {
  db: Database
  sources: Sources
}): SignedInHandler {
  return async ({ request, signedIn: { accountId, scope } }): Promise<MunicipalitySettings> => {
    const settings = MunicipalitySettings.parse(request.body)
    await withTenant(db, scope, (transaction) =>
      saveMunicipalitySettings(transaction, settings, {
        municipality: scope.municipality,
        administrator: accountId,
        now: sources.now(),
      }),
    )
    return settings
  }
}
