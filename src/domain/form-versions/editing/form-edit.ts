import type { AnswerOption } from '../../forms/answer-option.ts'
import type { Questionnaire, QuestionnaireItem } from '../../forms/questionnaire.ts'
import { findBond, isFixed, mayBeRemoved } from './item-bond.ts'
import { findItem, withItem, withSiblings } from './item-tree.ts'
import { type NewOption, type NewQuestion, optionOf, questionOf } from './new-question.ts'

/** One change of a form that is being written. */
export type FormEdit =
  | { kind: 'title'; text: string }
  | { kind: 'about'; about: 'patient' | 'zone' }
  | { kind: 'text'; linkId: string; text: string }
  | { kind: 'required'; linkId: string; isRequired: boolean }
  | { kind: 'move'; linkId: string; direction: 'up' | 'down' }
  | { kind: 'remove'; linkId: string }
  /** After another question, at its level; at the end of the form when it names none. */
  | { kind: 'add'; after: string | null; question: NewQuestion }
  | { kind: 'optionText'; linkId: string; at: number; text: string }
  | { kind: 'addOption'; linkId: string; option: NewOption }
  | { kind: 'removeOption'; linkId: string; at: number }

/** The form after an edit. One that would break what rests on a question leaves the form as it is. */
export function editedForm(form: Questionnaire, edit: FormEdit): Questionnaire {
  switch (edit.kind) {
    case 'title':
      return { ...form, title: edit.text }
    case 'about':
      return { ...form, subjectType: edit.about === 'patient' ? ['Patient'] : [] }
    case 'add':
      return withAdded(form, edit)
    case 'move':
      return { ...form, item: moved(form.item, edit) }
    case 'remove':
      return withoutItem(form, edit.linkId)
    case 'text':
    case 'required':
    case 'optionText':
    case 'addOption':
    case 'removeOption':
      return withChanged(form, edit)
  }
}

type ItemEdit = Extract<
  FormEdit,
  { kind: 'text' | 'required' | 'optionText' | 'addOption' | 'removeOption' }
>

function withChanged(form: Questionnaire, edit: ItemEdit): Questionnaire {
  const item = findItem(form.item, edit.linkId)
  if (item === null || isFixed(item, form)) return form
  return { ...form, item: withItem(form.item, edit.linkId, (one) => changed(one, edit, form)) }
}

function changed(item: QuestionnaireItem, edit: ItemEdit, form: Questionnaire): QuestionnaireItem {
  const options = item.answerOption
  switch (edit.kind) {
    case 'text':
      return { ...item, text: edit.text }
    case 'required':
      return { ...item, required: edit.isRequired }
    case 'optionText':
      return options === undefined
        ? item
        : {
            ...item,
            answerOption: options.map((option, at) =>
              at === edit.at && mayBeRenamed(option, item, form)
                ? renamed(option, edit.text)
                : option,
            ),
          }
    case 'addOption':
      return options === undefined
        ? item
        : { ...item, answerOption: [...options, optionOf(item.linkId, edit.option)] }
    case 'removeOption':
      return options === undefined || findBond(item, form) !== null
        ? item
        : withoutOption(item, options, edit.at)
  }
}

/** A condition knows a code by itself, and a text by its words. */
export function mayBeRenamed(
  option: AnswerOption,
  item: QuestionnaireItem,
  form: Questionnaire,
): boolean {
  if (isFixed(item, form)) return false
  if (option.valueCoding !== undefined) return true
  return option.valueString !== undefined && findBond(item, form) === null
}

/** What a question is filled with beforehand goes with the option that it was. */
function withoutOption(
  item: QuestionnaireItem,
  options: readonly AnswerOption[],
  at: number,
): QuestionnaireItem {
  const gone = options[at]
  const initial = (item.initial ?? []).filter(
    (given) => gone === undefined || wordOf(given) !== wordOf(gone),
  )
  const { initial: _, ...rest } = item
  return {
    ...rest,
    ...(initial.length === 0 ? {} : { initial }),
    answerOption: options.filter((_option, place) => place !== at),
  }
}

/** The words of an option; its code stays, so that answers mean the same. */
function renamed(option: AnswerOption, text: string): AnswerOption {
  if (option.valueCoding !== undefined) {
    return { ...option, valueCoding: { ...option.valueCoding, display: text } }
  }
  return option.valueString === undefined ? option : { ...option, valueString: text }
}

function wordOf({ valueCoding, valueString }: AnswerOption): string | undefined {
  return valueCoding?.code ?? valueString
}

function withAdded(
  form: Questionnaire,
  { after, question }: Extract<FormEdit, { kind: 'add' }>,
): Questionnaire {
  if (findItem(form.item, question.linkId) !== null) return form
  const added = questionOf(question)
  if (after === null || findItem(form.item, after) === null) {
    return { ...form, item: [...form.item, added] }
  }
  return {
    ...form,
    item: withSiblings(form.item, after, (siblings, at) => siblings.toSpliced(at + 1, 0, added)),
  }
}

function moved(
  items: readonly QuestionnaireItem[],
  { linkId, direction }: { linkId: string; direction: 'up' | 'down' },
): QuestionnaireItem[] {
  return withSiblings(items, linkId, (siblings, at) => {
    const to = direction === 'up' ? at - 1 : at + 1
    const [one, other] = [siblings[at], siblings[to]]
    if (one === undefined || other === undefined) return [...siblings]
    return siblings.with(at, other).with(to, one)
  })
}

function withoutItem(form: Questionnaire, linkId: string): Questionnaire {
  const item = findItem(form.item, linkId)
  if (item === null || !mayBeRemoved(item, form)) return form
  return {
    ...form,
    item: withSiblings(form.item, linkId, (siblings, at) => siblings.toSpliced(at, 1)),
  }
}
