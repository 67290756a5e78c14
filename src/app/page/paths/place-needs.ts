import type { Role } from '#domain/base/role.ts'
import { type Duty, mayDo } from '#domain/roles/duties.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { paths, type PlaceName } from './paths.ts'

/** What an employee's role must have for a place to make sense to her. */
export type Need =
  | { kind: 'class'; class: 'critical' | 'worklists' }
  | { kind: 'duty'; duty: Exclude<Duty, 'fetchPatientPart'> }

const lists = { kind: 'class', class: 'critical' } as const

const people = { kind: 'duty', duty: 'recordPeople' } as const

/** Null for what every employee may open. Her own drafts and what she has sent are hers in every role. */
const needs = {
  now: null,
  whatFails: { kind: 'duty', duty: 'startIncidents' },
  incident: null,
  changeIncident: { kind: 'duty', duty: 'startIncidents' },
  powerPlaces: people,
  incidentCard: null,
  tasks: null,
  countdown: people,
  ifPowerGoes: people,
  callList: people,
  visits: people,
  visit: people,
  personInIncident: people,
  readyMessages: null,
  lists,
  patientList: lists,
  workList: { kind: 'class', class: 'worklists' },
  patient: lists,
  isbar: lists,
  medication: lists,
  signingList: { kind: 'duty', duty: 'writeNotes' },
  cards: null,
  card: null,
  wholeCard: null,
  contacts: null,
  zonePlan: null,
  newContact: { kind: 'duty', duty: 'keepContacts' },
  contact: { kind: 'duty', duty: 'keepContacts' },
  write: null,
  startForm: { kind: 'duty', duty: 'writeNotes' },
  draft: null,
  correct: null,
  countersign: null,
  withdraw: null,
  municipalForms: { kind: 'duty', duty: 'keepForms' },
  formVersions: { kind: 'duty', duty: 'keepForms' },
  formDraft: { kind: 'duty', duty: 'keepForms' },
  sent: null,
  more: null,
  import: { kind: 'duty', duty: 'importLists' },
  binder: { kind: 'duty', duty: 'printBinder' },
  received: { kind: 'duty', duty: 'readReceived' },
  review: { kind: 'duty', duty: 'decideHeldEntries' },
  amendments: { kind: 'duty', duty: 'decideAmendments' },
  newPatients: { kind: 'duty', duty: 'joinPatients' },
  amend: { kind: 'duty', duty: 'writeNotes' },
  deviceRequests: { kind: 'duty', duty: 'approveDevices' },
  begin: { kind: 'duty', duty: 'keepSections' },
  sections: { kind: 'duty', duty: 'keepSections' },
  employees: { kind: 'duty', duty: 'keepAccounts' },
  newEmployee: { kind: 'duty', duty: 'keepAccounts' },
  employeeList: { kind: 'duty', duty: 'keepAccounts' },
  employee: { kind: 'duty', duty: 'keepAccounts' },
  newPhones: { kind: 'duty', duty: 'readServerCode' },
  alarms: { kind: 'duty', duty: 'readAlarms' },
  securityEvents: { kind: 'duty', duty: 'readSecurityEvents' },
  roles: { kind: 'duty', duty: 'readRoleTable' },
  signIn: null,
  enrol: null,
  enrolAgain: null,
  server: null,
  firstSignIn: null,
  firstCode: null,
} as const satisfies Record<PlaceName, Need | null>

/** What a role lacks to open a place; null when it lacks nothing. The server and the database refuse by the same tables. */
export function lackOf(role: Role, place: PlaceName): Need | null {
  const need: Need | null = needs[place]
  if (need === null) return null
  const has = need.kind === 'class' ? holdsClass(role, need.class) : mayDo(role, need.duty)
  return has ? null : need
}

const rolePlaces = [
  { place: 'import', to: paths.import.to() },
  { place: 'binder', to: paths.binder.to() },
  { place: 'received', to: paths.received.to({}) },
  { place: 'review', to: paths.review.to() },
  { place: 'amendments', to: paths.amendments.to() },
  { place: 'municipalForms', to: paths.municipalForms.to() },
  { place: 'newPatients', to: paths.newPatients.to() },
  { place: 'begin', to: paths.begin.to() },
  { place: 'sections', to: paths.sections.to() },
  { place: 'employees', to: paths.employees.to() },
  { place: 'deviceRequests', to: paths.deviceRequests.to() },
  { place: 'newPhones', to: paths.newPhones.to() },
  { place: 'alarms', to: paths.alarms.to() },
  { place: 'securityEvents', to: paths.securityEvents.to() },
  { place: 'roles', to: paths.roles.to() },
] as const
export type RolePlace = (typeof rolePlaces)[number]

/** Work beside the care: leaders import, print and read what has come in, and an administrator sees who has what. */
export function rolePlacesOf(role: Role): RolePlace[] {
  return rolePlaces.filter(({ place }) => lackOf(role, place) === null)
}

export function isRolePlace(place: PlaceName | null): boolean {
  return rolePlaces.some((one) => one.place === place)
}
