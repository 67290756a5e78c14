import { LocalDate, LocalTime } from '#domain/time/instant.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import type { Medication } from '#domain/patient/medication.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { shortened } from '../texts/cell-values.ts'
import type { FhirEntry } from './fhir-entries.ts'
import {
  conceptText,
  FhirMedication,
  type FhirMedicationUse,
  type Resource,
} from './fhir-resource.ts'
import type { ReferenceIndex } from './reference-index.ts'
import { type ResourceState, stateOf, stateWarnings } from './resource-state.ts'

type Dosage = NonNullable<FhirMedicationUse['dosage']>[number]

/** A line of the medication sheet from a MedicationStatement or -Request; none when it has ended or names nothing. */
export function readMedicationUse(
  use: FhirMedicationUse,
  resource: Resource,
  index: ReferenceIndex,
  today: LocalDate,
): { facts: Partial<ListedFacts>; uses: FhirEntry[]; warnings: ImportWarning[] } {
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
  const state = stateOf(use, today)
  const warnings = stateWarnings(state, resource.resourceType, name)
  if (name === null) return { facts: {}, uses, warnings: namelessWarnings(state, resource) }
  if (state === 'ended' || state === 'notYet') return { facts: {}, uses, warnings }
  const isOnHold = state === 'onHold'
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
    // What is on hold is due at no time.
    doses: isAsNeeded || isOnHold ? [] : dosages.flatMap(dosesOf),
    dosageText: joined(dosages.map(({ text }) => text)),
    route: conceptText(dosages[0]?.route),
    indication: joined((use.reasonCode ?? []).map(conceptText)),
    kind: isAsNeeded ? 'asNeeded' : stoppedOn === null ? 'regular' : 'course',
    startedOn: dayFrom(bounds?.start ?? use.effectivePeriod?.start),
    stoppedOn,
    // FHIR R4 has no place for it, and it is not ours to guess.
    timeCritical: false,
    multidose: false,
    remark: joined([
      isOnHold ? importReport.onHold : null,
      ...(use.note ?? []).map(({ text }) => text),
    ]),
  }
  const unclear = isAsNeeded ? [] : dosages.filter((dosage) => !isDaily(dosage))
  return {
    facts: { medications: [medication] },
    uses,
    warnings: [
      ...warnings,
      ...unclear.map(() => ({
        kind: 'unclearTime' as const,
        heading: resource.resourceType,
        value: shortened(name),
      })),
    ],
  }
}

/** A medicine that nobody can name is on no sheet, and must not go unseen. */
function namelessWarnings(state: ResourceState, { resourceType, id }: Resource): ImportWarning[] {
  if (state === 'ended') return []
  return [{ kind: 'unclearValue', heading: resourceType, value: id ?? resourceType }]
}

/** Whether the times of a dosage are those of every day: «mondays at 8» is not «at 8». */
function isDaily({ timing }: Dosage): boolean {
  const { timeOfDay, dayOfWeek, period, periodUnit } = timing?.repeat ?? {}
  if ((timeOfDay ?? []).length === 0) return true
  const isEachDay = (period ?? 1) === 1 && (periodUnit ?? 'd') === 'd'
  return isEachDay && (dayOfWeek ?? []).length === 0
}

function dosesOf(dosage: Dosage): Medication['doses'] {
  if (!isDaily(dosage)) return []
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
