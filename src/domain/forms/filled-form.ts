import { type AskedItem, type Answers, askedItems, flatItems, withAnswer } from './asked-items.ts'
import { calculatedAnswer, findCalculation } from './calculations.ts'
import type { QuestionnaireContent } from './questionnaire.ts'

/** A form as it stands: what it asks for, and the answers to that, those that it calculates among them. */
export type FilledForm = { asked: readonly AskedItem[]; answers: Answers }

/** More rounds than any chain of sums needs; a form whose calculations chase each other stops here. */
const maxRounds = 12

/** Returns what a form asks for by the answers so far, with everything calculated that can be. */
export function filledForm(form: QuestionnaireContent, answers: Answers): FilledForm {
  let given = answers
  for (let round = 0; ; round++) {
    const { asked, visible } = askedItems(form.item, given)
    const next = withCalculated(form, asked, visible)
    // What is hidden stays known: it may be shown again by what was calculated now.
    if (round === maxRounds || next === visible) return { asked, answers: visible }
    given = { ...given, ...next }
    for (const key of Object.keys(visible)) if (!(key in next)) given = withAnswer(given, key, [])
  }
}

function withCalculated(
  form: QuestionnaireContent,
  asked: readonly AskedItem[],
  visible: Answers,
): Answers {
  const all = flatItems(asked)
  let answers = visible
  function walk(items: readonly AskedItem[]): void {
    for (const { item, key, given, parts } of items) {
      const calculation = findCalculation(item)
      if (calculation !== null && calculation.kind !== 'unknown') {
        const made = calculatedAnswer(item, calculation, { form, all, group: flatItems(items) })
        if (JSON.stringify(made) !== JSON.stringify(given)) answers = withAnswer(answers, key, made)
      }
      for (const part of parts) walk(part.items)
    }
  }
  walk(asked)
  return answers
}
