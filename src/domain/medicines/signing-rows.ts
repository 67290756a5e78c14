import { foldText } from '../base/folded-text.ts'
import type { DoseStep, Medication } from '../patient/medication.ts'
import type { LocalDate, LocalTime } from '../time/instant.ts'

/** A dose of a medicine on a day; the slot is null for what is given as needed, or at no time that the sheet tells. */
export type DosePlace = { line: string; on: LocalDate; slot: LocalTime | null }

/** One medicine at one time, as it is to be signed for. */
export type SigningRow = {
  place: DosePlace
  /** «Sinemet 100/25 mg». */
  medicine: string
  /** What to give, as the sheet has it: a fixed amount, or the dosage in words. */
  amount: string
  /** Whether the sheet leaves nothing of the amount to be decided: not so by need, or by what was measured. */
  isAmountFixed: boolean
  kind: Medication['kind']
  timeCritical: boolean
  multidose: boolean
  remark: string | null
  /** The most that may be given in a day; null where the sheet does not say. */
  maxPerDay: string | null
}

/** The rows of a day, and how many lines of the sheet have none because they are stopped or not begun. */
export type SigningDay = { timed: SigningRow[]; untimed: SigningRow[]; notToday: number }

/**
 * Lays out a medication sheet as a day's list: by the clock, and what must not be delayed first at each time. The rest
 * has no time: what is given as needed, and lines whose dosage is in words, such as patches and tapering.
 */
export function signingDay(medications: readonly Medication[], on: LocalDate): SigningDay {
  const today = medications.filter((line) => isGivenOn(line, on))
  const rows = today.flatMap((line) => rowsOf(line, on))
  return {
    timed: rows
      .filter(({ place }) => place.slot !== null)
      .toSorted(
        (a, b) =>
          (a.place.slot ?? '').localeCompare(b.place.slot ?? '') ||
          Number(b.timeCritical) - Number(a.timeCritical),
      ),
    untimed: rows
      .filter(({ place }) => place.slot === null)
      .toSorted((a, b) => Number(b.timeCritical) - Number(a.timeCritical)),
    notToday: medications.length - today.length,
  }
}

/**
 * Names a line of the sheet by what is written on it, so that two phones with the same sheet name it alike, and a
 * medicine that is written by hand is the same line. The sheet itself numbers nothing.
 */
export function lineName(medicine: string): string {
  return foldText(medicine)
}

function isGivenOn({ startedOn, stoppedOn, steps }: Medication, on: LocalDate): boolean {
  if (startedOn !== null && startedOn > on) return false
  if (stoppedOn !== null && stoppedOn <= on) return false
  return steps === undefined || steps.some((step) => isStepOn(step, on))
}

function isStepOn({ from, until }: DoseStep, on: LocalDate): boolean {
  return (from === null || from <= on) && (until === null || until >= on)
}

function rowsOf(line: Medication, on: LocalDate): SigningRow[] {
  const { name, strength, kind, timeCritical, multidose, remark, steps } = line
  const step = steps?.find((one) => isStepOn(one, on))
  const doses = step?.doses ?? line.doses
  // The words of a plan tell all its days: beside the dose of this one they would be another.
  const dosageText = step === undefined ? line.dosageText : null
  const medicine = [name, strength].filter(Boolean).join(' ')
  const maxPerDay = line.maxPerDay ?? null
  const shared = { medicine, kind, timeCritical, multidose, remark, maxPerDay }
  const place = { line: lineName(medicine), on }
  if (doses.length === 0 || kind === 'asNeeded') {
    const amount = [...doses.map(({ at, amount }) => `${at} ${amount}`), dosageText ?? '']
    return [
      {
        ...shared,
        place: { ...place, slot: null },
        amount: amount.filter(Boolean).join(' · '),
        isAmountFixed: false,
      },
    ]
  }
  return doses.map(({ at, amount }) => ({
    ...shared,
    place: { ...place, slot: at },
    amount: [amount, dosageText].filter(Boolean).join(' · '),
    isAmountFixed: amount !== '' && dosageText === null,
  }))
}
