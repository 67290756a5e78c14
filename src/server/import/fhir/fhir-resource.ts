import * as z from 'zod/mini'

/**
 * The parts of FHIR R4 that the import reads. Everything may be missing: what does not fit one of these is
 * reported as a resource that could not be read, never dropped.
 */
const Text = z.optional(
  z.pipe(
    z.union([z.string(), z.number()]),
    z.transform((value) => String(value)),
  ),
)
const Flag = z.optional(z.boolean())

/** From when to when a name, a number or a service is somebody's. */
export const Period = z.object({ start: Text, end: Text })
export type Period = z.infer<typeof Period>
/** In what way and for how long something is somebody's. */
const holding = { use: Text, period: z.optional(Period) }

export const Coding = z.object({ system: Text, code: Text, display: Text })
export type Coding = z.infer<typeof Coding>

export const Concept = z.object({ text: Text, coding: z.optional(z.array(Coding)) })
export type Concept = z.infer<typeof Concept>

export const Identifier = z.object({
  ...holding,
  system: Text,
  value: Text,
  type: z.optional(Concept),
})
export type Identifier = z.infer<typeof Identifier>

export const Reference = z.object({
  reference: Text,
  identifier: z.optional(Identifier),
  display: Text,
})
export type Reference = z.infer<typeof Reference>

const Quantity = z.object({ value: z.optional(z.number()), unit: Text, code: Text })

const extensionValues = {
  url: Text,
  valueString: Text,
  valueCode: Text,
  valueBoolean: z.optional(z.boolean()),
  valueCoding: z.optional(Coding),
  valueCodeableConcept: z.optional(Concept),
  valueReference: z.optional(Reference),
}
export const Extension = z.object({
  ...extensionValues,
  extension: z.optional(
    z.array(z.object({ ...extensionValues, extension: z.optional(z.unknown()) })),
  ),
})
export type Extension = z.infer<typeof Extension>
const Extensions = z.optional(z.array(Extension))

export const HumanName = z.object({
  ...holding,
  text: Text,
  family: Text,
  given: z.optional(z.array(z.string())),
  extension: Extensions,
})
export type HumanName = z.infer<typeof HumanName>

export const Telecom = z.object({
  ...holding,
  system: Text,
  value: Text,
  rank: z.optional(z.number()),
})
export type Telecom = z.infer<typeof Telecom>

export const FhirAddress = z.object({
  ...holding,
  type: Text,
  text: Text,
  line: z.optional(z.array(z.string())),
  city: Text,
  district: Text,
  postalCode: Text,
  extension: Extensions,
})
export type FhirAddress = z.infer<typeof FhirAddress>

export const Resource = z.looseObject({
  resourceType: z.string().check(z.minLength(1)),
  id: Text,
  contained: z.optional(z.array(z.unknown())),
})
export type Resource = z.infer<typeof Resource>

const Identifiers = z.optional(z.array(Identifier))
const Names = z.optional(z.array(HumanName))
const Telecoms = z.optional(z.array(Telecom))
const Concepts = z.optional(z.array(Concept))

export const FhirPatient = z.object({
  meta: z.optional(
    z.object({ security: z.optional(z.array(Coding)), tag: z.optional(z.array(Coding)) }),
  ),
  extension: Extensions,
  identifier: Identifiers,
  name: Names,
  telecom: Telecoms,
  gender: Text,
  birthDate: Text,
  address: z.optional(z.array(FhirAddress)),
  contact: z.optional(
    z.array(
      z.object({
        relationship: Concepts,
        name: z.optional(HumanName),
        telecom: Telecoms,
        organization: z.optional(Reference),
        period: z.optional(Period),
      }),
    ),
  ),
  active: Flag,
  deceasedBoolean: Flag,
  deceasedDateTime: Text,
  link: z.optional(z.array(z.object({ other: z.optional(Reference), type: Text }))),
  communication: z.optional(z.array(z.object({ language: z.optional(Concept) }))),
  generalPractitioner: z.optional(z.array(Reference)),
  managingOrganization: z.optional(Reference),
})
export type FhirPatient = z.infer<typeof FhirPatient>

/** Practitioner, PractitionerRole and Organization as far as they say who somebody's doctor is. */
export const FhirPractitioner = z.object({
  name: z.optional(z.union([z.string(), z.array(HumanName)])),
  telecom: Telecoms,
  practitioner: z.optional(Reference),
  organization: z.optional(Reference),
})

export const FhirRelatedPerson = z.object({
  active: Flag,
  period: z.optional(Period),
  patient: z.optional(Reference),
  relationship: Concepts,
  name: Names,
  telecom: Telecoms,
})

/** EpisodeOfCare, CarePlan, ServiceRequest and HealthcareService as far as they name a service. */
export const FhirService = z.object({
  status: Text,
  patient: z.optional(Reference),
  subject: z.optional(Reference),
  name: Text,
  title: Text,
  type: Concepts,
  category: Concepts,
  code: z.optional(Concept),
  intent: Text,
  doNotPerform: Flag,
  period: z.optional(Period),
  performer: z.optional(z.array(Reference)),
  activity: z.optional(
    z.array(
      z.object({
        reference: z.optional(Reference),
        detail: z.optional(z.object({ code: z.optional(Concept), status: Text })),
      }),
    ),
  ),
})
export type FhirService = z.infer<typeof FhirService>

export const FhirDevice = z.object({
  status: Text,
  timingPeriod: z.optional(Period),
  patient: z.optional(Reference),
  subject: z.optional(Reference),
  device: z.optional(Reference),
  manufacturer: Text,
  modelNumber: Text,
  deviceName: z.optional(z.array(z.object({ name: Text }))),
  type: z.optional(Concept),
  property: z.optional(
    z.array(z.object({ type: z.optional(Concept), valueQuantity: z.optional(z.array(Quantity)) })),
  ),
})
export type FhirDevice = z.infer<typeof FhirDevice>

const Dosage = z.object({
  text: Text,
  timing: z.optional(
    z.object({
      repeat: z.optional(
        z.object({
          timeOfDay: z.optional(z.array(z.string())),
          boundsPeriod: z.optional(Period),
          dayOfWeek: z.optional(z.array(z.string())),
          period: z.optional(z.number()),
          periodUnit: Text,
        }),
      ),
    }),
  ),
  asNeededBoolean: z.optional(z.boolean()),
  asNeededCodeableConcept: z.optional(Concept),
  route: z.optional(Concept),
  doseAndRate: z.optional(
    z.array(
      z.object({
        doseQuantity: z.optional(Quantity),
        doseRange: z.optional(z.object({ low: z.optional(Quantity), high: z.optional(Quantity) })),
      }),
    ),
  ),
  maxDosePerPeriod: z.optional(
    z.object({ numerator: z.optional(Quantity), denominator: z.optional(Quantity) }),
  ),
})

export const FhirMedicationUse = z.object({
  status: Text,
  intent: Text,
  doNotPerform: Flag,
  subject: z.optional(Reference),
  medicationCodeableConcept: z.optional(Concept),
  medicationReference: z.optional(Reference),
  effectivePeriod: z.optional(Period),
  dosage: z.optional(z.array(Dosage)),
  dosageInstruction: z.optional(z.array(Dosage)),
  reasonCode: Concepts,
  note: z.optional(z.array(z.object({ text: Text }))),
})
export type FhirMedicationUse = z.infer<typeof FhirMedicationUse>

export const FhirMedication = z.object({
  code: z.optional(Concept),
  form: z.optional(Concept),
  ingredient: z.optional(z.array(z.object({ itemCodeableConcept: z.optional(Concept) }))),
})
export type FhirMedication = z.infer<typeof FhirMedication>

/** AllergyIntolerance and Condition. */
export const FhirFinding = z.object({
  patient: z.optional(Reference),
  subject: z.optional(Reference),
  code: z.optional(Concept),
  clinicalStatus: z.optional(Concept),
  verificationStatus: z.optional(Concept),
})

/** The words of a concept, as a person would say it. */
export function conceptText(concept: Concept | undefined): string | null {
  const texts = [
    concept?.text,
    ...(concept?.coding ?? []).flatMap(({ display, code }) => [display, code]),
  ]
  return texts.find((text) => text !== undefined && text.trim() !== '') ?? null
}
