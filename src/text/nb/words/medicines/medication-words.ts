import { isStopped } from '#domain/amendments/same-medicine.ts'
import type { DoseStep, Medication } from '#domain/patient/medication.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import { noBreak } from '../phone.ts'
import { dateWords } from '../time.ts'

/** A line of the medication sheet in words, in the order of a sheet's columns. */
export type MedicationWords = {
  /** «Furix 40 mg». */
  name: string
  /** Active ingredient and form. */
  what: string[]
  /** One for each time: «kl. 08:00 – 1 tablett». */
  times: string[]
  /** What the times do not say: the steps of a plan, the dosage in the list's own words, the most in a day. */
  dosage: string[]
  /** What it is for and what to heed, whether it comes in the multidose, and from and to when. */
  notes: string[]
}

/** How a line of the sheet reads on a day, on screen and on paper alike. */
export function medicationWords(line: Medication, on: LocalDate): MedicationWords {
  const { name, strength, activeIngredient, form, doses, steps = [], dosageText } = line
  const isSaidBySteps = dosageText === stepsText(steps, on)
  return {
    name: filled([name, strength]).join(' '),
    what: filled([activeIngredient === name ? null : activeIngredient, form]),
    times: doses.map(timeText),
    dosage: filled([
      ...steps.map((step) => stepText(step, on)),
      isSaidBySteps ? null : dosageText,
      line.maxPerDay === undefined ? null : maxPerDayText(line.maxPerDay),
    ]),
    notes: filled([
      line.indication,
      line.remark,
      line.multidose ? `i${noBreak}multidose` : null,
      ...periodTexts(line, on),
    ]),
  }
}

export function maxPerDayText(amount: string): string {
  return `høyst ${amount} i døgnet`
}

/** The steps of a plan as one text, for an app that does not know steps. */
export function stepsText(steps: readonly DoseStep[], on: LocalDate): string {
  return steps.map((step) => stepText(step, on)).join('; ')
}

function stepText({ doses, ...days }: DoseStep, on: LocalDate): string {
  return filled([daysText(days, on), doses.map(timeText).join(', ')]).join(': ')
}

/** «fra 21.11. til og med 23.11.»; empty when neither is known. */
export function daysText({ from, until }: Pick<DoseStep, 'from' | 'until'>, on: LocalDate): string {
  return filled([
    from === null ? null : `fra ${dateWords(from, on)}`,
    until === null ? null : `til og med ${dateWords(until, on)}`,
  ]).join(' ')
}

function timeText({ at, amount }: Medication['doses'][number]): string {
  const time = `kl.${noBreak}${at}`
  return amount === '' ? time : `${time}${noBreak}– ${amount}`
}

function periodTexts(line: Medication, on: LocalDate): (string | null)[] {
  const { kind, startedOn, stoppedOn, steps } = line
  const isPlan = kind === 'course' || steps !== undefined
  return [
    startedOn !== null && (isPlan || startedOn > on) ? `fra ${dateWords(startedOn, on)}` : null,
    stoppedOn === null
      ? null
      : `${isStopped(line, on) ? 'seponert' : 'skal seponeres'} ${dateWords(stoppedOn, on)}`,
  ]
}

function filled(texts: readonly (string | null)[]): string[] {
  return texts.filter((text) => text !== null).filter((text) => text !== '')
}
