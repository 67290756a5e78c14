import { news2, type News2 } from '../news/news2.ts'
import type { AskedItem } from './asked-items.ts'
import { numberOf } from './enable-when.ts'
import type { Answer } from './questionnaire-response.ts'

/** What a form's questions for NEWS2 are coded with, so that a municipality's own form is summed up as ours is. */
export const newsCodes = {
  respirationsPerMinute: '9279-1',
  saturationPercent: '2708-6',
  systolicMmHg: '8480-6',
  pulsePerMinute: '8867-4',
  celsius: '8310-5',
  saturationScale: 'urn:beredt:code:spo2-scale',
  hasOxygen: '1104331000000105',
  consciousness: '1104441000000107',
} as const

/** The code of the choice that says that she is alert. */
const alertCode = 'A'
/** The codes of the two scales in SNOMED CT. */
const scaleByCode: Readonly<Record<string, 1 | 2>> = {
  '1104311000000102': 1,
  '1104321000000108': 2,
}

/** Sums up the answers to a form's questions for NEWS2; null until every one is answered. */
export function news2OfItems(items: readonly AskedItem[]): News2 | null {
  const answerTo = (code: string): Answer | null =>
    items.find(({ item }) => item.code?.some((one) => one.code === code))?.given[0] ?? null
  const number = (code: string) => {
    const answer = answerTo(code)
    return answer === null ? null : numberOf(answer)
  }
  const respirationsPerMinute = number(newsCodes.respirationsPerMinute)
  const saturationPercent = number(newsCodes.saturationPercent)
  const systolicMmHg = number(newsCodes.systolicMmHg)
  const pulsePerMinute = number(newsCodes.pulsePerMinute)
  const celsius = number(newsCodes.celsius)
  const scale = answerTo(newsCodes.saturationScale)
  const oxygen = answerTo(newsCodes.hasOxygen)
  const consciousness = answerTo(newsCodes.consciousness)
  const saturationScale =
    scale !== null && 'valueCoding' in scale ? scaleByCode[scale.valueCoding.code] : undefined
  if (
    respirationsPerMinute === null ||
    saturationPercent === null ||
    systolicMmHg === null ||
    pulsePerMinute === null ||
    celsius === null ||
    saturationScale === undefined ||
    oxygen === null ||
    !('valueBoolean' in oxygen) ||
    consciousness === null ||
    !('valueCoding' in consciousness)
  ) {
    return null
  }
  return news2({
    respirationsPerMinute,
    saturationScale,
    saturationPercent,
    hasOxygen: oxygen.valueBoolean,
    systolicMmHg,
    pulsePerMinute,
    isAlert: consciousness.valueCoding.code === alertCode,
    celsius,
  })
}
