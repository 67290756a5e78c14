import type { MunicipalityId, ZoneId } from '../base/ids.ts'
import { Role } from '../base/role.ts'
import type { World } from '../base/world.ts'
import { rolesByDuty } from '../roles/duties.ts'
import { MunicipalityClass, type Stream, type StreamClass, ZoneClass } from './stream.ts'

type ClassAccess = {
  /** The roles whose devices have the stream; for a zone's classes, only in their own zones. */
  heldBy: readonly Role[]
  /** The roles on whose behalf the server writes the stream and reads what it replaces. Its own jobs write every class. */
  writtenFor: readonly Role[]
  /** The order in which a device pulls: what is needed most without network comes first. */
  pullOrder: number
}

const everyone = Role.options
const care: readonly Role[] = ['nurse', 'shiftLead', 'sectionLeader']
const importers = rolesByDuty.importLists

/**
 * The roles that have each class, and when it is pulled. What this table does not list is refused, on the
 * devices and in the database, whose policies are tested against it. The administrator has no class of a zone,
 * whatever zones she has.
 */
export const accessByClass = {
  critical: { heldBy: [...care, 'hdu'], writtenFor: importers, pullOrder: 1 },
  // The table of services decides which list a patient is on.
  systems: { heldBy: everyone, writtenFor: [], pullOrder: 2 },
  cards: { heldBy: everyone, writtenFor: [], pullOrder: 3 },
  contacts: { heldBy: everyone, writtenFor: [], pullOrder: 4 },
  coordination: { heldBy: everyone, writtenFor: [], pullOrder: 5 },
  people: { heldBy: care, writtenFor: [], pullOrder: 6 },
  details: { heldBy: care, writtenFor: importers, pullOrder: 7 },
  journal: { heldBy: care, writtenFor: [], pullOrder: 8 },
  worklists: { heldBy: care, writtenFor: [], pullOrder: 9 },
  forms: { heldBy: everyone, writtenFor: [], pullOrder: 10 },
  protected: { heldBy: ['shiftLead', 'sectionLeader'], writtenFor: importers, pullOrder: 11 },
  routines: { heldBy: everyone, writtenFor: [], pullOrder: 12 },
  leaders: { heldBy: ['sectionLeader'], writtenFor: [], pullOrder: 13 },
} satisfies Record<StreamClass, ClassAccess>

type Employee = { municipality: MunicipalityId; role: Role; zones: readonly ZoneId[] }

/** The streams that an employee has, by role, zones and class. She has all of a stream or nothing of it. */
export function streamsOf({ municipality, role, zones }: Employee, world: World): Stream[] {
  return [
    ...MunicipalityClass.options
      .filter((name) => holdsClass(role, name))
      .map((name) => ({ kind: 'municipality', municipality, world, class: name }) as const),
    ...zones.flatMap((zone) =>
      ZoneClass.options
        .filter((name) => holdsClass(role, name))
        .map((name) => ({ kind: 'zone', municipality, world, zone, class: name }) as const),
    ),
  ]
}

export function mayHaveStream(employee: Employee, stream: Stream): boolean {
  return (
    stream.municipality === employee.municipality &&
    (stream.kind === 'municipality' || employee.zones.includes(stream.zone)) &&
    holdsClass(employee.role, stream.class)
  )
}

/** Whether a role has a class at all; its zones say where. */
export function holdsClass(role: Role, name: StreamClass): boolean {
  const { heldBy }: ClassAccess = accessByClass[name]
  return heldBy.includes(role)
}
