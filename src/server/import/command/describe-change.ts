import type { ZoneId } from '#domain/base/ids.ts'
import type { Address } from '#domain/patient/patient.ts'
import type { ChangedField } from '#domain/roster/changed-field.ts'
import { FieldChange, type Hidden } from '#domain/roster/field-change.ts'
import { fieldValues } from '#domain/roster/roster-changes.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'

/** A changed field with what a leader may see of it. Of what is protected it says only that it is there. */
export function describeChange(
  records: { before: RosterRecord; after: RosterRecord },
  field: ChangedField,
  zoneName: (id: ZoneId) => ZoneName,
): FieldChange {
  const before = shownValues(records.before, zoneName)
  const after = shownValues(records.after, zoneName)
  // Parsed, because that leaves out what nobody looks over, as the relation of a next of kin.
  return FieldChange.parse({ field, before: before[field], after: after[field] })
}

type ShownValues = { [Field in ChangedField]: Extract<FieldChange, { field: Field }>['before'] }

const hidden: Hidden = { kind: 'hidden' }

function shownValues(record: RosterRecord, zoneName: (id: ZoneId) => ZoneName): ShownValues {
  const values = fieldValues(record)
  const { personalNumber, address, phone } = values
  const isProtected = values.addressProtection !== 'none'
  return {
    ...values,
    zone: zoneName(values.zone),
    personalNumber: personalNumber === null ? null : masked(personalNumber.value),
    address: address === null ? null : isProtected ? hidden : addressLines(address),
    phone: phone !== null && isProtected ? hidden : phone,
    codes: values.codes.length === 0 ? null : hidden,
  }
}

function addressLines({ street, detail, postalCode, city }: Address): string[] {
  const place = [postalCode, city].filter((part) => part !== null && part !== '').join(' ')
  return [street, detail ?? '', place].filter((line) => line !== '')
}

/** Never in full on a list or a screen. */
function masked(number: string): string {
  return number.length === 11
    ? `${number.slice(0, 6)} *****`
    : number.replaceAll(/\d(?=\d{3})/g, '*')
}
