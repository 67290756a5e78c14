import type { Role } from '../base/role.ts'

/**
 * The roles of each duty: what an employee may do beyond reading the streams that her role has. Routes, the
 * database's policies, menus and the administrator's table of roles are all made from this table or tested
 * against it. A role that a row does not name may not.
 */
export const rolesByDuty = {
  writeNotes: ['nurse', 'shiftLead', 'sectionLeader', 'hdu'],
  /** A patient whom no list has: what is signed of her makes her a temporary patient of the zone. */
  registerPatients: ['nurse', 'shiftLead', 'sectionLeader'],
  /** Double control: a second employee signs that she has checked what the first one wrote. */
  countersignNotes: ['nurse', 'shiftLead', 'sectionLeader'],
  /** Starts and corrects incidents, marks steps, takes facts back. Whoever does so says that it is reported. */
  startIncidents: ['nurse', 'shiftLead', 'sectionLeader', 'hdu'],
  /** Only a confirmed incident widens access, stops deletion and holds updates. */
  confirmIncidents: ['shiftLead', 'sectionLeader', 'hdu'],
  /** Ends an incident, or says that it has not ended. */
  closeIncidents: ['sectionLeader'],
  /** Calls, visits, doses and power of patients during an incident, in her own zones. */
  recordPeople: ['nurse', 'shiftLead', 'sectionLeader'],
  /** All notes of a zone in one list, for the one who sees to it that they reach the patient record. */
  readReceived: ['shiftLead', 'sectionLeader'],
  /** Notes that have no effect before a person has decided. */
  decideHeldEntries: ['sectionLeader'],
  /** Whether a temporary patient is one of a list. */
  joinPatients: ['sectionLeader'],
  /** Between what staff signed since the list and a list that says otherwise. */
  decideAmendments: ['sectionLeader'],
  /** New phones of employees with whom she shares a zone, where the municipality has them approved. */
  approveDevices: ['sectionLeader'],
  /** Whom the municipality calls, for everybody's cards and phones. */
  keepContacts: ['sectionLeader'],
  /** Takes a form into use that the municipality has to assess first, such as NEWS2. */
  assessForms: ['sectionLeader'],
  /** Makes the municipality's own forms, and issues versions of them: they are the same in all sections. */
  keepForms: ['sectionLeader'],
  printBinder: ['shiftLead', 'sectionLeader'],
  /** Preview, import and restoration of lists, and the column mappings. The import command is the server's own work. */
  importLists: ['sectionLeader'],
  /** Details, codes and a hidden address of one patient at a time, from the server, with a reason that is logged. */
  fetchPatientPart: ['hdu'],
  /** The code by which a new phone knows the municipality's server. */
  readServerCode: ['sectionLeader', 'administrator'],
  readAlarms: ['administrator'],
  readSecurityEvents: ['administrator'],
  /** Employees' accounts: an administrator those of everybody but herself, a leader those of her own zones' staff. */
  keepAccounts: ['sectionLeader', 'administrator'],
  /** Sections and zones: what they are called, and which are in use. */
  keepSections: ['administrator'],
  /** What counts for the whole municipality, such as whether new phones are approved. */
  changeSettings: ['administrator'],
  readRoleTable: ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Duty = keyof typeof rolesByDuty

export function mayDo(role: Role, duty: Duty): boolean {
  const roles: readonly Role[] = rolesByDuty[duty]
  return roles.includes(role)
}

export const dutyNames: readonly Duty[] = Object.keys(rolesByDuty).filter(
  (name): name is Duty => name in rolesByDuty,
)
