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

/** Whether a text about allergies says that there are none: «Ingen kjente allergier». More than that is kept. */
export function isNothingCritical(text: string): boolean {
  return isNothing(text) || noAllergies.test(foldText(text))
}

const noAllergies =
  /^(?:ingen|inga|ikke|ikkje|nei|no|not|har ingen)(?:kjen(?:te?|de?)|known|registrerte?|pavist|paviste|oppgitt)?(?:drug|food|latex|legemiddel|medikament|mat)?(?:allergi(?:er|ar|es)?|allergy|allergies|cave|overfolsomhet(?:er)?|overfolsemd|intoleranser?|reaksjoner)?(?:kjent|registrert|known|pavist)?$|^nkd?a$|^noneknown$/
