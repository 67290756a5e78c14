import { LocalDate, LocalTime } from '#domain/time/instant.ts'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import type { Medication } from '#domain/patient/medication.ts'
import type { FhirEntry } from './fhir-entries.ts'
import {
  conceptText,
  FhirMedication,
  type FhirMedicationUse,
  type Resource,
} from './fhir-resource.ts'
import { hasEnded } from './read-service.ts'
import type { ReferenceIndex } from './reference-index.ts'

type Dosage = NonNullable<FhirMedicationUse['dosage']>[number]

/** A line of the medication sheet from a MedicationStatement or -Request; none when it has ended or names nothing. */
export function readMedicationUse(
  use: FhirMedicationUse,
  resource: Resource,
  index: ReferenceIndex,
): { facts: Partial<ListedFacts>; uses: FhirEntry[] } {
  const { medicationReference } = use
  const found = medicationReference && index.findResource(medicationReference, resource)
  const referred = found ? FhirMedication.safeParse(found.resource) : null
  const medicine = referred?.success === true ? referred.data : null
  const uses = found?.entry ? [found.entry] : []
  const name =
    conceptText(use.medicationCodeableConcept) ??
    conceptText(medicine?.code) ??
    medicationReference?.display ??
    null
  if (name === null || hasEnded(use.status)) return { facts: {}, uses }
  const dosages = use.dosage ?? use.dosageInstruction ?? []
  const bounds = dosages[0]?.timing?.repeat?.boundsPeriod
  const stoppedOn = dayFrom(bounds?.end ?? use.effectivePeriod?.end)
  const isAsNeeded = dosages.some(
    (dosage) => dosage.asNeededBoolean === true || dosage.asNeededCodeableConcept !== undefined,
  )
  const medication: Medication = {
    name,
    activeIngredient: conceptText(medicine?.ingredient?.[0]?.itemCodeableConcept),
    form: conceptText(medicine?.form),
    strength: null,
    doses: isAsNeeded ? [] : dosages.flatMap(dosesOf),
    dosageText: joined(dosages.map(({ text }) => text)),
    route: conceptText(dosages[0]?.route),
    indication: joined((use.reasonCode ?? []).map(conceptText)),
    kind: isAsNeeded ? 'asNeeded' : stoppedOn === null ? 'regular' : 'course',
    startedOn: dayFrom(bounds?.start ?? use.effectivePeriod?.start),
    stoppedOn,
    // FHIR R4 has no place for it, and it is not ours to guess.
    timeCritical: false,
    multidose: false,
    remark: joined((use.note ?? []).map(({ text }) => text)),
  }
  return { facts: { medications: [medication] }, uses }
}

function dosesOf(dosage: Dosage): Medication['doses'] {
  const quantity = dosage.doseAndRate?.[0]?.doseQuantity
  const amount =
    quantity?.value === undefined ? '' : `${quantity.value} ${quantity.unit ?? ''}`.trim()
  return (dosage.timing?.repeat?.timeOfDay ?? []).flatMap((text) => {
    const at = LocalTime.safeParse(text.slice(0, 5))
    return at.success ? [{ at: at.data, amount: amount.replace('.', ',') }] : []
  })
}

function joined(texts: readonly (string | null | undefined)[]): string | null {
  return (
    texts.filter((text) => text !== undefined && text !== null && text !== '').join('; ') || null
  )
}

function dayFrom(text: string | undefined): LocalDate | null {
  const day = LocalDate.safeParse(text?.slice(0, 10))
  return day.success ? day.data : null
}
