import { deviceKinds } from '#content/device-kinds.ts'
import { listWords } from '#content/list-words.ts'
import { foldText } from '#domain/base/folded-text.ts'
import type { ColumnAnswer, ColumnQuestion } from '#domain/roster/column-question.ts'
import type { ColumnMapping } from '#domain/roster/list-column.ts'
import { shortened } from '../texts/cell-values.ts'
import type { Table } from './find-table.ts'
import { unclearNames } from './name-order.ts'
import type { DelimitedRow } from '../file/read-delimited.ts'

const maxSamples = 3
/** What is longer says in its beginning what it is about. */
const maxExamined = 500
const maxHeadingLength = 80

/** What only a leader can say of a table's columns. What a mapping has an answer to is not asked again. */
export function columnQuestions(
  { columns }: Pick<Table, 'columns'>,
  rows: readonly DelimitedRow[],
  mapping: ColumnMapping | null,
): ColumnQuestion[] {
  const answered = new Set(Object.keys(mapping ?? {}).map(foldText))
  return columns.flatMap(({ column, heading, isRepeated }, place): ColumnQuestion[] => {
    if (heading === '' || heading.length > maxHeadingLength || isRepeated) return []
    if (answered.has(foldText(heading))) return []
    const texts = rows.flatMap(({ cells }) => {
      const text = (cells[place] ?? '').trim()
      return text === '' ? [] : [text]
    })
    if (texts.length === 0) return []
    if (column === 'name') {
      const unclear = unclearNames(columns, rows, place)
      return unclear.length === 0 ? [] : [questionOf(heading, 'nameOrder', unclear)]
    }
    const isAsked =
      column === null && (isHealthHeading(heading) || [...new Set(texts)].some(isHealthText))
    return isAsked ? [questionOf(heading, 'healthFacts', texts)] : []
  })
}

/** The headings of a table that are read as has been said. */
export function columnAnswersIn(
  { columns }: Pick<Table, 'columns'>,
  mapping: ColumnMapping | null,
): ColumnAnswer[] {
  const found = new Set(columns.map(({ heading }) => foldText(heading)))
  return Object.entries(mapping ?? {}).flatMap(([heading, column]) =>
    found.has(foldText(heading)) ? { heading, column } : [],
  )
}

const personalNumbers = /(?<!\d)(\d{6}) ?\d{5}(?!\d)/g

/** A sample is to recognise a column by: of a personal number the birth date is enough. */
function sampleOf(text: string): string {
  return shortened(text).replaceAll(personalNumbers, '$1 *****')
}

function questionOf(
  heading: string,
  about: ColumnQuestion['about'],
  texts: readonly string[],
): ColumnQuestion {
  const samples = [...new Set(texts.map(sampleOf))].slice(0, maxSamples)
  return { heading, about, filled: texts.length, samples }
}

const healthBeginnings = listWords.health.map(foldText)
const headingBeginnings = [...listWords.health, ...listWords.healthHeadings].map(foldText)
const deviceTexts = deviceKinds.flatMap(({ title, synonyms }) => [title, ...synonyms]).map(foldText)
/** «GPS» and «APD» may stand within other words. */
const minDeviceLength = 5

function isHealthHeading(heading: string): boolean {
  return hasWordLike(heading, headingBeginnings)
}

function isHealthText(text: string): boolean {
  // Of numbers, dates and telephones a wide list has millions.
  if (!/\p{L}{3}/u.test(text)) return false
  const folded = foldText(text.slice(0, maxExamined))
  return (
    hasWordLike(text.slice(0, maxExamined), healthBeginnings) ||
    deviceTexts.some((device) => device.length >= minDeviceLength && folded.includes(device))
  )
}

function hasWordLike(text: string, beginnings: readonly string[]): boolean {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldText)
    .some((word) => beginnings.some((beginning) => word.startsWith(beginning)))
}
