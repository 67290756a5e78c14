import type { LocalDate } from '#domain/time/instant.ts'
import { plusDays } from '#domain/time/local-day.ts'
import type { Medication } from '#domain/patient/medication.ts'
import type { Patient, Priority } from '#domain/patient/patient.ts'
import { priorityProposal } from '#domain/lists/priority-proposal.ts'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Makes the priority that the rule proposes; two of three are confirmed. */
export function demoPriority(
  random: SeededRandom,
  patient: Patient,
  medications: readonly Medication[],
  today: LocalDate,
): Priority {
  const { level, reasons } = priorityProposal(patient, {
    kinds: deviceKinds,
    services: defaultServiceDefinitions,
    medicines: medications.some(({ timeCritical }) => timeCritical) ? 'timeCritical' : 'ordinary',
  })
  return {
    level,
    reasons,
    confirmed: random.chance(67)
      ? {
          by: random.pick(['Anne Dahl', 'Kari Lund', 'Solveig Myhre']),
          on: plusDays(today, -random.integer(3, 320)),
        }
      : null,
  }
}
