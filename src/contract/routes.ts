import type { Role } from '#domain/base/role.ts'
import { rolesByDuty } from '#domain/roles/duties.ts'

/** Who may use a route. */
export type RouteAccess =
  | { kind: 'public' }
  /** A device of the municipality, signed in or not. The handler checks the signature in the message. */
  | { kind: 'deviceSignature' }
  /** Signed-in employees with one of these roles. All other roles are refused, also ones added later. */
  | { kind: 'session'; roles: readonly Role[] }

export type Route = {
  method: 'GET' | 'POST' | 'PUT'
  /** The pattern that access is decided by, however the address is spelled. */
  path: string
  access: RouteAccess
  /** 1 by default. */
  maxBodyMegabytes?: number
  /** How deep a body may nest, where that is more than usual. */
  maxBodyDepth?: number
  /**
   * A busy server accepts `entries` before it sends lists; a request that `staysOpen` is not counted, and one to `signIn`
   * has a line of its own.
   */
  admission?: 'entries' | 'staysOpen' | 'signIn'
}

const anybody = { kind: 'public' } as const
const device = { kind: 'deviceSignature' } as const
const employees = session('nurse', 'shiftLead', 'sectionLeader', 'hdu', 'administrator')
const importers = session(...rolesByDuty.importLists)
const amendmentDeciders = session(...rolesByDuty.decideAmendments)
const patientJoiners = session(...rolesByDuty.joinPatients)
const leaders = session(...rolesByDuty.decideHeldEntries)
const approvers = session(...rolesByDuty.approveDevices)
const fetchers = session(...rolesByDuty.fetchPatientPart)
const printers = session(...rolesByDuty.printBinder)
const alarmReaders = session(...rolesByDuty.readAlarms)
const securityReaders = session(...rolesByDuty.readSecurityEvents)
const contactKeepers = session(...rolesByDuty.keepContacts)
const formAssessors = session(...rolesByDuty.assessForms)
const formKeepers = session(...rolesByDuty.keepForms)
const accountKeepers = session(...rolesByDuty.keepAccounts)
const sectionKeepers = session(...rolesByDuty.keepSections)
const settingsKeepers = session(...rolesByDuty.changeSettings)

/**
 * All routes of the server, and who may use each one. The handler of a new message compiles when its route is here,
 * and the server does not start with a route that is not here.
 */
export const routes = {
  signIn: { method: 'POST', path: '/api/sign-in', access: anybody, admission: 'signIn' },
  /** Ends the session of the request, if there is one; answers 204 without a message. */
  signOut: { method: 'POST', path: '/api/sign-out', access: anybody },
  redeemInvitation: {
    method: 'POST',
    path: '/api/invitations/redeem',
    access: anybody,
    admission: 'signIn',
  },
  /** A new employee, or one whose password was forgotten, chooses one by her one-time code. */
  redeemSignInCode: {
    method: 'POST',
    path: '/api/sign-in-codes/redeem',
    access: anybody,
    admission: 'signIn',
  },
  readSession: { method: 'GET', path: '/api/session', access: employees },
  /** An employee who has unlocked her phone goes on with a session that ended when a colleague signed in on it. */
  startResuming: { method: 'POST', path: '/api/session/start', access: device },
  resumeSession: { method: 'POST', path: '/api/session/resume', access: device },
  startEnrolment: { method: 'POST', path: '/api/devices/start', access: employees },
  enrolDevice: { method: 'POST', path: '/api/devices', access: employees },

  readServerKeys: { method: 'POST', path: '/api/sync/keys', access: anybody },

  /** The phones that wait for a leader, for a leader who shares a zone with their employees. */
  listDeviceRequests: { method: 'GET', path: '/api/device-requests', access: approvers },
  decideDeviceRequest: { method: 'POST', path: '/api/device-requests', access: approvers },
  readMunicipalitySettings: {
    method: 'GET',
    path: '/api/municipality-settings',
    access: settingsKeepers,
  },
  saveMunicipalitySettings: {
    method: 'PUT',
    path: '/api/municipality-settings',
    access: settingsKeepers,
  },

  /** Sections and zones with how far each has come, for a leader her own. */
  readOrganisation: { method: 'GET', path: '/api/organisation', access: accountKeepers },
  saveSection: { method: 'PUT', path: '/api/organisation/section', access: sectionKeepers },
  saveZone: { method: 'PUT', path: '/api/organisation/zone', access: sectionKeepers },
  setZoneUse: { method: 'PUT', path: '/api/organisation/zone-use', access: sectionKeepers },
  /** An administrator keeps everybody's account but her own, a leader those of her zones' staff. */
  listAccounts: { method: 'GET', path: '/api/accounts', access: accountKeepers },
  makeAccount: { method: 'POST', path: '/api/accounts', access: accountKeepers },
  changeAccount: { method: 'PUT', path: '/api/accounts', access: accountKeepers },
  closeAccount: { method: 'POST', path: '/api/accounts/close', access: accountKeepers },
  /** Stand-ins: an account or one of its zones for a time, extended or ended early. */
  saveStandIn: { method: 'PUT', path: '/api/accounts/stand-in', access: accountKeepers },
  lendZone: { method: 'PUT', path: '/api/accounts/lent-zone', access: accountKeepers },
  issueSignInCode: { method: 'POST', path: '/api/sign-in-codes', access: accountKeepers },
  previewEmployeeList: {
    method: 'POST',
    path: '/api/accounts/list/preview',
    access: accountKeepers,
    maxBodyMegabytes: 2,
  },
  takeEmployeeList: {
    method: 'POST',
    path: '/api/accounts/list/take',
    access: accountKeepers,
    maxBodyMegabytes: 2,
  },

  /** For a zone of hers. */
  saveZonePlan: { method: 'PUT', path: '/api/zone-plans', access: contactKeepers },
  saveContact: { method: 'PUT', path: '/api/contacts', access: contactKeepers },
  assessForm: { method: 'PUT', path: '/api/forms/assessment', access: formAssessors },
  publishForm: {
    method: 'POST',
    path: '/api/forms/versions',
    access: formKeepers,
    // A question within a question's group within a group: each is an object in a list.
    maxBodyDepth: 60,
  },
  setFormUse: { method: 'PUT', path: '/api/forms/use', access: formKeepers },

  listStreams: { method: 'POST', path: '/api/sync/streams', access: employees },
  pullStream: { method: 'POST', path: '/api/sync/pull', access: employees },
  pushEntries: { method: 'POST', path: '/api/sync/push', access: device, admission: 'entries' },

  previewImport: {
    method: 'POST',
    path: '/api/import/preview',
    access: importers,
    maxBodyMegabytes: 20,
  },
  takeImport: {
    method: 'POST',
    path: '/api/import/take',
    access: importers,
    maxBodyMegabytes: 20,
  },
  restoreImport: { method: 'POST', path: '/api/import/restore', access: importers },
  readLastImport: { method: 'GET', path: '/api/import/last', access: importers },
  saveColumnAnswer: { method: 'PUT', path: '/api/import/columns', access: importers },
  listColumnMappings: { method: 'GET', path: '/api/import/mappings', access: importers },
  saveColumnMapping: { method: 'PUT', path: '/api/import/mappings', access: importers },

  /** Phones and binder of the zones of a leader. */
  listZoneStatus: { method: 'GET', path: '/api/zone-status', access: importers },
  listAlarms: { method: 'GET', path: '/api/alarms', access: alarmReaders },
  listSecurityEvents: { method: 'GET', path: '/api/security-events', access: securityReaders },

  readPatientDetails: { method: 'POST', path: '/api/patients/read', access: fetchers },

  /** What waits for a leader's decision, in her own zones. */
  listHeldEntries: { method: 'GET', path: '/api/held-entries', access: leaders },
  /** What is kept for a person and has no effect, in her own zones. */
  listEntriesToCheck: { method: 'GET', path: '/api/entries-to-check', access: leaders },
  decideHeldEntry: { method: 'POST', path: '/api/held-entries/decide', access: leaders },

  /** Whether what staff signed or a list is right, in the leader's own zones. */
  decideAmendment: { method: 'POST', path: '/api/amendments/decide', access: amendmentDeciders },

  /** Whether a temporary patient is one of the list, in the leader's own zones. */
  decidePatientLink: { method: 'POST', path: '/api/new-patients/decide', access: patientJoiners },

  reserveBinderCopy: { method: 'POST', path: '/api/binder-copies', access: printers },

  /** Answers any other address below /api/ with `notFound`, so that it never opens the app. */
  unknownMessage: { method: 'GET', path: '/api/*', access: anybody },
  readHealth: { method: 'GET', path: '/healthz', access: anybody },
  readMetrics: { method: 'GET', path: '/metrics', access: anybody },
  readVersion: { method: 'GET', path: '/version.json', access: anybody },
  readClientFile: { method: 'GET', path: '/*', access: anybody },
} as const satisfies Record<string, Route>

function session<const Roles extends readonly Role[]>(
  ...roles: Roles
): { readonly kind: 'session'; readonly roles: Roles } {
  return { kind: 'session', roles }
}
