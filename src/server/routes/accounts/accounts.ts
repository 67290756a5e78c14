import {
  ChangeAccount,
  CloseAccount,
  IssueSignInCode,
  LendZone,
  type ListAccountsAnswer,
  MakeAccount,
  type SaveAccountAnswer,
  SaveStandIn,
} from '#contract/accounts/accounts.ts'
import {
  changeAccount,
  closeAccount,
  giveCode,
  makeAccount,
} from '../../employees/change-account.ts'
import {
  keepAccounts,
  type Keeping,
  type KeepingServices,
  readKept,
} from '../../employees/keep-accounts.ts'
import { listAccounts } from '../../employees/list-accounts.ts'
import { lendZone, saveStandIn } from '../../employees/save-stand-in.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { keeperOf, logKept } from './keeper-of.ts'

export function listAccountsRoute(services: KeepingServices): SignedInHandler {
  return ({ signedIn }): Promise<ListAccountsAnswer> =>
    readKept(services, keeperOf(signedIn), async ({ transaction, keeper, sources }) => ({
      accounts: await listAccounts(transaction, { keeper, now: sources.now() }),
    }))
}

export function makeAccountRoute(services: KeepingServices): SignedInHandler {
  return changeRoute(services, 'account made', (keeping, body) =>
    makeAccount(keeping, MakeAccount.parse(body)),
  )
}

export function changeAccountRoute(services: KeepingServices): SignedInHandler {
  return changeRoute(services, 'account changed', (keeping, body) =>
    changeAccount(keeping, ChangeAccount.parse(body)),
  )
}

export function closeAccountRoute(services: KeepingServices): SignedInHandler {
  return changeRoute(services, 'account closed', (keeping, body) =>
    closeAccount(keeping, CloseAccount.parse(body)),
  )
}

export function saveStandInRoute(services: KeepingServices): SignedInHandler {
  return changeRoute(services, 'time of an account set', (keeping, body) =>
    saveStandIn(keeping, SaveStandIn.parse(body)),
  )
}

export function lendZoneRoute(services: KeepingServices): SignedInHandler {
  return changeRoute(services, 'zone lent or returned', (keeping, body) =>
    lendZone(keeping, LendZone.parse(body)),
  )
}

export function issueSignInCodeRoute(services: KeepingServices): SignedInHandler {
  return changeRoute(services, 'one-time code issued', (keeping, body) =>
    giveCode(keeping, IssueSignInCode.parse(body).account),
  )
}

type Change = (keeping: Keeping, body: unknown) => ReturnType<typeof makeAccount>

function changeRoute(services: KeepingServices, what: string, change: Change): SignedInHandler {
  return async ({ request, signedIn }): Promise<SaveAccountAnswer> => {
    const changed = await keepAccounts(services, keeperOf(signedIn), (keeping) =>
      change(keeping, request.body),
    )
    if (!changed.ok) return { kind: 'refused', refusal: changed.refusal }
    logKept(request, signedIn, what)
    return { kind: 'saved', ...changed.value }
  }
}
