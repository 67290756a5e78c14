import { DecideDeviceRequest, type DeviceRequests } from '#contract/device-requests.ts'
import { readMunicipalitySettings } from '../accounts/municipality-settings.ts'
import type { SignedIn } from '../accounts/session-repository.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { Database, DatabaseTransaction } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import {
  decideDeviceRequest,
  type Leader,
  listDeviceRequests,
} from '../inbox/decide-device-request.ts'

type RouteServices = { db: Database; sources: Sources }

export function listDeviceRequestsRoute({ db, sources }: RouteServices): SignedInHandler {
  return ({ signedIn }): Promise<DeviceRequests> =>
    withTenant(db, signedIn.scope, (transaction) =>
      whatWaits(transaction, leaderOf(signedIn, sources)),
    )
}

export function decideDeviceRequestRoute({ db, sources }: RouteServices): SignedInHandler {
  return ({ request, signedIn }): Promise<DeviceRequests> => {
    const asked = DecideDeviceRequest.parse(request.body)
    const leader = leaderOf(signedIn, sources)
    return withTenant(db, signedIn.scope, async (transaction) => {
      switch (await decideDeviceRequest(transaction, asked, leader)) {
        case 'notFound':
          throw new Refused('notFound')
        case 'decidedOtherwise':
          throw new Refused('changedMeanwhile')
        case 'decided':
          return whatWaits(transaction, leader)
      }
    })
  }
}

function leaderOf({ accountId, scope }: SignedIn, sources: Sources): Leader {
  return { id: accountId, zones: scope.zones, now: sources.now() }
}

async function whatWaits(
  transaction: DatabaseTransaction,
  leader: Leader,
): Promise<DeviceRequests> {
  const requests = await listDeviceRequests(transaction, leader)
  return { ...(await readMunicipalitySettings(transaction)), requests }
}
