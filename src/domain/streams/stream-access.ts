import type { MunicipalityId, ZoneId } from '../base/ids.ts'
import { Role } from '../base/role.ts'
import type { World } from '../base/world.ts'
import { MunicipalityClass, type Stream, type StreamClass, ZoneClass } from './stream.ts'

type ClassAccess = {
  /** The roles whose devices hold the stream; of a zone's classes in their own zones alone. */
  heldBy: readonly Role[]
  /** The roles for whom the server writes it, and reads what it replaces; its own work writes every class. */
  writtenFor: readonly Role[]
  /** When a device takes it in: what one must have if the next minute is without network comes first. */
  pullOrder: number
}

const everyone = Role.options
const importers: readonly Role[] = ['sectionLeader', 'administrator']

/**
 * Who has each class, and how soon. It is closed unless opened here: a class or role that this table
 * does not list has nothing, on the devices as in the database, whose policies are tested against it.
 */
export const accessByClass = {
  critical: { heldBy: everyone, writtenFor: importers, pullOrder: 1 },
  // Which list a patient is on is told by the table of services.
  systems: { heldBy: everyone, writtenFor: [], pullOrder: 2 },
  cards: { heldBy: everyone, writtenFor: [], pullOrder: 3 },
  contacts: { heldBy: everyone, writtenFor: [], pullOrder: 4 },
  details: { heldBy: everyone, writtenFor: importers, pullOrder: 5 },
  journal: { heldBy: everyone, writtenFor: [], pullOrder: 6 },
  worklists: { heldBy: everyone, writtenFor: [], pullOrder: 7 },
  forms: { heldBy: everyone, writtenFor: [], pullOrder: 8 },
  protected: {
    heldBy: ['shiftLead', 'sectionLeader', 'hdu'],
    writtenFor: importers,
    pullOrder: 9,
  },
  routines: { heldBy: everyone, writtenFor: [], pullOrder: 10 },
  leaders: {
    heldBy: ['sectionLeader', 'hdu', 'administrator'],
    writtenFor: [],
    pullOrder: 11,
  },
} satisfies Record<StreamClass, ClassAccess>

type Employee = { municipality: MunicipalityId; role: Role; zones: readonly ZoneId[] }

/** The streams that an employee has: whole or not at all, by role, zones and class. */
export function streamsOf({ municipality, role, zones }: Employee, world: World): Stream[] {
  return [
    ...MunicipalityClass.options
      .filter((name) => isHeldBy(name, role))
      .map((name) => ({ kind: 'municipality', municipality, world, class: name }) as const),
    ...zones.flatMap((zone) =>
      ZoneClass.options
        .filter((name) => isHeldBy(name, role))
        .map((name) => ({ kind: 'zone', municipality, world, zone, class: name }) as const),
    ),
  ]
}

export function mayHaveStream(employee: Employee, stream: Stream): boolean {
  return (
    stream.municipality === employee.municipality &&
    (stream.kind === 'municipality' || employee.zones.includes(stream.zone)) &&
    isHeldBy(stream.class, employee.role)
  )
}

function isHeldBy(name: StreamClass, role: Role): boolean {
  const { heldBy }: ClassAccess = accessByClass[name]
  return heldBy.includes(role)
}
