import type { MunicipalityId, ZoneId } from '../base/ids.ts'
import type { Role } from '../base/role.ts'
import { MunicipalityClass, type Stream, ZoneClass } from './stream.ts'
import type { World } from '../base/world.ts'

/** Who has a class of a zone's documents; the others are for everybody in the zone. */
const rolesByClass: Partial<Record<ZoneClass, readonly Role[]>> = {
  protected: ['shiftLead', 'sectionLeader', 'hdu'],
  leaders: ['sectionLeader', 'hdu', 'administrator'],
}

/** The streams that an employee has: whole or not at all, by role, zones and class. */
export function streamsOf(
  employee: { municipality: MunicipalityId; role: Role; zones: readonly ZoneId[] },
  world: World,
): Stream[] {
  const { municipality, role, zones } = employee
  const classes = ZoneClass.options.filter((name) => rolesByClass[name]?.includes(role) ?? true)
  return [
    ...MunicipalityClass.options.map(
      (name) => ({ kind: 'municipality', municipality, world, class: name }) as const,
    ),
    ...zones.flatMap((zone) =>
      classes.map((name) => ({ kind: 'zone', municipality, world, zone, class: name }) as const),
    ),
  ]
}

export function mayHaveStream(
  employee: { municipality: MunicipalityId; role: Role; zones: readonly ZoneId[] },
  stream: Stream,
): boolean {
  if (stream.municipality !== employee.municipality) return false
  if (stream.kind === 'municipality') return true
  const roles = rolesByClass[stream.class]
  return employee.zones.includes(stream.zone) && (roles?.includes(employee.role) ?? true)
}
