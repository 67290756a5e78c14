import { foldText } from '../base/folded-text.ts'

/**
 * A person's id as a list has it. A placeholder («NULL», «-», «0», «999999») stands for nobody, and a shortened number
 * («1,23457E+11») for everybody whose number begins alike: neither may tell who somebody is.
 */
export type RecordId =
  | { kind: 'none' }
  | { kind: 'usable' | 'placeholder' | 'shortened'; value: string }

export function readRecordId(text: string): RecordId {
  const trimmed = text.trim()
  if (isEmptyMark(trimmed)) return { kind: 'none' }
  if (isShortenedNumber(trimmed)) return { kind: 'shortened', value: trimmed }
  // A spreadsheet shows the number 17 as «17.0» or «17,00».
  const value = trimmed.replace(/^['=]*(\d+)[.,]0+$/, '$1')
  return { kind: isPlaceholder(value) ? 'placeholder' : 'usable', value }
}

/** What programs write for an empty cell: «NULL», «NaN», «#N/A», «(tom)», or signs alone. */
function isEmptyMark(text: string): boolean {
  const folded = foldText(text)
  return folded === '' || emptyMarks.has(folded) || /^#[\p{L}/0]+[!?]?$/u.test(text.trim())
}

const emptyMarks = new Set(
  ['null', 'nul', 'nil', 'none', 'nan', 'nat', 'n/a', 'na', 'undefined', 'tom', 'blank'].map(
    foldText,
  ),
)

/** Whether a number has been rounded: written by a power of ten, or with its last digits lost to zeros. */
function isShortenedNumber(text: string): boolean {
  const bare = text.replaceAll(/[\s'=]/g, '')
  if (/^\d+(?:[.,]\d+)?E[+-]?\d+$/i.test(bare)) return bare.includes('+') || /[.,]/.test(bare)
  const digits = bare.replace(/[.,]0+$/, '')
  // A spreadsheet keeps 15 digits and shows six of them.
  return /^\d{4,}0{5,}$/.test(digits) || /^\d{15}0+$/.test(digits)
}

/** Whether an id is written where there is none: a word, or digits that nobody was given. */
function isPlaceholder(value: string): boolean {
  const folded = foldText(value)
  if (placeholderWords.has(folded)) return true
  return /^(?:0+|9{3,}|(\p{L}|\d)\1{3,}|x+)$/u.test(folded) || isCounting(folded)
}

const placeholderWords = new Set(
  [
    'ukjent',
    'ukjend',
    'unknown',
    'mangler',
    'mangler id',
    'ingen',
    'ikke kjent',
    'ikke oppgitt',
    'ikke registrert',
    'ikke relevant',
    'uten',
    'uten id',
    'ny',
    'ny bruker',
    'test',
    'dummy',
    'default',
    'tbd',
    'se merknad',
  ].map(foldText),
)

function isCounting(digits: string): boolean {
  return digits.length >= 6 && '1234567890123456789'.startsWith(digits)
}
