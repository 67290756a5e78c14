import { Instant, LocalDate } from '#domain/time/instant.ts'
import type { ItemRefusal } from '#domain/forms/questionnaire-check.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import { fullDate, fullMoment } from './time.ts'

export const correctedText = 'Rettet i et senere notat'

/** Words an answer, for notes, cards and paper. */
export function answerText(answer: Answer): string {
  if ('valueBoolean' in answer) return answer.valueBoolean ? 'Ja' : 'Nei'
  if ('valueInteger' in answer) return String(answer.valueInteger)
  if ('valueDecimal' in answer) return numberText(answer.valueDecimal)
  if ('valueDate' in answer) return dateText(answer.valueDate)
  if ('valueDateTime' in answer) return dateTimeText(answer.valueDateTime)
  if ('valueTime' in answer) return answer.valueTime.slice(0, 5)
  if ('valueString' in answer) return answer.valueString
  if ('valueQuantity' in answer) {
    const { value, unit, code } = answer.valueQuantity
    return [numberText(value), unit ?? code].filter(Boolean).join(' ')
  }
  return answer.valueCoding.display ?? answer.valueCoding.code
}

/** «36,5» */
export function numberText(number: number): string {
  return String(number).replace('.', ',')
}

/** A date may be a year alone, or a month of one. */
function dateText(text: string): string {
  const date = LocalDate.safeParse(text)
  return date.success ? fullDate(date.data) : text.split('-').toReversed().join('.')
}

function dateTimeText(text: string): string {
  const moment = Instant.safeParse(text)
  return moment.success ? fullMoment(moment.data) : text
}

/** Words why a form cannot be signed because of one field. */
export function itemRefusalText(refusal: ItemRefusal): string {
  switch (refusal.kind) {
    case 'missing':
      return 'Må fylles ut før du kan signere.'
    case 'tooLong':
      return `For langt. Det er plass til ${refusal.maxLength} tegn.`
    case 'tooMany':
      return 'Bare ett svar.'
    case 'wrongType':
      return 'Svaret kan ikke leses. Fyll ut på nytt.'
    case 'unknownOption':
      return 'Velg ett av svarene i listen.'
    case 'tooShort':
      return `For kort. Skriv minst ${refusal.minLength} tegn.`
    case 'tooFew':
      return `Minst ${refusal.count} svar.`
    case 'tooManyOf':
      return `Høyst ${refusal.count} svar.`
    case 'belowMin':
      return refusal.faultText ?? `Minst ${limitText(refusal.limit)}.`
    case 'aboveMax':
      return refusal.faultText ?? `Høyst ${limitText(refusal.limit)}.`
    case 'tooManyDecimals':
      return refusal.decimals === 0
        ? 'Skriv et helt tall.'
        : `Høyst ${refusal.decimals} ${refusal.decimals === 1 ? 'desimal' : 'desimaler'}.`
    case 'noMatch':
      return refusal.faultText ?? 'Svaret er ikke skrevet slik skjemaet vil ha det.'
  }
}

function limitText(limit: number | string): string {
  return typeof limit === 'number' ? numberText(limit) : dateText(limit.slice(0, 10))
}
