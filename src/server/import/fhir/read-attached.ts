import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import type { ReadServices } from '#domain/roster/service-tokens.ts'
import type { FhirEntry } from './fhir-entries.ts'
import {
  conceptText,
  FhirDevice,
  FhirFinding,
  FhirMedicationUse,
  FhirRelatedPerson,
  FhirService,
  type Reference,
  type Resource,
} from './fhir-resource.ts'
import { readFhirDevice } from './read-device.ts'
import { readMedicationUse } from './read-medication.ts'
import { readContact } from './read-contact.ts'
import { readFhirService } from './read-service.ts'
import type { ReferenceIndex } from './reference-index.ts'

export type Attached =
  | {
      kind: 'attached'
      patient: Reference | null
      facts: Partial<ListedFacts>
      warnings: ImportWarning[]
      /** Other entries that were read through this one. */
      uses: FhirEntry[]
    }
  | { kind: 'notUsed' }
  | { kind: 'broken' }

type Reader = (resource: Resource, index: ReferenceIndex, readServices: ReadServices) => Attached

/** Reads what belongs to a patient; another kind of resource, or one that names no patient, is not used. */
export function readAttached(
  resource: Resource,
  index: ReferenceIndex,
  readServices: ReadServices,
): Attached {
  return readers[resource.resourceType]?.(resource, index, readServices) ?? { kind: 'notUsed' }
}

const readService: Reader = (resource, index, readServices) => {
  const parsed = FhirService.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  const patient = parsed.data.patient ?? parsed.data.subject ?? null
  return attached(patient, readFhirService(parsed.data, resource, index, readServices))
}

const readDevice: Reader = (resource, index) => {
  const parsed = FhirDevice.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  const patient = parsed.data.patient ?? parsed.data.subject ?? null
  // A device that belongs to nobody is read through the statement that somebody uses it.
  if (patient === null) return { kind: 'notUsed' }
  return attached(patient, readFhirDevice(parsed.data, resource, index))
}

const readMedication: Reader = (resource, index) => {
  const parsed = FhirMedicationUse.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  return attached(parsed.data.subject ?? null, readMedicationUse(parsed.data, resource, index))
}

const readRelatedPerson: Reader = (resource) => {
  const parsed = FhirRelatedPerson.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  const { patient, name, relationship, telecom } = parsed.data
  const contact = readContact({ name: name?.[0], relationship, telecom })
  return attached(patient ?? null, { facts: { nextOfKin: [contact] }, uses: [] })
}

const readAllergy: Reader = (resource) => {
  const parsed = FhirFinding.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  const text = isCurrent(parsed.data.clinicalStatus) ? conceptText(parsed.data.code) : null
  return attached(parsed.data.patient ?? null, {
    facts: text === null ? {} : { critical: [{ kind: 'cave', text }] },
    uses: [],
  })
}

const readCondition: Reader = (resource) => {
  const parsed = FhirFinding.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  const text = isCurrent(parsed.data.clinicalStatus) ? conceptText(parsed.data.code) : null
  return attached(parsed.data.subject ?? null, {
    facts: text === null ? {} : { diagnoses: [text] },
    uses: [],
  })
}

const readers: Partial<Record<string, Reader>> = {
  EpisodeOfCare: readService,
  CarePlan: readService,
  ServiceRequest: readService,
  Device: readDevice,
  DeviceUseStatement: readDevice,
  MedicationStatement: readMedication,
  MedicationRequest: readMedication,
  RelatedPerson: readRelatedPerson,
  AllergyIntolerance: readAllergy,
  Condition: readCondition,
}

function attached(
  patient: Reference | null,
  read: { facts: Partial<ListedFacts>; uses: FhirEntry[]; warnings?: ImportWarning[] },
): Attached {
  return { kind: 'attached', patient, warnings: [], ...read }
}

function isCurrent(status: Parameters<typeof conceptText>[0]): boolean {
  return status?.coding?.some(({ code }) => code === 'resolved' || code === 'inactive') !== true
}
