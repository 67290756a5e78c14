import { listWords } from '#content/list-words.ts'
import { foldText } from '#domain/base/folded-text.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import { parseYesNo, shortened } from '../texts/cell-values.ts'
import type { RowCells } from './row-cells.ts'

/**
 * Reads whether a person lives alone. Who lives with somebody is looked to later in an outage, so company is only what
 * the cell says in words that are known; all else is null, and a warning quotes it.
 */
export function readLivesAlone(cells: RowCells, warnings: ImportWarning[]): boolean | null {
  const filled = cells.list('livesAlone', 'livesWith')
  for (const { column, text } of filled) {
    const answer = column === 'livesAlone' ? answerOf(text) : companyOf(text)
    if (answer !== null) return answer
  }
  const [unclear] = filled
  if (unclear !== undefined) {
    const { heading, text } = unclear
    warnings.push({ kind: 'unclearValue', heading, value: shortened(text) })
  }
  return null
}

/** What follows the first word explains it: «ja, mann på sykehjem». */
function answerOf(text: string): boolean | null {
  if (isOpen(text)) return null
  const [first = ''] = text.split(/[\s,.;:(/–-]+/u)
  return parseYesNo(text) ?? (isAnswer(first) ? parseYesNo(first) : householdOf(text))
}

/** «Ja/Nei» was never answered, and «ja?» is a question. */
function isOpen(text: string): boolean {
  const words: readonly string[] = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return text.includes('?') || (words.includes('ja') && words.includes('nei'))
}

/** A number or a letter is an answer only when it stands alone. */
function isAnswer(word: string): boolean {
  return word.length > 1 && parseYesNo(word) !== null && foldText(word) !== 'ingen'
}

/** Under «Bor med», the number is how many, and «ingen» is nobody. */
function companyOf(text: string): boolean | null {
  const word = foldText(text)
  const count = /^\d{1,2}(?=$|pers)/.exec(word)?.[0]
  if (count !== undefined && Number(count) > 0) return Number(count) === 1
  return word === 'ingen' ? true : householdOf(text)
}

function householdOf(text: string): boolean | null {
  const words: readonly string[] = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.some((word) => unsure.has(word))) return null
  if (words.some((word) => aloneWords.has(word))) return true
  return words.some((word) => companyWords.has(word)) ? false : null
}

const unsure: ReadonlySet<string> = new Set([
  'ikke',
  'ikkje',
  'usikker',
  'usikkert',
  'kanskje',
  'delvis',
])
const aloneWords: ReadonlySet<string> = new Set(listWords.alone)
const companyWords: ReadonlySet<string> = new Set([...listWords.relations, ...listWords.company])
