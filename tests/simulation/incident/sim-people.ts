import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { aPatient, codes } from '../../support/a-patient.ts'

export const simZone = ZoneId.parse('nord-1')

/** A few, so that phones meet at the same ones; all on two lists. */
export const simPeople = Array.from({ length: 10 }, (_, n) =>
  aPatient({
    id: PatientId.parse(`0a000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
    zone: simZone,
    services: codes('BST', 'TRY'),
  }),
)

export const callTables = {
  services: defaultServiceDefinitions,
  isInArea: () => true,
  collator: norwegianCollator(),
}
