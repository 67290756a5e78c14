import { itemControl, itemKind } from '#domain/forms/item-kind.ts'
import { unitOf } from '#domain/forms/item-limits.ts'
import { Instant } from '#domain/time/instant.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import {
  parseWrittenDate,
  parseWrittenMoment,
  parseWrittenTime,
} from '#domain/time/written-moment.ts'
import { answerText, numberText } from '#text/nb/words/answer.ts'
import { capitalized, dayAndMomentWords } from '#text/nb/words/time.ts'

/**
 * What a field holds as answers. Text that is no date, time or number yet is kept as text: no letter
 * that was typed is lost, and the form cannot be signed before it can be read.
 */
export function answersFromText(item: QuestionnaireItem, text: string, now: Instant): Answer[] {
  if (text === '') return []
  return [valueOf(item, text, now) ?? { valueString: text }]
}

function valueOf(item: QuestionnaireItem, text: string, now: Instant): Answer | null {
  const kind = itemKind(item)
  if (kind === 'dateTime') {
    const moment = parseWrittenMoment(text, now)
    return moment === null ? null : { valueDateTime: moment }
  }
  if (kind === 'date') {
    const date = parseDate(item, text, now)
    return date === null ? null : { valueDate: date }
  }
  if (kind === 'time') {
    const time = parseWrittenTime(text)
    return time === null ? null : { valueTime: `${time}:00` }
  }
  if (kind === 'integer') {
    return /^-?\d{1,15}$/.test(text.trim()) ? { valueInteger: Number(text) } : null
  }
  if (kind !== 'decimal' && kind !== 'quantity') return null
  if (!/^-?\d{1,12}([.,]\d{1,12})?$/.test(text.trim())) return null
  const value = Number(text.replace(',', '.'))
  return kind === 'decimal'
    ? { valueDecimal: value }
    : { valueQuantity: { value, ...unitOf(item) } }
}

/** A form may ask for a year, or for a month of one. */
function parseDate(item: QuestionnaireItem, text: string, now: Instant): string | null {
  const control = itemControl(item)
  if (control === 'year') return /^\d{4}$/.test(text.trim()) ? text.trim() : null
  if (control !== 'yearMonth') return parseWrittenDate(text, now)
  const [, month = '', year = ''] = /^(\d{1,2})[.\s/-]+(\d{4})$/.exec(text.trim()) ?? []
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : null
}

/** How it is shown in the field: the form that it can be read back from. */
export function textFromAnswer(answer: Answer | undefined, now: Instant): string {
  if (answer === undefined) return ''
  if ('valueDateTime' in answer) {
    const moment = Instant.safeParse(answer.valueDateTime)
    return moment.success ? capitalized(dayAndMomentWords(moment.data, now)) : answer.valueDateTime
  }
  // The unit stands beside the field.
  return 'valueQuantity' in answer ? numberText(answer.valueQuantity.value) : answerText(answer)
}
