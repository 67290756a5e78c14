import { foldText } from '../base/folded-text.ts'
import type { PatientId, ZoneId } from '../base/ids.ts'
import type { DeviceKindId } from '../patient/device-kind.ts'
import type { Instant } from '../time/instant.ts'
import type { ListedAlarm, ListedDevice, ListedFacts, ListedPerson } from './listed-person.ts'
import type { Medication } from '../patient/medication.ts'
import type { PatientDetails } from '../patient/patient-details.ts'
import type { Contact, GeneralPractitioner, Patient } from '../patient/patient.ts'
import type { PoweredDevice } from '../patient/powered-device.ts'
import type { ProtectedDetails } from '../patient/protected-details.ts'
import { mergeWaysIn, type WaysIn } from './merge-access.ts'
import type { RosterRecord } from './roster-record.ts'

/** Where and when a listed person is put. */
export type Placing = {
  id: PatientId
  zone: ZoneId
  asOf: Instant
  findDeviceKind: FindDeviceKind
}

/** Which kind of the municipality's table a list means by a text. */
export type FindDeviceKind = (text: string) => DeviceKindId | null

/**
 * A patient as the newest list has her. What the list does not carry stays as it was: devices that staff have
 * mapped, a confirmed priority, who has agreed to look in, door codes.
 */
export function applyListed(
  before: RosterRecord | null,
  listed: ListedPerson,
  placing: Placing,
): RosterRecord {
  const { facts } = listed
  const ways = mergeWaysIn(
    { access: before?.patient.access ?? [], codes: before?.protectedDetails?.codes ?? [] },
    facts,
  )
  const protectedDetails = readProtected(before, facts, placing.id, ways)
  return {
    patient: {
      ...readPatient(before?.patient ?? null, listed, placing, protectedDetails),
      access: ways.access,
    },
    details: readDetails(before?.details ?? null, listed, placing),
    protectedDetails: hasContent(protectedDetails) ? protectedDetails : null,
  }
}

function readPatient(
  before: Patient | null,
  { facts, name, bornOn, ehrId }: ListedPerson,
  { id, zone, asOf, findDeviceKind }: Placing,
  hidden: ReturnType<typeof readProtected>,
): Omit<Patient, 'access'> {
  return {
    id,
    zone,
    ehrId: ehrId ?? before?.ehrId ?? null,
    name,
    bornOn: bornOn ?? before?.bornOn ?? null,
    addressProtection: hidden.level,
    address: hidden.openAddress,
    phone: hidden.openPhone,
    livesAlone: told(facts.livesAlone, before?.livesAlone, null),
    services: told(facts.services, before?.services, []),
    devices: withAlarmLine(
      mergeDevices(before?.devices ?? [], facts.devices, findDeviceKind),
      facts.alarmLine,
      findDeviceKind,
    ),
    doseTimes: told(facts.doseTimes, before?.doseTimes, []),
    supervisionTimes: told(facts.supervisionTimes, before?.supervisionTimes, []),
    nextOfKin: mergeContacts(before?.nextOfKin ?? [], facts.nextOfKin),
    generalPractitioner: mergePractitioner(
      before?.generalPractitioner ?? null,
      facts.generalPractitioner,
    ),
    critical: told(facts.critical, before?.critical, []),
    mobility: told(facts.mobility, before?.mobility, null),
    communication: told(facts.communication, before?.communication, null),
    remarks: told(facts.remarks, before?.remarks, []),
    priority: before?.priority ?? null,
    asOf,
  }
}

function readDetails(
  before: PatientDetails | null,
  { facts, personalNumber }: ListedPerson,
  { id, asOf }: Placing,
): PatientDetails {
  return {
    patientId: id,
    personalNumber: personalNumber ?? before?.personalNumber ?? null,
    gender: told(facts.gender, before?.gender, null),
    diagnoses: told(facts.diagnoses, before?.diagnoses, []),
    resuscitation: told(facts.resuscitation, before?.resuscitation, null),
    nutrition: told(facts.nutrition, before?.nutrition, null),
    pharmacy: told(facts.pharmacy, before?.pharmacy, null),
    medications: mergeMedications(before?.medications ?? [], facts.medications),
    medicationsReviewedOn: before?.medicationsReviewedOn ?? null,
    // The age that stands on the medication sheet: a list without medicines has not looked at it.
    asOf: facts.medications === undefined ? (before?.asOf ?? asOf) : asOf,
  }
}

type Hidden = ProtectedDetails & {
  level: Patient['addressProtection']
  openAddress: Patient['address']
  openPhone: Patient['phone']
}

/** Address and phone go to one class or the other, never both. A list that says nothing lifts no protection. */
function readProtected(
  before: RosterRecord | null,
  facts: Partial<ListedFacts>,
  patientId: PatientId,
  { codes }: WaysIn,
): Hidden {
  const hidden = before?.protectedDetails ?? null
  const level = facts.addressProtection ?? before?.patient.addressProtection ?? 'none'
  const address = told(facts.address, before?.patient.address ?? hidden?.address, null)
  const phone = told(facts.phone, before?.patient.phone ?? hidden?.phone, null)
  const isOpen = level === 'none'
  return {
    level,
    patientId,
    openAddress: isOpen ? address : null,
    openPhone: isOpen ? phone : null,
    address: isOpen ? null : address,
    phone: isOpen ? null : phone,
    codes,
  }
}

function hasContent({ address, phone, codes }: ProtectedDetails): boolean {
  return address !== null || phone !== null || codes.length > 0
}

/** What the list says, else what was known, else nothing. */
function told<Value>(listed: Value | undefined, before: Value | undefined, nothing: Value): Value {
  return listed === undefined ? (before ?? nothing) : listed
}

const fromList = 'list-'

/** A device of the list keeps what staff found out about it; one that staff mapped themselves stays. */
function mergeDevices(
  before: readonly PoweredDevice[],
  listed: readonly ListedDevice[] | undefined,
  findDeviceKind: FindDeviceKind,
): PoweredDevice[] {
  if (listed === undefined) return [...before]
  const left = [...before]
  const ids = new Set(before.map(({ id }) => id))
  const devices = listed.map((device) => {
    const place = left.findIndex(({ listedAs }) => foldText(listedAs) === foldText(device.listedAs))
    const known = place === -1 ? null : (left.splice(place, 1)[0] ?? null)
    return mergeDevice(
      known,
      device,
      known?.id ?? freeId(`${fromList}${foldText(device.listedAs)}`, ids),
      findDeviceKind(device.listedAs),
    )
  })
  return [...devices, ...left.filter(({ id }) => !id.startsWith(fromList))]
}

/** A list that tells of the alarm's line need name no device: then the alarm stands beside those that other lists name. */
function withAlarmLine(
  devices: readonly PoweredDevice[],
  listed: ListedAlarm | undefined,
  findDeviceKind: FindDeviceKind,
): PoweredDevice[] {
  if (listed === undefined) return [...devices]
  const { line, listedAs, description } = listed
  const place = devices.findIndex(({ kind }) => kind?.startsWith('safety-alarm') === true)
  const known = devices[place]
  if (known !== undefined) {
    return devices.with(place, { ...known, line, description: known.description ?? description })
  }
  const alarm: PoweredDevice = {
    id: 'alarm-line',
    kind: findDeviceKind(listedAs),
    listedAs,
    description,
    batteryMinutes: null,
    batteryTestedOn: null,
    reserve: null,
    reserveMinutes: null,
    toleranceMinutes: null,
    line,
  }
  return [...devices, alarm]
}

function mergeDevice(
  known: PoweredDevice | null,
  device: ListedDevice,
  id: string,
  kind: DeviceKindId | null,
): PoweredDevice {
  return {
    id,
    kind,
    listedAs: device.listedAs,
    description: device.description ?? known?.description ?? null,
    batteryMinutes: device.batteryMinutes ?? known?.batteryMinutes ?? null,
    batteryTestedOn: known?.batteryTestedOn ?? null,
    reserve: device.reserve ?? known?.reserve ?? null,
    reserveMinutes: device.reserveMinutes ?? known?.reserveMinutes ?? null,
    toleranceMinutes: device.toleranceMinutes ?? known?.toleranceMinutes ?? null,
    ...(known?.line === undefined ? {} : { line: known.line }),
  }
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  taken.add(id)
  return id
}

function mergeContacts(
  before: readonly Contact[],
  listed: readonly Contact[] | undefined,
): Contact[] {
  if (listed === undefined) return [...before]
  return listed.map((contact) => {
    const known = before.find(({ name }) => foldText(name) === foldText(contact.name))
    return {
      ...contact,
      relation: contact.relation ?? known?.relation ?? null,
      canLookIn: known?.canLookIn ?? contact.canLookIn,
    }
  })
}

/** Many lists have the doctor's name alone: the same doctor keeps office and phone. */
function mergePractitioner(
  before: GeneralPractitioner | null,
  listed: GeneralPractitioner | null | undefined,
): GeneralPractitioner | null {
  if (listed === undefined) return before
  if (listed === null || foldText(listed.name) !== foldText(before?.name ?? '')) return listed
  return {
    name: listed.name,
    office: listed.office ?? before?.office ?? null,
    phone: listed.phone ?? before?.phone ?? null,
  }
}

/** That a medicine is time-critical is recorded here, not in the EHR's list. */
function mergeMedications(
  before: readonly Medication[],
  listed: readonly Medication[] | undefined,
): Medication[] {
  if (listed === undefined) return [...before]
  return listed.map((medication) => {
    const known = before.find(({ name }) => foldText(name) === foldText(medication.name))
    return { ...medication, timeCritical: medication.timeCritical || known?.timeCritical === true }
  })
}
