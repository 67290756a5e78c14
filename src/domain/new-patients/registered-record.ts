import type { SignedForm } from '../amendments/amendment-of-note.ts'
import { PatientId } from '../base/ids.ts'
import type { QuestionnaireResponse } from '../forms/questionnaire-response.ts'
import { answersTo } from '../forms/response-lines.ts'
import { type DeviceKind, deviceKindFinder } from '../patient/device-kind.ts'
import { readPersonalNumber } from '../patient/fodselsnummer.ts'
import type { Address, Contact, Patient } from '../patient/patient.ts'
import type { PoweredDevice } from '../patient/powered-device.ts'
import type { ServiceCode, ServiceDefinition } from '../patient/service.ts'
import type { RosterRecord } from '../roster/roster-record.ts'
import { LocalDate } from '../time/instant.ts'
import { textOf } from './registration.ts'

/** The municipality's own tables: without them nobody knows what a service is called. */
export type RegistrationTables = {
  services: readonly ServiceDefinition[]
  kinds: readonly DeviceKind[]
}

type Response = QuestionnaireResponse

/**
 * A patient as a registration says her, in the classes that each fact belongs to. She gets no proposed priority: nobody has
 * assessed her, so she counts as P1.
 */
export function registeredRecord(
  { entryId, zone, author, writtenAt, response }: SignedForm,
  tables: RegistrationTables,
): RosterRecord {
  const id = PatientId.parse(entryId)
  const isProtected = yesNo(response, 'isProtected') === true
  const [address, phone] = [addressOf(response), textOf(response, 'phone')]
  const number = textOf(response, 'personalNumber')
  return {
    patient: {
      ...nothingKnown,
      id,
      zone,
      name: { family: textOf(response, 'family') ?? '', given: textOf(response, 'given') ?? '' },
      bornOn: dateOf(response, 'bornOn'),
      addressProtection: isProtected ? 'confidential' : 'none',
      address: isProtected ? null : address,
      phone: isProtected ? null : phone,
      livesAlone: yesNo(response, 'livesAlone'),
      services: servicesOf(response, tables),
      devices: devicesOf(response, tables),
      nextOfKin: kinOf(response),
      asOf: writtenAt,
      temporary: {
        by: author,
        registeredAt: writtenAt,
        entries: [{ entryId, at: writtenAt }],
      },
    },
    details: {
      patientId: id,
      personalNumber: number === null ? null : readPersonalNumber(number),
      gender: null,
      diagnoses: [textOf(response, 'diagnosis')].filter((text) => text !== null),
      resuscitation: null,
      nutrition: null,
      pharmacy: null,
      medications: [],
      medicationsReviewedOn: null,
      asOf: writtenAt,
    },
    protectedDetails: isProtected ? { patientId: id, address, phone, codes: [] } : null,
  }
}

const nothingKnown = {
  ehrId: null,
  doseTimes: [],
  supervisionTimes: [],
  generalPractitioner: null,
  critical: [],
  access: [],
  mobility: null,
  communication: null,
  remarks: [],
  priority: null,
} satisfies Partial<Patient>

function addressOf(response: Response): Address | null {
  const street = textOf(response, 'street')
  const [postalCode, city] = [textOf(response, 'postalCode'), textOf(response, 'city')]
  return street === null ? null : { street, postalCode, city, detail: null }
}

function kinOf(response: Response): Contact[] {
  const [name, phone] = [textOf(response, 'kinName'), textOf(response, 'kinPhone')]
  const relation = textOf(response, 'kinRelation')
  if (name === null && phone === null) return []
  return [{ name: name ?? '', relation, phone, canLookIn: false }]
}

/** In the municipality's own codes; a meaning for which it has none leaves no service. */
function servicesOf(response: Response, { services }: RegistrationTables): ServiceCode[] {
  const ticked = answersTo(response.item, 'services').flatMap((answer) =>
    'valueCoding' in answer ? [answer.valueCoding.code] : [],
  )
  return ticked.flatMap((meaning) => services.find((one) => one.meaning === meaning)?.code ?? [])
}

function devicesOf(response: Response, { kinds }: RegistrationTables): PoweredDevice[] {
  const listedAs = textOf(response, 'device')
  if (listedAs === null) return []
  return [
    {
      id: 'device-1',
      kind: deviceKindFinder(kinds)(listedAs),
      listedAs,
      description: null,
      batteryMinutes: null,
      batteryTestedOn: null,
      reserve: null,
      reserveMinutes: null,
      toleranceMinutes: null,
    },
  ]
}

function yesNo(response: Response, linkId: string): boolean | null {
  const [answer] = answersTo(response.item, linkId)
  return answer !== undefined && 'valueBoolean' in answer ? answer.valueBoolean : null
}

/** Null also for a year alone. */
function dateOf(response: Response, linkId: string): LocalDate | null {
  const [answer] = answersTo(response.item, linkId)
  if (answer === undefined || !('valueDate' in answer)) return null
  return LocalDate.safeParse(answer.valueDate).data ?? null
}
