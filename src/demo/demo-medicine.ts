import { LocalTime } from '#domain/time/instant.ts'
import type { Medication } from '#domain/patient/medication.ts'

/** Makes a medicine; by default a tablet by mouth, taken regularly and packed as multidose. */
export function demoMedicine(
  name: string,
  fields: Partial<Omit<Medication, 'doses'>> & { at?: readonly string[]; amount?: string },
): Medication {
  const { at = [], amount = '1 tablett', ...rest } = fields
  return {
    name,
    activeIngredient: null,
    form: 'tablett',
    strength: null,
    doses: at.map((time) => ({ at: LocalTime.parse(time), amount })),
    dosageText: null,
    route: 'gjennom munnen',
    indication: null,
    kind: 'regular',
    startedOn: null,
    stoppedOn: null,
    timeCritical: false,
    multidose: true,
    remark: null,
    ...rest,
  }
}
