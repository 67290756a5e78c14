import { canonicalJson } from '../../base/canonical-json.ts'
import { isHidden, itemKind } from '../../forms/item-kind.ts'
import type { Questionnaire, QuestionnaireItem } from '../../forms/questionnaire.ts'
import { allItems } from './item-tree.ts'

/**
 * Why a version cannot be issued. A phone on a slow line must be able to fetch a form, and a person to answer it; and
 * each answer must know its question.
 */
export type FormFault =
  | { kind: 'noTitle' | 'noQuestions' | 'tooDeep' }
  | { kind: 'titleTooLong' | 'tooManyItems' | 'tooLarge'; max: number }
  | { kind: 'noText' | 'noOptions' | 'emptyOption'; linkId: string; text: string; number: number }
  | { kind: 'repeatedId' | 'unreadableId'; linkId: string }
  | { kind: 'lostCondition'; linkId: string; text: string }

/** `depth`: an entry that nests more than forty levels is never taken in, and six of them lie around its answers. */
export const formLimits = { title: 120, items: 500, depth: 34, letters: 200_000 } as const

/** Lists why a form cannot be issued, in the form's order; empty when it can. */
export function formFaults(form: Questionnaire): FormFault[] {
  const all = allItems(form.item)
  const isAnswered = all.some((item) => !['group', 'display'].includes(itemKind(item)))
  const title = form.title.trim()
  return [
    ...(title === '' ? [{ kind: 'noTitle' } as const] : []),
    ...(title.length > formLimits.title
      ? [{ kind: 'titleTooLong', max: formLimits.title } as const]
      : []),
    ...(isAnswered ? [] : [{ kind: 'noQuestions' } as const]),
    ...(all.length > formLimits.items
      ? [{ kind: 'tooManyItems', max: formLimits.items } as const]
      : []),
    ...(depthOf(form.item) > formLimits.depth ? [{ kind: 'tooDeep' } as const] : []),
    ...(canonicalJson(form).length > formLimits.letters
      ? [{ kind: 'tooLarge', max: formLimits.letters } as const]
      : []),
    ...all.flatMap((item, at) => faultsOf(item, at + 1)),
    ...idFaults(all),
  ]
}

/** How deep an answer to the form nests: what is below a question lies in its answer, what is in a group beside. */
function depthOf(items: readonly QuestionnaireItem[]): number {
  return items.reduce(
    (deepest, { type, item }) =>
      Math.max(deepest, (type === 'group' ? 2 : 4) + depthOf(item ?? [])),
    0,
  )
}

function faultsOf(item: QuestionnaireItem, number: number): FormFault[] {
  const kind = itemKind(item)
  if (kind === 'group' || kind === 'display' || isHidden(item)) return []
  const { linkId, answerOption } = item
  const text = item.text?.trim() ?? ''
  const named = { linkId, text, number }
  const hasBlank = (answerOption ?? []).some(
    ({ valueCoding, valueString }) => isBlank(valueCoding?.display) || isBlank(valueString),
  )
  return [
    ...(text === '' && (item.prefix ?? '').trim() === ''
      ? [{ kind: 'noText', ...named } as const]
      : []),
    ...(answerOption?.length === 0 ? [{ kind: 'noOptions', ...named } as const] : []),
    ...(hasBlank ? [{ kind: 'emptyOption', ...named } as const] : []),
  ]
}

function isBlank(option: string | undefined): boolean {
  return option !== undefined && option.trim() === ''
}

function idFaults(all: readonly QuestionnaireItem[]): FormFault[] {
  const seen = new Set<string>()
  const faults: FormFault[] = []
  const known = new Set(all.map(({ linkId }) => linkId))
  for (const { linkId, text, enableWhen } of all) {
    if (seen.has(linkId)) faults.push({ kind: 'repeatedId', linkId })
    if (linkId === '' || hasControlCharacter(linkId)) faults.push({ kind: 'unreadableId', linkId })
    seen.add(linkId)
    const isLost = (enableWhen ?? []).some(({ question }) => !known.has(question))
    if (isLost) faults.push({ kind: 'lostCondition', linkId, text: text ?? linkId })
  }
  return faults
}

/** Answers lie under keys that are parted by such a character. */
function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text)
}
