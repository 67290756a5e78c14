import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import { isNothingCritical } from '../texts/cell-values.ts'
import type { RowContext } from '../cells/row-context.ts'
import type { FhirEntry } from './fhir-entries.ts'
import {
  type Concept,
  conceptText,
  FhirDevice,
  FhirFinding,
  FhirMedicationUse,
  FhirRelatedPerson,
  FhirService,
  type Reference,
  type Resource,
} from './fhir-resource.ts'
import { heldNow } from './held-now.ts'
import { isFound, isUnsure, stateWarnings } from './resource-state.ts'
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

type Reader = (resource: Resource, index: ReferenceIndex, context: RowContext) => Attached

/** Reads what belongs to a patient; another kind of resource, or one that names no patient, is not used. */
export function readAttached(
  resource: Resource,
  index: ReferenceIndex,
  context: RowContext,
): Attached {
  return readers[resource.resourceType]?.(resource, index, context) ?? { kind: 'notUsed' }
}

const readService: Reader = (resource, index, context) => {
  const parsed = FhirService.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  const patient = parsed.data.patient ?? parsed.data.subject ?? null
  return attached(patient, readFhirService(parsed.data, resource, index, context))
}

const readDevice: Reader = (resource, index, { today }) => {
  const parsed = FhirDevice.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  const patient = parsed.data.patient ?? parsed.data.subject ?? null
  // A device that belongs to nobody is read through the statement that somebody uses it.
  if (patient === null) return { kind: 'notUsed' }
  return attached(patient, readFhirDevice(parsed.data, resource, index, today))
}

const readMedication: Reader = (resource, index, { today }) => {
  const parsed = FhirMedicationUse.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  return attached(
    parsed.data.subject ?? null,
    readMedicationUse(parsed.data, resource, index, today),
  )
}

const readRelatedPerson: Reader = (resource, _index, { today }) => {
  const parsed = FhirRelatedPerson.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  const { active, patient, name, relationship, telecom, period } = parsed.data
  const [own] = heldNow(name, today, { first: ['official', 'usual'], last: ['nickname'] })
  const contacts = readContact({ name: own ?? name?.[0], relationship, telecom, period }, today)
  const isKin = active !== false && contacts.length > 0
  return attached(patient ?? null, { facts: isKin ? { nextOfKin: contacts } : {}, uses: [] })
}

const readAllergy: Reader = (resource) => {
  const parsed = FhirFinding.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  const { code, patient } = parsed.data
  const text = isFound(parsed.data) && !saysNone(code) ? conceptText(code) : null
  return attached(patient ?? null, {
    facts: text === null ? {} : { critical: [{ kind: 'cave', text }] },
    uses: [],
  })
}

const readCondition: Reader = (resource) => {
  const parsed = FhirFinding.safeParse(resource)
  if (!parsed.success) return { kind: 'broken' }
  const text = isFound(parsed.data) ? conceptText(parsed.data.code) : null
  const isOnlyThought = text !== null && isUnsure(parsed.data)
  return attached(parsed.data.subject ?? null, {
    facts: text === null || isOnlyThought ? {} : { diagnoses: [text] },
    uses: [],
    warnings: isOnlyThought ? stateWarnings('notYet', resource.resourceType, text) : [],
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

/** SNOMED CT: no known allergy, and no known allergy to drugs, food, latex, the environment, or of another kind. */
const noneKnown = new Set([
  '716186003',
  '409137002',
  '429625007',
  '1003774007',
  '428607008',
  '160244002',
])

function saysNone(code: Concept | undefined): boolean {
  const codings = code?.coding ?? []
  const texts = [code?.text, ...codings.map(({ display }) => display)]
  return (
    codings.some((coding) => noneKnown.has(coding.code ?? '')) ||
    texts.some((text) => text !== undefined && isNothingCritical(text))
  )
}
