import { refused } from '#domain/base/result.ts'

const unreachable = () => Promise.resolve(refused({ kind: 'unreachable' } as const))

/** The calls about accounts, sections and zones, of a server that is not reached for them. */
export const unaskedAccounts = {
  redeemSignInCode: unreachable,
  readOrganisation: unreachable,
  saveSection: unreachable,
  saveZone: unreachable,
  setZoneUse: unreachable,
  listAccounts: unreachable,
  makeAccount: unreachable,
  changeAccount: unreachable,
  closeAccount: unreachable,
  saveStandIn: unreachable,
  lendZone: unreachable,
  issueSignInCode: unreachable,
  previewEmployeeList: unreachable,
  takeEmployeeList: unreachable,
}
