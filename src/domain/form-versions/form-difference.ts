import { canonicalJson } from '../base/canonical-json.ts'
import type { AnswerOption } from '../forms/answer-option.ts'
import {
  isAboutPatient,
  type Questionnaire,
  type QuestionnaireItem,
} from '../forms/questionnaire.ts'
import { answerOfOption } from '../forms/choices.ts'
import { identityOf } from './form-draft.ts'
import { allItems } from './editing/item-tree.ts'
import { unmarkedForm } from './publication.ts'

/** What one version of a form has otherwise than the one before. */
export type FormDifference =
  | { kind: 'title'; before: string; after: string }
  | { kind: 'about'; about: 'patient' | 'zone' }
  | { kind: 'added' | 'removed' | 'moved'; text: string }
  | { kind: 'text'; before: string; after: string }
  | { kind: 'required'; text: string; isRequired: boolean }
  | { kind: 'type'; text: string; before: string; after: string }
  | { kind: 'optionAdded' | 'optionRemoved'; text: string; option: string }
  | { kind: 'optionText'; text: string; before: string; after: string }
  /** Something that the editor does not show, of a question or of the form: a limit, a condition, a code. */
  | { kind: 'otherOfQuestion'; text: string }
  | { kind: 'otherOfForm' }

/** Lists what differs, in the order of the new version; empty when both ask the same in the same way. */
export function formDifferences(before: Questionnaire, after: Questionnaire): FormDifference[] {
  const placesBefore = placesOf(before.item)
  const placesAfter = placesOf(after.item)
  const stays = stayingIds(placesBefore, placesAfter)
  const found: FormDifference[] = []
  if (before.title !== after.title) {
    found.push({ kind: 'title', before: before.title, after: after.title })
  }
  const isAboutOther = isAboutPatient(before) !== isAboutPatient(after)
  if (isAboutOther) {
    found.push({ kind: 'about', about: isAboutPatient(after) ? 'patient' : 'zone' })
  }
  for (const { item } of placesAfter.values()) {
    const former = placesBefore.get(item.linkId)
    if (former === undefined) found.push({ kind: 'added', text: labelOf(item) })
    else {
      if (!stays.has(item.linkId)) found.push({ kind: 'moved', text: labelOf(item) })
      found.push(...itemDifferences(former.item, item))
    }
  }
  for (const { item } of placesBefore.values()) {
    if (!placesAfter.has(item.linkId)) found.push({ kind: 'removed', text: labelOf(item) })
  }
  const subjects = ({ subjectType }: Questionnaire) => (isAboutOther ? [] : subjectType)
  const outside = (form: Questionnaire) => canonicalJson([outsideItems(form), subjects(form)])
  if (outside(before) !== outside(after)) found.push({ kind: 'otherOfForm' })
  return found
}

type Place = { item: QuestionnaireItem; parent: string | null }

function placesOf(
  items: readonly QuestionnaireItem[],
  parent: string | null = null,
): Map<string, Place> {
  return new Map(
    items.flatMap((item) => [
      [item.linkId, { item, parent }] as const,
      ...placesOf(item.item ?? [], item.linkId),
    ]),
  )
}

/** The questions that both versions have and that nobody has moved: the longest run in the same order. */
function stayingIds(
  before: ReadonlyMap<string, Place>,
  after: ReadonlyMap<string, Place>,
): Set<string> {
  const orderBefore = new Map([...before.keys()].map((linkId, at) => [linkId, at]))
  const common = [...after].flatMap(([linkId, { parent }]) => {
    const former = before.get(linkId)
    const at = orderBefore.get(linkId)
    return former === undefined || at === undefined || former.parent !== parent
      ? []
      : [{ linkId, at }]
  })
  /** For each question, the longest run that ends with it. */
  const runs: { linkIds: string[]; at: number }[] = []
  for (const { linkId, at } of common) {
    const longest = runs
      .filter((run) => run.at < at)
      .reduce<string[]>((best, { linkIds }) => (linkIds.length > best.length ? linkIds : best), [])
    runs.push({ linkIds: [...longest, linkId], at })
  }
  const best = runs.reduce<string[]>(
    (longest, { linkIds }) => (linkIds.length > longest.length ? linkIds : longest),
    [],
  )
  return new Set(best)
}

function itemDifferences(before: QuestionnaireItem, after: QuestionnaireItem): FormDifference[] {
  const text = labelOf(after)
  const found: FormDifference[] = []
  if (wordsOf(before) !== wordsOf(after))
    found.push({ kind: 'text', before: labelOf(before), after: text })
  if (before.type !== after.type) {
    found.push({ kind: 'type', text, before: before.type, after: after.type })
  }
  const isRequired = after.required === true
  if ((before.required === true) !== isRequired) found.push({ kind: 'required', text, isRequired })
  found.push(...optionDifferences(before, after))
  const hasOther = canonicalJson(otherParts(before)) !== canonicalJson(otherParts(after))
  return hasOther ? [...found, { kind: 'otherOfQuestion', text }] : found
}

function optionDifferences(before: QuestionnaireItem, after: QuestionnaireItem): FormDifference[] {
  const text = labelOf(after)
  const former = optionTexts(before.answerOption)
  const present = optionTexts(after.answerOption)
  return [
    ...[...present].flatMap(([key, option]): FormDifference[] => {
      const was = former.get(key)
      if (was === undefined) return [{ kind: 'optionAdded', text, option }]
      return was === option ? [] : [{ kind: 'optionText', text, before: was, after: option }]
    }),
    ...[...former].flatMap(([key, option]): FormDifference[] =>
      present.has(key) ? [] : [{ kind: 'optionRemoved', text, option }],
    ),
  ]
}

function optionTexts(options: readonly AnswerOption[] | undefined): Map<string, string> {
  return new Map(
    (options ?? []).map(({ valueCoding, ...other }) => {
      if (valueCoding !== undefined) {
        const { system, code, display } = valueCoding
        return [`${system ?? ''}|${code}`, display ?? code]
      }
      const [value] = Object.values(answerOfOption(other) ?? {})
      return [canonicalJson(value ?? null), String(value)]
    }),
  )
}

/** All of a question that no other kind of difference tells of. */
function otherParts({
  text: _text,
  prefix: _prefix,
  type: _type,
  item: _item,
  ...item
}: QuestionnaireItem) {
  const { required: _required, answerOption, ...rest } = item
  const order = (answerOption ?? []).map(({ valueCoding, valueString: _string, ...option }) => {
    if (valueCoding === undefined) return option
    const { display: _display, system: _system, code: _code, ...coding } = valueCoding
    return { ...option, valueCoding: coding }
  })
  return { ...rest, order: order.filter((option) => canonicalJson(option) !== '{}') }
}

function outsideItems(form: Questionnaire) {
  const { item: _item, subjectType: _about, ...rest } = unmarkedForm(form)
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !(name in identityOf(form))))
}

function labelOf({ prefix, text, linkId }: QuestionnaireItem): string {
  const words = wordsOf({ prefix, text })
  return words === '' ? linkId : words
}

function wordsOf({ prefix, text }: Pick<QuestionnaireItem, 'prefix' | 'text'>): string {
  return [prefix, text].filter(Boolean).join(' ')
}

/** How many questions a form has, those that are only read left out. */
export function countQuestions(form: Pick<Questionnaire, 'item'>): number {
  return allItems(form.item).filter(({ type }) => type !== 'group' && type !== 'display').length
}
