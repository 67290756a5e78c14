import {
  type OrganisationAnswer,
  type OrganisationRefusal,
  SaveSection,
  SaveZone,
  SetZoneUse,
} from '#contract/accounts/organisation.ts'
import type { Result } from '#domain/base/result.ts'
import {
  keepAccounts,
  type Keeping,
  type KeepingServices,
  readKept,
} from '../../employees/keep-accounts.ts'
import type { Database } from '../../database/database.ts'
import type { SignedInCall, SignedInHandler } from '../../http/serve-routes.ts'
import { countHeldBy } from '../../organisation/count-held.ts'
import { readOrganisation } from '../../organisation/read-organisation.ts'
import { saveSection, saveZone, setZoneUse } from '../../organisation/save-places.ts'
import { keeperOf, logKept } from './keeper-of.ts'

export function readOrganisationRoute(services: KeepingServices): SignedInHandler {
  return ({ signedIn }): Promise<OrganisationAnswer> =>
    readKept(services, keeperOf(signedIn), readOrganisation)
}

export function saveSectionRoute(services: KeepingServices): SignedInHandler {
  return changeRoute(services, 'section saved', (keeping, body) =>
    saveSection(keeping, SaveSection.parse(body)),
  )
}

export function saveZoneRoute(services: KeepingServices): SignedInHandler {
  return changeRoute(services, 'zone saved', (keeping, body) =>
    saveZone(keeping, SaveZone.parse(body)),
  )
}

export function setZoneUseRoute(services: KeepingServices & { db: Database }): SignedInHandler {
  return async (call): Promise<OrganisationAnswer> => {
    const { zone } = SetZoneUse.parse(call.request.body)
    const held = await countHeldBy(services.db, call.signedIn.scope.municipality, zone)
    const change = changeRoute(services, 'zone taken into or out of use', (keeping, body) =>
      setZoneUse(keeping, SetZoneUse.parse(body), held),
    )
    return await change(call)
  }
}

type Change = (keeping: Keeping, body: unknown) => Promise<Result<unknown, OrganisationRefusal>>

/** Answers how everything stands after the change, which one screen shows. */
function changeRoute(
  services: KeepingServices,
  what: string,
  change: Change,
): (call: SignedInCall) => Promise<OrganisationAnswer> {
  return async ({ request, signedIn }): Promise<OrganisationAnswer> => {
    const answer = await keepAccounts(services, keeperOf(signedIn), async (keeping) => {
      const changed = await change(keeping, request.body)
      if (!changed.ok) return { kind: 'refused', refusal: changed.refusal } as const
      return await readOrganisation(keeping)
    })
    if (answer.kind === 'organisation') logKept(request, signedIn, what)
    return answer
  }
}
