import { LocalDate, LocalTime } from '#domain/time/instant.ts'
import { plusDays } from '#domain/time/local-day.ts'
import type { DoseStep, Medication } from '#domain/patient/medication.ts'
import type { FhirMedicationUse } from './fhir-resource.ts'

export type Dosage = NonNullable<FhirMedicationUse['dosage']>[number]
type Quantity = NonNullable<NonNullable<Dosage['doseAndRate']>[number]['doseQuantity']>

/** Whether the times of a dosage are those of every day: «mondays at 8» is not «at 8». */
export function isDaily({ timing }: Dosage): boolean {
  const { timeOfDay, dayOfWeek, period, periodUnit } = timing?.repeat ?? {}
  if ((timeOfDay ?? []).length === 0) return true
  const isEachDay = (period ?? 1) === 1 && (periodUnit ?? 'd') === 'd'
  return isEachDay && (dayOfWeek ?? []).length === 0
}

export function dosesOf(dosage: Dosage): Medication['doses'] {
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
export function readMaxPerDay(dosages: readonly Dosage[]): string | null {
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
export function readPlan(dosages: readonly Dosage[]): Plan | null {
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
export function differInDays(dosages: readonly Dosage[]): boolean {
  const days = dosages.map((dosage) => JSON.stringify(daysOf(dosage)))
  return new Set(days).size > 1
}

/** The days that a dosage holds for; both are among them. */
export function daysOf({ timing }: Dosage): Pick<DoseStep, 'from' | 'until'> {
  const bounds = timing?.repeat?.boundsPeriod
  return { from: dayFrom(bounds?.start), until: dayFrom(bounds?.end) }
}

export function dayFrom(text: string | undefined): LocalDate | null {
  const day = LocalDate.safeParse(text?.slice(0, 10))
  return day.success ? day.data : null
}
