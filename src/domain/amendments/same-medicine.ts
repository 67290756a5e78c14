import { foldText } from '../base/folded-text.ts'
import type { LocalDate } from '../time/instant.ts'
import type { Medication } from '../patient/medication.ts'

/** How a medicine is named where one is chosen: name and strength, because a sheet may have two strengths of one. */
export function medicineName({ name, strength }: Pick<Medication, 'name' | 'strength'>): string {
  return strength === null ? name : `${name} ${strength}`
}

/** The line of a sheet that a written medicine means; null when it means none, or may mean several. */
export function findMedicine(
  written: string,
  medications: readonly Medication[],
): Medication | null {
  const folded = foldText(written)
  const ways = [
    (line: Medication) => foldText(medicineName(line)) === folded,
    (line: Medication) => foldText(line.name) === folded,
    (line: Medication) => folded.startsWith(foldText(line.name)) && line.strength === null,
  ]
  for (const isMeant of ways) {
    const [found, second] = medications.filter(isMeant)
    if (found !== undefined) return second === undefined ? found : null
  }
  return null
}

/** Whether a line may be the medicine in another strength or form: the first word is the same. */
export function mayMean(written: string, { name }: Pick<Medication, 'name'>): boolean {
  return firstWord(written) === firstWord(name)
}

function firstWord(text: string): string {
  return foldText(text.trim().split(/\s+/)[0] ?? '')
}

const clockTime = /(?<![\d,.])([01]?\d|2[0-4])(?:[:.]([0-5]\d))?(?![\d]|[,.]\d)/g

/** The times of day in a text: «08 og 20», «kl. 8.30». */
function timesIn(text: string): string[] {
  return [...text.matchAll(clockTime)].map(
    ([, hour = '', minute]) => `${hour.padStart(2, '0')}:${minute ?? '00'}`,
  )
}

/** Whether a line is no longer given on a day; a course has its last day beforehand. */
export function isStopped({ stoppedOn }: Pick<Medication, 'stoppedOn'>, on: LocalDate): boolean {
  return stoppedOn !== null && stoppedOn <= on
}

/** «2.5 mg», «2,50mg» and «2,5 mg» are one amount. */
function foldAmount(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/(\d)\.(\d)/g, '$1,$2')
    .replaceAll(/(\d,\d*?)0+(?!\d)/g, '$1')
    .replaceAll(/,(?!\d)/g, '')
    .replaceAll(/\s/g, '')
    .replaceAll(/tabletter|tablett|tabl\.?/g, 'tab')
}

export type WrittenDose = { amount: string; times: string | null }

/**
 * Whether a list's line says the dose that was written. Times that were not written are not compared. A line with another
 * text than doses by the clock agrees only when it is that text: a dose is never taken for another that looks like it.
 */
export function isSameDose(
  { amount, times }: WrittenDose,
  line: Medication,
  on: LocalDate,
): boolean {
  if (isStopped(line, on)) return false
  const written = foldAmount(amount)
  if (line.doses.length > 0) {
    const isAmount = line.doses.every((dose) => foldAmount(dose.amount) === written)
    if (!isAmount) return false
    return (
      times === null ||
      isSameSet(
        timesIn(times),
        line.doses.map(({ at }) => at),
      )
    )
  }
  const text = foldAmount(line.dosageText ?? '')
  const whole = foldAmount([amount, times].filter((part) => part !== null).join(' '))
  return text !== '' && (text === whole || (times === null && text === written))
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return [...new Set(some)].toSorted().join() === [...new Set(others)].toSorted().join()
}
