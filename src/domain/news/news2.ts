/**
 * NEWS2 for adults from 16 years who are not pregnant (`domain.md` 4.7; Royal College of Physicians 2017). It adds up
 * what the table gives for each measurement, and says nothing of what is wrong with anybody.
 */
export type NewsMeasurements = {
  respirationsPerMinute: number
  /** 2 is for hypercapnic respiratory failure, on a doctor's order only. */
  saturationScale: 1 | 2
  saturationPercent: number
  hasOxygen: boolean
  systolicMmHg: number
  pulsePerMinute: number
  /** Whether she is alert; new confusion, voice, pain and unresponsive count alike. */
  isAlert: boolean
  celsius: number
}

export type NewsParameter =
  | 'respiration'
  | 'saturation'
  | 'oxygen'
  | 'systolic'
  | 'pulse'
  | 'consciousness'
  | 'temperature'

/** The rows of the table of sums; `single` is a sum below 5 in which one measurement alone gives 3. */
export type NewsRow = 'zero' | 'low' | 'single' | 'medium' | 'high'

export type News2 = {
  points: Readonly<Record<NewsParameter, number>>
  sum: number
  row: NewsRow
}

/** Measurements from `from`, until the next step begins, give `points`. */
type Step = { from: number; points: number }

const respiration: readonly Step[] = [
  { from: -Infinity, points: 3 },
  { from: 9, points: 1 },
  { from: 12, points: 0 },
  { from: 21, points: 2 },
  { from: 25, points: 3 },
]
const saturationOnScale1: readonly Step[] = [
  { from: -Infinity, points: 3 },
  { from: 92, points: 2 },
  { from: 94, points: 1 },
  { from: 96, points: 0 },
]
const lowOnScale2: readonly Step[] = [
  { from: -Infinity, points: 3 },
  { from: 84, points: 2 },
  { from: 86, points: 1 },
  { from: 88, points: 0 },
]
/** With oxygen too much is a danger as well; on air it is not. */
const highOnScale2WithOxygen: readonly Step[] = [
  { from: 93, points: 1 },
  { from: 95, points: 2 },
  { from: 97, points: 3 },
]
const systolic: readonly Step[] = [
  { from: -Infinity, points: 3 },
  { from: 91, points: 2 },
  { from: 101, points: 1 },
  { from: 111, points: 0 },
  { from: 220, points: 3 },
]
const pulse: readonly Step[] = [
  { from: -Infinity, points: 3 },
  { from: 41, points: 1 },
  { from: 51, points: 0 },
  { from: 91, points: 1 },
  { from: 111, points: 2 },
  { from: 131, points: 3 },
]
const temperature: readonly Step[] = [
  { from: -Infinity, points: 3 },
  { from: 35.1, points: 1 },
  { from: 36.1, points: 0 },
  { from: 38.1, points: 1 },
  { from: 39.1, points: 2 },
]

/** Scores whole numbers, and a temperature in tenths: the table has nothing between its columns. */
export function news2(measured: NewsMeasurements): News2 {
  const points = {
    respiration: stepPoints(respiration, measured.respirationsPerMinute),
    saturation: saturationPoints(measured),
    oxygen: measured.hasOxygen ? 2 : 0,
    systolic: stepPoints(systolic, measured.systolicMmHg),
    pulse: stepPoints(pulse, measured.pulsePerMinute),
    consciousness: measured.isAlert ? 0 : 3,
    temperature: stepPoints(temperature, measured.celsius),
  }
  const each = Object.values(points)
  const sum = each.reduce((total, one) => total + one, 0)
  return { points, sum, row: rowOf(sum, each.includes(3)) }
}

function saturationPoints({
  saturationScale,
  saturationPercent,
  hasOxygen,
}: NewsMeasurements): number {
  if (saturationScale === 1) return stepPoints(saturationOnScale1, saturationPercent)
  return stepPoints(
    hasOxygen ? [...lowOnScale2, ...highOnScale2WithOxygen] : lowOnScale2,
    saturationPercent,
  )
}

function stepPoints(steps: readonly Step[], measured: number): number {
  const step = steps.findLast(({ from }) => measured >= from)
  if (step === undefined) throw new Error(`No step of the table holds ${measured}.`)
  return step.points
}

function rowOf(sum: number, hasSingle3: boolean): NewsRow {
  if (sum >= 7) return 'high'
  if (sum >= 5) return 'medium'
  if (hasSingle3) return 'single'
  return sum === 0 ? 'zero' : 'low'
}
