import type * as core from 'zod/v4/core'
import {
  ChangeAccount,
  CloseAccount,
  IssueSignInCode,
  LendZone,
  ListAccountsAnswer,
  MakeAccount,
  SaveAccountAnswer,
  SaveStandIn,
} from '#contract/accounts/accounts.ts'
import {
  EmployeeListQuery,
  PreviewEmployeeListAnswer,
  TakeEmployeeListAnswer,
  TakeEmployeeListQuery,
} from '#contract/accounts/employee-list.ts'
import {
  OrganisationAnswer,
  SaveSection,
  SaveZone,
  SetZoneUse,
} from '#contract/accounts/organisation.ts'
import { RedeemSignInCode, RedeemSignInCodeAnswer } from '#contract/accounts/redeem-sign-in-code.ts'
import { ColumnMappings, SavedColumnMapping } from '#contract/imports/column-mappings.ts'
import { DecideAmendment, DecideAmendmentAnswer } from '#contract/amendments/decide-amendment.ts'
import {
  DecidePatientLink,
  DecidePatientLinkAnswer,
} from '#contract/new-patients/decide-patient-link.ts'
import { DecideHeldEntry, DecideHeldEntryAnswer } from '#contract/decide-held-entry.ts'
import { DecideDeviceRequest, DeviceRequests } from '#contract/device-requests.ts'
import { EnrolDevice, EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import { ListZoneStatusAnswer } from '#contract/municipality/list-zone-status.ts'
import { LastImportAnswer, LastImportQuery } from '#contract/imports/last-import.ts'
import { SaveColumnAnswer } from '#contract/imports/save-column-answer.ts'
import { ListAlarmsAnswer } from '#contract/list-alarms.ts'
import { ListSecurityEventsAnswer } from '#contract/list-security-events.ts'
import { ListEntriesToCheckAnswer } from '#contract/list-entries-to-check.ts'
import { ListHeldEntriesAnswer } from '#contract/list-held-entries.ts'
import { ListStreams, ListStreamsAnswer } from '#contract/list-streams.ts'
import { OutboxFile } from '#contract/outbox-file.ts'
import { MunicipalitySettings } from '#contract/municipality-settings.ts'
import { ImportProgress } from '#contract/imports/import-progress.ts'
import { ImportQuery, PreviewImportAnswer } from '#contract/imports/preview-import.ts'
import { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import { PushEntries, PushEntriesAnswer } from '#contract/push-entries.ts'
import { ReadPatientDetails, ReadPatientDetailsAnswer } from '#contract/read-patient-details.ts'
import { ReadServerKeys, ReadServerKeysAnswer } from '#contract/read-server-keys.ts'
import { Session } from '#contract/read-session.ts'
import { RedeemInvitation, RedeemInvitationAnswer } from '#contract/redeem-invitation.ts'
import { ServerRefusal } from '#contract/refusal.ts'
import { ReserveBinderCopy, ReserveBinderCopyAnswer } from '#contract/reserve-binder-copy.ts'
import { RestoreImport, RestoreImportAnswer } from '#contract/imports/restore-import.ts'
import {
  ResumeSession,
  ResumeSessionAnswer,
  StartResuming,
  StartResumingAnswer,
} from '#contract/resume-session.ts'
import type { routes } from '#contract/routes.ts'
import { AssessForm, AssessFormAnswer } from '#contract/assess-form.ts'
import { PublishForm, PublishFormAnswer } from '#contract/forms/publish-form.ts'
import { SetFormUse, SetFormUseAnswer } from '#contract/forms/set-form-use.ts'
import { SaveContact, SaveContactAnswer } from '#contract/contacts/save-contact.ts'
import { SaveZonePlan, SaveZonePlanAnswer } from '#contract/contacts/save-zone-plan.ts'
import { SignIn, SignInAnswer } from '#contract/sign-in.ts'
import { StartEnrolmentAnswer } from '#contract/start-enrolment.ts'
import { TakeImportAnswer, TakeImportQuery } from '#contract/imports/take-import.ts'
import { documentKindNames, rowOf, schemaName } from '#domain/documents/document-kinds.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'

/** What travels by a route; null where nothing does, or nothing of ours. */
type RouteMessages = { request: core.$ZodType | null; answer: core.$ZodType | null }

const nothing = { request: null, answer: null }

/** The messages of every route: a new route does not compile before they are here. */
export const messagesByRoute = {
  signIn: { request: SignIn, answer: SignInAnswer },
  signOut: nothing,
  redeemInvitation: { request: RedeemInvitation, answer: RedeemInvitationAnswer },
  redeemSignInCode: { request: RedeemSignInCode, answer: RedeemSignInCodeAnswer },
  readSession: { request: null, answer: Session },
  startResuming: { request: StartResuming, answer: StartResumingAnswer },
  resumeSession: { request: ResumeSession, answer: ResumeSessionAnswer },
  startEnrolment: { request: null, answer: StartEnrolmentAnswer },
  enrolDevice: { request: EnrolDevice, answer: EnrolDeviceAnswer },
  readServerKeys: { request: ReadServerKeys, answer: ReadServerKeysAnswer },
  listStreams: { request: ListStreams, answer: ListStreamsAnswer },
  pullStream: { request: PullStream, answer: PullStreamAnswer },
  pushEntries: { request: PushEntries, answer: PushEntriesAnswer },
  /** The two that carry a file: their message stands in the address. */
  previewImport: { request: ImportQuery, answer: PreviewImportAnswer },
  takeImport: { request: TakeImportQuery, answer: TakeImportAnswer },
  restoreImport: { request: RestoreImport, answer: RestoreImportAnswer },
  readLastImport: { request: LastImportQuery, answer: LastImportAnswer },
  saveColumnAnswer: { request: SaveColumnAnswer, answer: SaveColumnAnswer },
  listColumnMappings: { request: null, answer: ColumnMappings },
  saveColumnMapping: { request: SavedColumnMapping, answer: SavedColumnMapping },
  listZoneStatus: { request: null, answer: ListZoneStatusAnswer },
  listAlarms: { request: null, answer: ListAlarmsAnswer },
  listSecurityEvents: { request: null, answer: ListSecurityEventsAnswer },
  readPatientDetails: { request: ReadPatientDetails, answer: ReadPatientDetailsAnswer },
  listEntriesToCheck: { request: null, answer: ListEntriesToCheckAnswer },
  listHeldEntries: { request: null, answer: ListHeldEntriesAnswer },
  decideAmendment: { request: DecideAmendment, answer: DecideAmendmentAnswer },
  decidePatientLink: { request: DecidePatientLink, answer: DecidePatientLinkAnswer },
  decideHeldEntry: { request: DecideHeldEntry, answer: DecideHeldEntryAnswer },
  listDeviceRequests: { request: null, answer: DeviceRequests },
  decideDeviceRequest: { request: DecideDeviceRequest, answer: DeviceRequests },
  readMunicipalitySettings: { request: null, answer: MunicipalitySettings },
  saveMunicipalitySettings: { request: MunicipalitySettings, answer: MunicipalitySettings },
  readOrganisation: { request: null, answer: OrganisationAnswer },
  saveSection: { request: SaveSection, answer: OrganisationAnswer },
  saveZone: { request: SaveZone, answer: OrganisationAnswer },
  setZoneUse: { request: SetZoneUse, answer: OrganisationAnswer },
  listAccounts: { request: null, answer: ListAccountsAnswer },
  makeAccount: { request: MakeAccount, answer: SaveAccountAnswer },
  changeAccount: { request: ChangeAccount, answer: SaveAccountAnswer },
  closeAccount: { request: CloseAccount, answer: SaveAccountAnswer },
  saveStandIn: { request: SaveStandIn, answer: SaveAccountAnswer },
  lendZone: { request: LendZone, answer: SaveAccountAnswer },
  issueSignInCode: { request: IssueSignInCode, answer: SaveAccountAnswer },
  /** The two that carry a file: their message stands in the address. */
  previewEmployeeList: { request: EmployeeListQuery, answer: PreviewEmployeeListAnswer },
  takeEmployeeList: { request: TakeEmployeeListQuery, answer: TakeEmployeeListAnswer },
  publishForm: { request: PublishForm, answer: PublishFormAnswer },
  setFormUse: { request: SetFormUse, answer: SetFormUseAnswer },
  saveZonePlan: { request: SaveZonePlan, answer: SaveZonePlanAnswer },
  saveContact: { request: SaveContact, answer: SaveContactAnswer },
  assessForm: { request: AssessForm, answer: AssessFormAnswer },
  reserveBinderCopy: { request: ReserveBinderCopy, answer: ReserveBinderCopyAnswer },
  unknownMessage: nothing,
  readHealth: nothing,
  readMetrics: nothing,
  readVersion: nothing,
  readClientFile: nothing,
} satisfies Record<keyof typeof routes, RouteMessages>

/** Everything of which there are golden files, by the beginning of their names. */
export const goldenSchemas: ReadonlyMap<string, core.$ZodType> = new Map([
  ...Object.entries(messagesByRoute).flatMap(([route, { request, answer }]) => [
    ...named(`${route}-request`, request),
    ...named(`${route}-answer`, answer),
  ]),
  ...named('importProgress', ImportProgress),
  ...named('refusal', ServerRefusal),
  ...named('outboxFile', OutboxFile),
  ...named('entryContent', EntryContent),
  ...documentKindNames.flatMap((kind) =>
    named(`document-${schemaName(kind).replace('@', '-')}`, rowOf(kind).schema),
  ),
])

function named(name: string, schema: core.$ZodType | null): [string, core.$ZodType][] {
  return schema === null ? [] : [[name, schema]]
}
