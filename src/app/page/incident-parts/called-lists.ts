import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'

/** The lists that people are called from, in the order of the screen. */
export const calledLists = [
  'safetyAlarm',
  'medicineDispenser',
  'digitalSupervision',
  'localisation',
  'lifeEssentialPower',
] as const satisfies readonly PatientListKind[]

/** The list in the address, else the one of what has failed: alarms unless it is the dispensers or the supervision. */
export function listOf(
  { symptoms }: Pick<Incident, 'symptoms'>,
  list: PatientListKind | undefined,
): PatientListKind {
  if (list !== undefined) return list
  if (symptoms.includes('power') || symptoms.includes('alarm')) return 'safetyAlarm'
  if (symptoms.includes('dispenser')) return 'medicineDispenser'
  if (symptoms.includes('supervision')) return 'digitalSupervision'
  return 'safetyAlarm'
}
