import type { LocalDate } from '#domain/time/instant.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import type { Medication } from '#domain/patient/medication.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { daysText, stepsText } from '#text/nb/words/medicines/medication-words.ts'
import { shortened } from '../texts/cell-values.ts'
import type { FhirEntry } from './fhir-entries.ts'
import {
  conceptText,
  FhirMedication,
  type FhirMedicationUse,
  type Resource,
} from './fhir-resource.ts'
import type { ReferenceIndex } from './reference-index.ts'
import {
  type Dosage,
  dayFrom,
  daysOf,
  differInDays,
  dosesOf,
  isDaily,
  readMaxPerDay,
  readPlan,
} from './read-dosage.ts'
import { type ResourceState, stateOf, stateWarnings } from './resource-state.ts'

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
  const plan = readPlan(dosages)
  // Dosages of other days that are no plan: each in words with its days, and none by the clock.
  const isApart = plan === null && differInDays(dosages)
  const bounds = plan ?? (isApart ? undefined : dosages[0]?.timing?.repeat?.boundsPeriod)
  const stoppedOn = dayFrom(bounds?.end ?? use.effectivePeriod?.end)
  const maxPerDay = readMaxPerDay(dosages)
  const isAsNeeded = dosages.some(
    (dosage) => dosage.asNeededBoolean === true || dosage.asNeededCodeableConcept !== undefined,
  )
  const medication: Medication = {
    name,
    activeIngredient: conceptText(medicine?.ingredient?.[0]?.itemCodeableConcept),
    form: conceptText(medicine?.form),
    strength: null,
    // What is on hold is due at no time.
    doses: isAsNeeded || isOnHold || plan !== null || isApart ? [] : dosages.flatMap(dosesOf),
    ...(plan === null || isOnHold ? {} : { steps: plan.steps }),
    ...(maxPerDay === null ? {} : { maxPerDay }),
    dosageText:
      joined(dosages.map((dosage) => dosageWords(dosage, isApart, today))) ??
      (plan === null ? null : stepsText(plan.steps, today)),
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
  const unclear = isAsNeeded ? [] : dosages.filter((dosage) => isApart || !isDaily(dosage))
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

/** A dosage in the list's own words, with its days where it does not hold for those of the others. */
function dosageWords(dosage: Dosage, isApart: boolean, today: LocalDate): string | null {
  const text = dosage.text ?? null
  if (!isApart) return text
  const given =
    text ??
    dosesOf(dosage)
      .map(({ at, amount }) => `${at} ${amount}`.trim())
      .join(', ')
  return [daysText(daysOf(dosage), today), given].filter((part) => part !== '').join(': ')
}

/** A medicine that nobody can name is on no sheet, and must not go unseen. */
function namelessWarnings(state: ResourceState, { resourceType, id }: Resource): ImportWarning[] {
  if (state === 'ended') return []
  return [{ kind: 'unclearValue', heading: resourceType, value: id ?? resourceType }]
}

function joined(texts: readonly (string | null | undefined)[]): string | null {
  return (
    texts.filter((text) => text !== undefined && text !== null && text !== '').join('; ') || null
  )
}
