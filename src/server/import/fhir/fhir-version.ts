import * as z from 'zod/mini'
import type { FhirEntry } from './fhir-entries.ts'
import type { Resource } from './fhir-resource.ts'

export type OtherVersion = 'DSTU2' | 'STU3' | 'R5'

/**
 * The version of FHIR that a list is written in, where it is surely not R4: by its profiles, by resources that no
 * other version has, and by elements of another shape. What looks like R4 may lose or turn what it says.
 */
export function findOtherVersion(entries: readonly FhirEntry[]): OtherVersion | null {
  for (const { resource } of entries) {
    const version = resource === null ? null : versionOf(resource)
    if (version !== null) return version
  }
  return null
}

const typesByVersion = {
  DSTU2: ['MedicationOrder', 'DiagnosticOrder', 'DeviceUseRequest', 'ConditionalOrder'],
  STU3: [
    'ReferralRequest',
    'ProcedureRequest',
    'DeviceComponent',
    'ImagingManifest',
    'Sequence',
    'ExpansionProfile',
    'DataElement',
    'ProcessRequest',
    'EligibilityRequest',
  ],
  R5: [
    'DeviceUsage',
    'DeviceAssociation',
    'Transport',
    'InventoryItem',
    'InventoryReport',
    'NutritionIntake',
    'GenomicStudy',
    'ActorDefinition',
    'FormularyItem',
    'ImagingSelection',
    'EncounterHistory',
    'RequestOrchestration',
    'Requirements',
    'ArtifactAssessment',
    'BiologicallyDerivedProductDispense',
  ],
} as const satisfies Record<OtherVersion, readonly string[]>

const versionByType = new Map<string, OtherVersion>(
  (['DSTU2', 'STU3', 'R5'] as const).flatMap((version) =>
    typesByVersion[version].map((type) => [type, version] as const),
  ),
)

const Meta = z.object({ profile: z.array(z.string()) })

function versionOf(resource: Resource): OtherVersion | null {
  return (
    versionByType.get(resource.resourceType) ?? profileVersion(resource) ?? shapeVersion(resource)
  )
}

function profileVersion({ meta }: Resource): OtherVersion | null {
  const parsed = Meta.safeParse(meta)
  for (const profile of parsed.success ? parsed.data.profile : []) {
    const found = /hl7\.org\/fhir\/(STU3|3\.0|DSTU2|1\.0|R5|5\.0)(?:[./]|$)/i.exec(profile)?.[1]
    const version = found === undefined ? undefined : versionByPath[found.toUpperCase()]
    if (version !== undefined) return version
  }
  return null
}

const versionByPath: Partial<Record<string, OtherVersion>> = {
  STU3: 'STU3',
  '3.0': 'STU3',
  DSTU2: 'DSTU2',
  '1.0': 'DSTU2',
  R5: 'R5',
  '5.0': 'R5',
}

const FamilyList = z.array(z.object({ family: z.array(z.unknown()) })).check(z.minLength(1))
const MedicationReference = z.object({ medication: z.record(z.string(), z.unknown()) })

/** Each of these has another shape in R4, so that one of them is enough. */
function shapeVersion(resource: Resource): OtherVersion | null {
  const { resourceType: type } = resource
  if (type === 'Patient') {
    if (FamilyList.safeParse(resource['name']).success) return 'DSTU2'
    return 'animal' in resource ? 'STU3' : null
  }
  if (type === 'MedicationStatement' || type === 'MedicationRequest') {
    if (MedicationReference.safeParse(resource).success) return 'R5'
    return typeof resource['taken'] === 'string' ? 'STU3' : null
  }
  const hasStatus = type === 'AllergyIntolerance' || type === 'Condition'
  return hasStatus && typeof resource['clinicalStatus'] === 'string' ? 'STU3' : null
}
