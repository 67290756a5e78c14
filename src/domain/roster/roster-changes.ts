import { canonicalJson } from '../base/canonical-json.ts'
import { isSameJson } from '../base/same-json.ts'
import { alarmLinesOf } from '../patient/alarm-lines.ts'
import { ChangedField } from './changed-field.ts'
import type { ListedFact } from './listed-person.ts'
import type { RosterRecord } from './roster-record.ts'

/** What a record says under each field, from whichever class it lies in. */
export function fieldValues({ patient, details, protectedDetails }: RosterRecord) {
  return {
    name: patient.name,
    bornOn: patient.bornOn,
    personalNumber: details.personalNumber,
    ehrId: patient.ehrId,
    zone: patient.zone,
    addressProtection: patient.addressProtection,
    address: patient.address ?? protectedDetails?.address ?? null,
    phone: patient.phone ?? protectedDetails?.phone ?? null,
    livesAlone: patient.livesAlone,
    services: patient.services,
    devices: patient.devices,
    alarmLine: alarmLinesOf(patient),
    doseTimes: patient.doseTimes,
    supervisionTimes: patient.supervisionTimes,
    nextOfKin: patient.nextOfKin,
    generalPractitioner: patient.generalPractitioner,
    critical: patient.critical,
    access: patient.access,
    codes: protectedDetails?.codes ?? [],
    mobility: patient.mobility,
    communication: patient.communication,
    remarks: patient.remarks,
    gender: details.gender,
    diagnoses: details.diagnoses,
    resuscitation: details.resuscitation,
    nutrition: details.nutrition,
    pharmacy: details.pharmacy,
    medications: details.medications,
  } satisfies Record<ChangedField | ListedFact, unknown>
}

/** The fields in which two records of one patient differ. That one is newer is no difference; nor is order of services. */
export function changedFields(before: RosterRecord, after: RosterRecord): ChangedField[] {
  const was = fieldValues(before)
  const is = fieldValues(after)
  return ChangedField.options.filter(
    (field) =>
      !isSameJson(was[field], is[field]) && comparable(was[field]) !== comparable(is[field]),
  )
}

function comparable(value: unknown): string {
  return Array.isArray(value)
    ? value
        .map((part) => canonicalJson(part))
        .toSorted()
        .join('\n')
    : canonicalJson(value)
}
