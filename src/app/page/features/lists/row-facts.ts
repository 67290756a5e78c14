import { type DeviceKind, findLevelOfKind } from '#domain/patient/device-kind.ts'
import type { PatientListKind, PatientListRow } from '#domain/lists/patient-list.ts'
import type { LocalTime } from '#domain/time/instant.ts'
import type { Access, Contact, Patient } from '#domain/patient/patient.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { patient as patientWords } from '#text/nb/screens/patient.ts'
import { phoneText } from '#text/nb/words/phone.ts'
import { durationWords } from '#text/nb/words/time.ts'
import { addressFact } from '../../parts/address-words.ts'
import { factsLine } from '../../parts/facts-line.ts'

export type RowFacts = { plain: string[]; strong: string | null }

/** A row is a whole answer for its list: what it is about, where, and who is there. */
export function rowFacts(
  kind: PatientListKind,
  { patient, nextAt }: PatientListRow,
  deviceKinds: readonly DeviceKind[],
): RowFacts {
  const where = addressFact(patient) ?? words.noAddress
  switch (kind) {
    case 'lifeEssentialPower':
      return powerFacts(patient, where, deviceKinds)
    case 'safetyAlarm':
      return { plain: [factsLine(where, aloneFact(patient)), lookInFact(patient)], strong: null }
    case 'medicineDispenser':
      return { plain: timedFacts(patient.doseTimes, nextAt, where), strong: null }
    case 'digitalSupervision':
      return { plain: timedFacts(patient.supervisionTimes, nextAt, where), strong: null }
    case 'localisation':
      return { plain: [where, relativeFact(patient)], strong: null }
    case 'access':
      return {
        plain: [where, factsLine(...patient.access.map(accessFact))],
        strong: patient.access.length === 0 ? words.noAccess : null,
      }
    case 'priority':
      return { plain: [factsLine(...(patient.priority?.reasons ?? [])), where], strong: null }
    case 'all':
      return { plain: [factsLine(where, ...patient.services)], strong: null }
  }
}

/** The next time stands first in the row; here are the others, where there are any. */
function timedFacts(
  times: readonly LocalTime[],
  nextAt: LocalTime | null,
  where: string,
): string[] {
  const others = times.filter((time) => time !== nextAt)
  return [...(others.length === 0 ? [] : [words.otherTimes(others)]), where]
}

/** Only what somebody's life may hang on: an alarm on the same list would hide it. */
function powerFacts(patient: Patient, where: string, deviceKinds: readonly DeviceKind[]): RowFacts {
  const devices = patient.devices.filter(({ kind }) => findLevelOfKind(kind, deviceKinds) !== null)
  return {
    plain: [
      ...(devices.length === 0 ? [words.noDevice] : devices.map(deviceFact)),
      factsLine(where, aloneFact(patient)),
    ],
    strong: devices.some(({ reserve }) => reserve === null) ? words.noReserve : null,
  }
}

function deviceFact({ kind, batteryMinutes, reserve }: PoweredDevice): string {
  const battery =
    batteryMinutes === null
      ? words.batteryUnknown
      : batteryMinutes === 0
        ? patientWords.noBattery
        : durationWords(batteryMinutes)
  return factsLine(kind, battery, reserve === null ? null : patientWords.reserve(reserve))
}

function aloneFact({ livesAlone }: Patient): string | null {
  if (livesAlone === null) return words.aloneUnknown
  return livesAlone ? words.alone : words.notAlone
}

function lookInFact({ nextOfKin }: Patient): string {
  const contact = nextOfKin.find(({ canLookIn }) => canLookIn)
  return contact === undefined ? words.nobodyLooksIn : `${words.looksIn}: ${contactText(contact)}`
}

function relativeFact({ nextOfKin }: Patient): string {
  const [contact] = nextOfKin
  return contact === undefined ? words.noRelative : contactText(contact)
}

function contactText({ name, relation, phone }: Contact): string {
  return factsLine(relation, name, phone === null ? null : phoneText(phone))
}

function accessFact({ kind, description, worksOffline }: Access): string {
  const needsNetwork = kind === 'electronicLock' && worksOffline === false
  return factsLine(
    description === '' ? patientWords.access[kind] : description,
    needsNetwork ? patientWords.needsNetwork : null,
  )
}
