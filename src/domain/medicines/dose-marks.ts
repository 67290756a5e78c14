import type { Answers } from '../forms/asked-items.ts'
import { findChoices } from '../forms/choices.ts'
import type { Draft } from '../forms/draft.ts'
import { formIdOf } from '../forms/form-reference.ts'
import type { Answer } from '../forms/questionnaire-response.ts'
import { answersOf } from '../forms/response-layout.ts'
import type { Questionnaire } from '../forms/questionnaire.ts'
import { dayNumber } from '../time/local-day.ts'
import { minuteOfDay } from '../time/next-time-of-day.ts'
import { Instant, localClock, LocalDate, LocalTime } from '../time/instant.ts'
import { doseLinks, notGivenCodes, signingListForm } from './dose-form.ts'
import { type DosePlace, lineName, type SigningRow } from './signing-rows.ts'

/** What somebody has marked a dose with and not signed yet. A null time or code is still to be written. */
export type DoseMark =
  | { outcome: 'given'; at: Instant | null }
  | { outcome: 'notGiven'; code: (typeof notGivenCodes)[number] | null }

/** A code of the form's own, as it may be worded by the municipality; none for one that it has taken away. */
function chosen(form: Questionnaire, linkId: string, code: string): Answer[] {
  const item = form.item.find((one) => one.linkId === linkId)
  const choice = (item === undefined ? null : findChoices(item, form))?.find(
    ({ answer }) => 'valueCoding' in answer && answer.valueCoding.code === code,
  )
  return choice === undefined ? [] : [choice.answer]
}

/** What may be written beside a mark, as it is typed; empty for nothing. */
export type DoseAdditions = {
  /** What was given, where the sheet leaves it to be decided; else the sheet's own amount is signed. */
  amount: string
  /** The second employee in words, in a form that does not ask for her signature. */
  checkedBy: string
  /** Whether it is a controlled substance; null while nobody has said. */
  isControlled: boolean | null
  countBefore: string
  countAfter: string
  comment: string
}

export const noAdditions: DoseAdditions = {
  amount: '',
  checkedBy: '',
  isControlled: null,
  countBefore: '',
  countAfter: '',
  comment: '',
}

/** A dose's answers to the form: what the sheet says of it, and its mark. */
export function markedAnswers(
  form: Questionnaire,
  { place, medicine, amount }: SigningRow,
  mark: DoseMark,
  more: DoseAdditions,
): Answers {
  const outcome = chosen(form, doseLinks.outcome, mark.outcome)
  const code = mark.outcome === 'given' ? null : mark.code
  const at = mark.outcome === 'given' ? mark.at : null
  return withoutEmpty({
    [doseLinks.medicine]: textAnswer(medicine),
    [doseLinks.amount]: textAnswer((more.amount === '' ? amount : more.amount).slice(0, 300)),
    [doseLinks.on]: [{ valueDate: place.on }],
    [doseLinks.slot]: place.slot === null ? [] : [{ valueTime: `${place.slot}:00` }],
    [doseLinks.outcome]: outcome,
    [doseLinks.givenAt]: at === null ? [] : [{ valueDateTime: at }],
    [doseLinks.notGivenCode]: code === null ? [] : chosen(form, doseLinks.notGivenCode, code),
    [doseLinks.checkedBy]: textAnswer(more.checkedBy),
    [doseLinks.isControlled]:
      more.isControlled === null ? [] : [{ valueBoolean: more.isControlled }],
    [doseLinks.countBefore]: countAnswer(more.countBefore),
    [doseLinks.countAfter]: countAnswer(more.countAfter),
    [doseLinks.comment]: textAnswer(more.comment),
  })
}

/** Whether a dose is said to be given, and not how much: neither by the sheet nor by whoever gave it. */
export function lacksAmount(answers: Answers): boolean {
  const [outcome] = answers[doseLinks.outcome] ?? []
  const isGiven =
    outcome !== undefined && 'valueCoding' in outcome && outcome.valueCoding.code === 'given'
  return isGiven && (answers[doseLinks.amount] ?? []).length === 0
}

function textAnswer(text: string): Answer[] {
  return text === '' ? [] : [{ valueString: text }]
}

/** Text that is no number yet is kept as text, and cannot be signed. */
function countAnswer(text: string): Answer[] {
  return /^\d{1,6}$/.test(text.trim()) ? [{ valueInteger: Number(text) }] : textAnswer(text)
}

/** Reads a mark, and what is written beside it, from the answers that it was stored as. */
export function markOf(
  { amount }: SigningRow,
  answers: Answers,
): { mark: DoseMark; more: DoseAdditions } {
  const first = (linkId: string) => (answers[linkId] ?? [])[0]
  const text = (linkId: string) => {
    const answer = first(linkId)
    if (answer === undefined) return ''
    if ('valueInteger' in answer) return String(answer.valueInteger)
    return 'valueString' in answer ? answer.valueString : ''
  }
  const code = (linkId: string) => {
    const answer = first(linkId)
    return answer !== undefined && 'valueCoding' in answer ? answer.valueCoding.code : null
  }
  const at = first(doseLinks.givenAt)
  const moment = Instant.safeParse(
    at !== undefined && 'valueDateTime' in at ? at.valueDateTime : '',
  )
  const reason = code(doseLinks.notGivenCode)
  const controlled = first(doseLinks.isControlled)
  const given = text(doseLinks.amount)
  return {
    mark:
      code(doseLinks.outcome) === 'given'
        ? { outcome: 'given', at: moment.data ?? null }
        : { outcome: 'notGiven', code: notGivenCodes.find((known) => known === reason) ?? null },
    more: {
      amount: given === amount.slice(0, 300) ? '' : given,
      checkedBy: text(doseLinks.checkedBy),
      isControlled:
        controlled !== undefined && 'valueBoolean' in controlled ? controlled.valueBoolean : null,
      countBefore: text(doseLinks.countBefore),
      countAfter: text(doseLinks.countAfter),
      comment: text(doseLinks.comment),
    },
  }
}

function withoutEmpty(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, given]) => given.length > 0))
}

/** Where a draft of the signing list's form belongs; null for one of another form, or one that is written by hand. */
export function placeOfDraft(draft: Pick<Draft, 'form' | 'response'>): DosePlace | null {
  if (formIdOf(draft.form) !== signingListForm) return null
  const answers = answersOf(draft.response, [])
  const [medicine] = answers[doseLinks.medicine] ?? []
  const [on] = answers[doseLinks.on] ?? []
  const [slot] = answers[doseLinks.slot] ?? []
  if (medicine === undefined || !('valueString' in medicine)) return null
  const day = LocalDate.safeParse(on !== undefined && 'valueDate' in on ? on.valueDate : null)
  if (!day.success) return null
  return {
    line: lineName(medicine.valueString),
    on: day.data,
    slot:
      slot !== undefined && 'valueTime' in slot
        ? (LocalTime.safeParse(slot.valueTime.slice(0, 5)).data ?? null)
        : null,
  }
}

/** Minutes that a dose is past its time at `now`; negative before it, null for a dose without a time. */
export function minutesPast({ on, slot }: DosePlace, now: Instant): number | null {
  if (slot === null) return null
  const clock = localClock(now)
  const days = dayNumber(clock.on) - dayNumber(on)
  return days * 24 * 60 + minuteOfDay(clock.at) - minuteOfDay(slot)
}
