import { Instant, LocalDate } from '#domain/time/instant.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import {
  parseWrittenDate,
  parseWrittenMoment,
  parseWrittenTime,
} from '#domain/time/written-moment.ts'
import { answerText } from '#text/nb/words/answer.ts'
import { capitalized, dayAndMomentWords, fullDate } from '#text/nb/words/time.ts'

/**
 * What a field holds as answers. Text that is no date, time or number yet is kept as text: no letter
 * that was typed is lost, and the form cannot be signed before it can be read.
 */
export function answersFromText(
  type: QuestionnaireItem['type'],
  text: string,
  now: Instant,
): Answer[] {
  if (text === '') return []
  return [valueOf(type, text, now) ?? { valueString: text }]
}

function valueOf(type: QuestionnaireItem['type'], text: string, now: Instant): Answer | null {
  switch (type) {
    case 'dateTime': {
      const moment = parseWrittenMoment(text, now)
      return moment === null ? null : { valueDateTime: moment }
    }
    case 'date': {
      const date = parseWrittenDate(text, now)
      return date === null ? null : { valueDate: date }
    }
    case 'time': {
      const time = parseWrittenTime(text)
      return time === null ? null : { valueTime: `${time}:00` }
    }
    case 'integer':
      return /^-?\d+$/.test(text.trim()) ? { valueInteger: Number(text) } : null
    case 'decimal':
      return /^-?\d+([.,]\d+)?$/.test(text.trim())
        ? { valueDecimal: Number(text.replace(',', '.')) }
        : null
    case 'string':
    case 'text':
    case 'group':
    case 'display':
    case 'boolean':
    case 'choice':
    case 'open-choice':
      return null
  }
}

/** How it is shown in the field: the form that it can be read back from. */
export function textFromAnswers(
  type: QuestionnaireItem['type'],
  answers: readonly Answer[],
  now: Instant,
): string {
  const [answer] = answers
  if (answer === undefined) return ''
  if (type === 'dateTime' && 'valueDateTime' in answer) {
    const moment = Instant.safeParse(answer.valueDateTime)
    return moment.success ? capitalized(dayAndMomentWords(moment.data, now)) : answer.valueDateTime
  }
  if (type === 'date' && 'valueDate' in answer) {
    const date = LocalDate.safeParse(answer.valueDate)
    return date.success ? fullDate(date.data) : answer.valueDate
  }
  return answerText(answer)
}
