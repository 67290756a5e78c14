import type { QuestionnaireItem } from '../../forms/questionnaire.ts'

/** The questions that a leader can add. All others come with a file. */
export const questionKinds = ['text', 'number', 'yesNo', 'choice', 'date', 'dateTime'] as const
export type QuestionKind = (typeof questionKinds)[number]

export type NewOption = { code: string; text: string }

export type NewQuestion = {
  linkId: string
  kind: QuestionKind
  text: string
  /** Of a choice. */
  options: readonly NewOption[]
}

const typeByKind = {
  text: 'text',
  number: 'decimal',
  yesNo: 'boolean',
  choice: 'choice',
  date: 'date',
  dateTime: 'dateTime',
} as const satisfies Record<QuestionKind, string>

export function questionOf({ linkId, kind, text, options }: NewQuestion): QuestionnaireItem {
  const item = { linkId, text, type: typeByKind[kind] }
  switch (kind) {
    case 'text':
      return { ...item, maxLength: 2000 }
    case 'choice':
      return { ...item, answerOption: options.map((option) => optionOf(linkId, option)) }
    case 'number':
    case 'yesNo':
    case 'date':
    case 'dateTime':
      return item
  }
}

/** A choice by a code of its own, so that its words may change and answers mean the same. */
export function optionOf(linkId: string, { code, text }: NewOption) {
  return { valueCoding: { system: `urn:beredt:code:${linkId}`, code, display: text } }
}
