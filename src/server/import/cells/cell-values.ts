import { listWords } from '#content/list-words.ts'
import { foldText } from '#domain/base/folded-text.ts'

export function tidy(text: string): string {
  return text.replaceAll(/[\s\u00a0]+/g, ' ').trim()
}

/** The opening of a text, as a warning quotes it. */
export function shortened(text: string): string {
  const line = tidy(text)
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

const yesWords = new Set(listWords.yes.map(foldText))
const noWords = new Set(listWords.no.map(foldText))

/** Null when the text is neither a yes nor a no. */
export function parseYesNo(text: string): boolean | null {
  const word = foldText(text)
  return yesWords.has(word) ? true : noWords.has(word) ? false : null
}

/** Whether a text only says that there is nothing to say. */
export function isNothing(text: string): boolean {
  const folded = foldText(text)
  return folded === '' || nothingWords.has(folded)
}

const nothingWords = new Set(listWords.nothing.map(foldText))
