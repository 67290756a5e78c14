import {
  ChangeAccount,
  CloseAccount,
  IssueSignInCode,
  LendZone,
  MakeAccount,
  SaveStandIn,
} from '#contract/accounts/accounts.ts'
import { SaveSection, SaveZone, SetZoneUse } from '#contract/accounts/organisation.ts'
import { RedeemSignInCode } from '#contract/accounts/redeem-sign-in-code.ts'
import { routes } from '#contract/routes.ts'

const account = crypto.randomUUID()
const fields = {
  name: 'Kari Dahl',
  title: 'Sykepleier',
  hprNumber: null,
  role: 'nurse',
  zones: ['nord-1'],
}

/** A valid message to each route by which accounts, sections and zones are kept, and that reads its body as JSON. */
export const accountMessages = {
  makeAccount: {
    route: routes.makeAccount,
    schema: MakeAccount,
    message: { username: null, ...fields },
  },
  changeAccount: {
    route: routes.changeAccount,
    schema: ChangeAccount,
    message: { account, ...fields },
  },
  closeAccount: {
    route: routes.closeAccount,
    schema: CloseAccount,
    message: { account, reason: { kind: 'left' } },
  },
  saveStandIn: {
    route: routes.saveStandIn,
    schema: SaveStandIn,
    message: { account, change: { kind: 'days', from: '2026-12-01', to: '2026-12-14' } },
  },
  lendZone: {
    route: routes.lendZone,
    schema: LendZone,
    message: { account, zone: 'nord-1', change: { kind: 'ended' } },
  },
  issueSignInCode: {
    route: routes.issueSignInCode,
    schema: IssueSignInCode,
    message: { account },
  },
  redeemSignInCode: {
    route: routes.redeemSignInCode,
    schema: RedeemSignInCode,
    message: { username: 'kari', code: 'D3T9-490A-YA6M', password: 'riktig hest batteri' },
  },
  saveSection: {
    route: routes.saveSection,
    schema: SaveSection,
    message: { id: null, name: 'Nordre' },
  },
  saveZone: {
    route: routes.saveZone,
    schema: SaveZone,
    message: { id: null, section: 'nord', name: 'Indre' },
  },
  setZoneUse: {
    route: routes.setZoneUse,
    schema: SetZoneUse,
    message: { zone: 'nord-1', isInUse: false },
  },
}
