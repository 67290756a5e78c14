import { findExtension } from './extension.ts'
import type { QuestionnaireItem } from './questionnaire.ts'

const answeredKinds = [
  'boolean',
  'integer',
  'decimal',
  'quantity',
  'date',
  'dateTime',
  'time',
  'string',
  'text',
  'choice',
  'open-choice',
] as const

/** The types of FHIR R4 that hold an answer and that the renderer shows. */
export type AnsweredKind = (typeof answeredKinds)[number]
/** `unknown`: attachments, references, addresses, and types of a newer FHIR. */
export type ItemKind = AnsweredKind | 'group' | 'display' | 'unknown'

const controlUrl = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'

/** Controls that make a text of what would be a field: Helsenorge writes its guidance so. */
const textControls = new Set(['help', 'inline', 'highlight', 'sidebar', 'upper', 'lower', 'prompt'])

/** How a form wants an item shown, as `check-box` or `drop-down`; null when it does not say. */
export function itemControl(item: QuestionnaireItem): string | null {
  const concept = findExtension(item, controlUrl)?.valueCodeableConcept
  return concept?.coding?.find(({ code }) => code !== undefined)?.code ?? null
}

/** What an item is to the renderer. */
export function itemKind(item: QuestionnaireItem): ItemKind {
  const { type } = item
  if (type === 'group' || type === 'display') return type
  if ((type === 'text' || type === 'string') && textControls.has(itemControl(item) ?? '')) {
    return 'display'
  }
  return answeredKinds.find((kind) => kind === type) ?? 'unknown'
}

/** The kinds that are a choice among answers. */
export function isChoice(kind: ItemKind): boolean {
  return kind === 'choice' || kind === 'open-choice'
}

/**
 * Whether a question takes several answers. Helsenorge's tools mark many of their check boxes as not repeating, and
 * count each ticked box all the same.
 */
export function takesSeveral(item: QuestionnaireItem): boolean {
  if (item.repeats === true) return true
  return isChoice(itemKind(item)) && /check-?box/.test(itemControl(item) ?? '')
}

/** Whether an item, or a question with its answer, stays out of sight. */
export function isHidden(item: QuestionnaireItem): boolean {
  const url = 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden'
  return findExtension(item, url)?.valueBoolean === true
}
