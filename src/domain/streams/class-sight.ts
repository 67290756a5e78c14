import type { Role } from '../base/role.ts'
import type { PatientPart } from '../patient/patient-part.ts'
import { mayDo } from '../roles/duties.ts'
import { holdsClass } from './stream-access.ts'
import type { StreamClass } from './stream.ts'

/** The class that each part is read from. */
export const classOfPart = {
  details: 'details',
  code: 'protected',
  address: 'protected',
} as const satisfies Record<PatientPart, StreamClass>

/** all: on her devices, in her zones. oneAtATime: from the server, for one patient at a time, with a logged reason. */
export type Sight = 'all' | 'oneAtATime' | 'none'

export function sightOf(role: Role, name: StreamClass): Sight {
  if (holdsClass(role, name)) return 'all'
  const isPart = Object.values(classOfPart).some((one) => one === name)
  return isPart && mayDo(role, 'fetchPatientPart') ? 'oneAtATime' : 'none'
}
