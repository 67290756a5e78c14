import { listedAlarm, listWords } from '#content/list-words.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { type AlarmLine, readAlarmLine } from '#domain/patient/alarm-line.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedAlarm } from '#domain/roster/listed-person.ts'
import { isNothing, tidy } from '../texts/cell-values.ts'
import type { RowCell, RowCells } from './row-cells.ts'

/**
 * What a row's columns tell of the line of the alarm; null when they tell nothing. What stood in the cells stays readable in
 * the description.
 */
export function readListedAlarm(cells: RowCells, warnings: ImportWarning[]): ListedAlarm | null {
  // «nei» under «To SIM» is an answer.
  const alarmCells = cells
    .list('alarmOperator', 'alarmSims')
    .filter(({ column, text }) => column === 'alarmSims' || !isNothing(text))
  const line = lineOf(alarmCells, warnings)
  if (line === null) return null
  const description = alarmCells.map(({ heading, text }) => `${heading}: ${tidy(text)}`).join(', ')
  return { line, listedAs: listedAlarm, description }
}

function lineOf(alarmCells: readonly RowCell[], warnings: ImportWarning[]): AlarmLine | null {
  if (alarmCells.length === 0) return null
  const operators = alarmCells
    .filter(({ column }) => column === 'alarmOperator')
    .flatMap(({ text }) => text.split(/[;,/+&\r\n]+/))
    .map(tidy)
    .filter((name) => !isNothing(name))
    .map((name) => name.slice(0, 40))
  const different = [...new Map(operators.map((name) => [foldText(name), name])).values()]
  const counted = alarmCells
    .filter(({ column }) => column === 'alarmSims')
    .map((cell) => simsOf(cell, warnings))
    .find((sims) => sims !== null)
  const sims = counted ?? (different.length > 1 ? 2 : null)
  return sims === null && different.length === 0 ? null : { sims, operators: different.slice(0, 2) }
}

/** «2», «To SIM», «ja» under «To SIM». */
function simsOf({ heading, text }: RowCell, warnings: ImportWarning[]): 1 | 2 | null {
  const folded = foldText(text)
  if (folded === '1' || folded === '2') return folded === '1' ? 1 : 2
  const isTwoAsked = readAlarmLine(heading)?.sims === 2
  if (isTwoAsked && isOneOf(listWords.yes, folded)) return 2
  if (isTwoAsked && isOneOf(listWords.no, folded)) return 1
  const read = readAlarmLine(text)?.sims ?? null
  if (read === null && !isNothing(text))
    warnings.push({ kind: 'unclearValue', heading, value: tidy(text) })
  return read
}

function isOneOf(words: readonly string[], folded: string): boolean {
  return words.some((word) => foldText(word) === folded)
}
