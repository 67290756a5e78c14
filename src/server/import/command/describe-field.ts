import type { ChangedField } from '#domain/roster/import-problem.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import type { Address, Patient } from '#domain/patient/patient.ts'
import { fieldValues } from '#domain/roster/roster-changes.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import { accessText } from '#text/nb/words/access.ts'
import { genderText } from '#text/nb/words/gender.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { maskedDigits, maskedPersonalNumber } from '#text/nb/words/mask.ts'

/** A field as a leader reads it. Of what is protected it says only that it has changed. */
export function describeField(record: RosterRecord, field: ChangedField): string {
  const values = fieldValues(record)
  const isHidden = record.patient.addressProtection !== 'none'
  switch (field) {
    case 'name':
      return nameOf(record.patient)
    case 'bornOn':
      return values.bornOn === null ? nothing : norwegianDate(values.bornOn)
    case 'personalNumber':
      // Never on a list or a screen in full.
      return values.personalNumber === null ? nothing : masked(values.personalNumber.value)
    case 'addressProtection':
      return importReport.addressProtection[values.addressProtection]
    case 'address':
      return isHidden ? hidden(values.address) : addressText(values.address)
    case 'phone':
      return isHidden ? hidden(values.phone) : (values.phone ?? nothing)
    case 'codes':
      return values.codes.length === 0 ? nothing : importReport.hidden
    case 'livesAlone':
      return values.livesAlone === null
        ? nothing
        : values.livesAlone
          ? importReport.yes
          : importReport.no
    case 'devices':
      return list(
        values.devices.map(({ listedAs, batteryMinutes }) =>
          batteryMinutes === null ? listedAs : `${listedAs} (${batteryMinutes} min)`,
        ),
      )
    case 'gender':
      return values.gender === null ? nothing : genderText[values.gender]
    case 'nextOfKin':
      return list(values.nextOfKin.map(({ name, phone }) => joined([name, phone])))
    case 'generalPractitioner': {
      const doctor = values.generalPractitioner
      return doctor === null
        ? nothing
        : joined([doctor.name, doctor.office, doctor.phone]) || nothing
    }
    case 'critical':
      return list(values.critical.map(({ text }) => text))
    case 'access':
      return list(values.access.map(accessText))
    case 'medications':
      return list(values.medications.map(({ name, strength }) => joined([name, strength], ' ')))
    case 'ehrId':
    case 'zone':
    case 'mobility':
    case 'communication':
    case 'resuscitation':
    case 'nutrition':
    case 'pharmacy':
      return values[field] ?? nothing
    case 'services':
    case 'doseTimes':
    case 'supervisionTimes':
    case 'remarks':
    case 'diagnoses':
      return list(values[field])
  }
}

const { nothing } = importReport

/** As one looks people up. */
export function nameOf({ name }: Pick<Patient, 'name'>): string {
  return joined([name.family, name.given])
}

function joined(parts: readonly (string | null)[], by = ', '): string {
  return parts.filter((part) => part !== null && part !== '').join(by)
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? nothing : texts.join(', ')
}

function hidden(value: unknown): string {
  return value === null ? nothing : importReport.hidden
}

function addressText(address: Address | null): string {
  if (address === null) return nothing
  const place = joined([address.postalCode, address.city], ' ')
  return joined([address.street, address.detail, place]) || nothing
}

function norwegianDate(day: LocalDate): string {
  return day.split('-').toReversed().join('.')
}

function masked(number: string): string {
  return number.length === 11
    ? maskedPersonalNumber(number)
    : number.replaceAll(/\d(?=\d{3})/g, maskedDigits(1))
}
