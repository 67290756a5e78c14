import { LocalDate, LocalTime } from '#domain/time/instant.ts'
import { plusDays } from '#domain/time/local-day.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import type { DoseStep, Medication } from '#domain/patient/medication.ts'
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

type Dosage = NonNullable<FhirMedicationUse['dosage']>[number]
type Quantity = NonNullable<NonNullable<Dosage['doseAndRate']>[number]['doseQuantity']>

/** Whether the times of a dosage are those of every day: «mondays at 8» is not «at 8». */
function isDaily({ timing }: Dosage): boolean {
  const { timeOfDay, dayOfWeek, period, periodUnit } = timing?.repeat ?? {}
  if ((timeOfDay ?? []).length === 0) return true
  const isEachDay = (period ?? 1) === 1 && (periodUnit ?? 'd') === 'd'
  return isEachDay && (dayOfWeek ?? []).length === 0
}

function dosesOf(dosage: Dosage): Medication['doses'] {
  if (!isDaily(dosage)) return []
  const amount = amountOf(dosage)
  return (dosage.timing?.repeat?.timeOfDay ?? []).flatMap((text) => {
    const at = LocalTime.safeParse(text.slice(0, 5))
    return at.success ? [{ at: at.data, amount }] : []
  })
}

/** «1 tablett», or «1–2 tablett» where it is decided each time. Empty when the list gives it in words alone. */
function amountOf({ doseAndRate }: Dosage): string {
  const { doseQuantity, doseRange } = doseAndRate?.[0] ?? {}
  if (doseQuantity !== undefined) return quantityText(doseQuantity)
  const { low, high } = doseRange ?? {}
  if (low?.value === undefined || high?.value === undefined) return ''
  return `${numberText(low.value)}–${quantityText(high)}`
}

function quantityText({ value, unit }: Quantity): string {
  return value === undefined ? '' : `${numberText(value)} ${unit ?? ''}`.trim()
}

function numberText(value: number): string {
  return String(value).replace('.', ',')
}

/** The most that may be given, where it is said of one day; of another length it stands in the dosage's words. */
function readMaxPerDay(dosages: readonly Dosage[]): string | null {
  for (const { maxDosePerPeriod } of dosages) {
    const { numerator, denominator } = maxDosePerPeriod ?? {}
    const unit = denominator?.code ?? denominator?.unit
    const isDay =
      denominator?.value !== undefined &&
      ((denominator.value === 1 && unit === 'd') || (denominator.value === 24 && unit === 'h'))
    if (isDay && numerator?.value !== undefined) return quantityText(numerator)
  }
  return null
}

type Plan = { steps: DoseStep[]; start: string | undefined; end: string | undefined }

/**
 * Reads dosages of which each holds for days of its own, as in tapering. Null for all others, also where a day or a time
 * is lacking: what cannot be laid out by day is read in words.
 */
function readPlan(dosages: readonly Dosage[]): Plan | null {
  if (dosages.length < 2) return null
  const steps = dosages
    .map((dosage) => ({ ...daysOf(dosage), doses: dosesOf(dosage) }))
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  const isWhole = steps.every(({ from, doses }) => from !== null && doses.length > 0)
  const isInTurn = steps.every(({ until }, at) => {
    const next = steps[at + 1]?.from ?? null
    return next === null || (until !== null && until < next)
  })
  if (!isWhole || !isInTurn) return null
  // The last day is one of its step: the medicine is stopped on the day after.
  const last = steps.at(-1)?.until ?? null
  return {
    steps,
    start: steps[0]?.from ?? undefined,
    end: last === null ? undefined : plusDays(last, 1),
  }
}

/** Whether the dosages hold for other days than each other: taken together they would be another dose. */
function differInDays(dosages: readonly Dosage[]): boolean {
  const days = dosages.map((dosage) => JSON.stringify(daysOf(dosage)))
  return new Set(days).size > 1
}

/** The days that a dosage holds for; both are among them. */
function daysOf({ timing }: Dosage): Pick<DoseStep, 'from' | 'until'> {
  const bounds = timing?.repeat?.boundsPeriod
  return { from: dayFrom(bounds?.start), until: dayFrom(bounds?.end) }
}

function dayFrom(text: string | undefined): LocalDate | null {
  const day = LocalDate.safeParse(text?.slice(0, 10))
  return day.success ? day.data : null
}
