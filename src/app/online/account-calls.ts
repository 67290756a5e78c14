import type * as z from 'zod/mini'
import {
  type ChangeAccount,
  type CloseAccount,
  type IssueSignInCode,
  type LendZone,
  ListAccountsAnswer,
  type MakeAccount,
  SaveAccountAnswer,
  type SaveStandIn,
} from '#contract/accounts/accounts.ts'
import {
  type EmployeeListQuery,
  PreviewEmployeeListAnswer,
  TakeEmployeeListAnswer,
  type TakeEmployeeListQuery,
} from '#contract/accounts/employee-list.ts'
import {
  OrganisationAnswer,
  type SaveSection,
  type SaveZone,
  type SetZoneUse,
} from '#contract/accounts/organisation.ts'
import type { RedeemSignInCode } from '#contract/accounts/redeem-sign-in-code.ts'
import { importContentType } from '#contract/imports/preview-import.ts'
import { Session } from '#contract/read-session.ts'
import { routes } from '#contract/routes.ts'
import type { ApiAnswer, ApiCall } from './api.ts'

export type { SaveAccountAnswer, SignInCode } from '#contract/accounts/accounts.ts'
export type { EmployeeListPreview } from '#contract/accounts/employee-list.ts'
export type {
  Organisation,
  OrganisationAnswer,
  OrganisedSection,
  OrganisedZone,
} from '#contract/accounts/organisation.ts'

type Send = <Value>(request: ApiCall<Value>) => ApiAnswer<Value>

/** What is asked of the server about accounts, sections and zones. */
export function accountCalls(call: Send) {
  const send = <Value>(
    { method, path }: { method: 'GET' | 'POST' | 'PUT'; path: string },
    message: object,
    answer: z.ZodMiniType<Value>,
  ) =>
    call({
      method,
      path,
      body: { type: 'application/json', bytes: JSON.stringify(message) },
      answer,
    })
  const sendFile = <Value>(
    path: string,
    query: Record<string, string | undefined>,
    file: Blob,
    answer: z.ZodMiniType<Value>,
  ) => call({ method: 'POST', path, query, body: { type: importContentType, bytes: file }, answer })

  return {
    redeemSignInCode: (message: RedeemSignInCode): ApiAnswer<Session> =>
      send(routes.redeemSignInCode, message, Session),

    readOrganisation: (): ApiAnswer<OrganisationAnswer> =>
      call({ method: 'GET', path: routes.readOrganisation.path, answer: OrganisationAnswer }),
    saveSection: (message: SaveSection): ApiAnswer<OrganisationAnswer> =>
      send(routes.saveSection, message, OrganisationAnswer),
    saveZone: (message: SaveZone): ApiAnswer<OrganisationAnswer> =>
      send(routes.saveZone, message, OrganisationAnswer),
    setZoneUse: (message: SetZoneUse): ApiAnswer<OrganisationAnswer> =>
      send(routes.setZoneUse, message, OrganisationAnswer),

    listAccounts: (): ApiAnswer<ListAccountsAnswer> =>
      call({ method: 'GET', path: routes.listAccounts.path, answer: ListAccountsAnswer }),
    makeAccount: (message: MakeAccount): ApiAnswer<SaveAccountAnswer> =>
      send(routes.makeAccount, message, SaveAccountAnswer),
    changeAccount: (message: ChangeAccount): ApiAnswer<SaveAccountAnswer> =>
      send(routes.changeAccount, message, SaveAccountAnswer),
    closeAccount: (message: CloseAccount): ApiAnswer<SaveAccountAnswer> =>
      send(routes.closeAccount, message, SaveAccountAnswer),
    saveStandIn: (message: SaveStandIn): ApiAnswer<SaveAccountAnswer> =>
      send(routes.saveStandIn, message, SaveAccountAnswer),
    lendZone: (message: LendZone): ApiAnswer<SaveAccountAnswer> =>
      send(routes.lendZone, message, SaveAccountAnswer),
    issueSignInCode: (message: IssueSignInCode): ApiAnswer<SaveAccountAnswer> =>
      send(routes.issueSignInCode, message, SaveAccountAnswer),

    previewEmployeeList: (
      query: EmployeeListQuery,
      file: Blob,
    ): ApiAnswer<PreviewEmployeeListAnswer> =>
      sendFile(routes.previewEmployeeList.path, query, file, PreviewEmployeeListAnswer),
    takeEmployeeList: (
      query: TakeEmployeeListQuery,
      file: Blob,
    ): ApiAnswer<TakeEmployeeListAnswer> =>
      sendFile(routes.takeEmployeeList.path, query, file, TakeEmployeeListAnswer),
  }
}
