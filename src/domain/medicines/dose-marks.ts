import type { Answers } from '../forms/asked-items.ts'
import { findChoices } from '../forms/choices.ts'
import type { Draft } from '../forms/draft.ts'
import { formIdOf } from '../forms/form-reference.ts'
import type { Answer } from '../forms/questionnaire-response.ts'
import { answersOf } from '../forms/response-layout.ts'
import type { Questionnaire } from '../forms/questionnaire.ts'
import { dayNumber } from '../time/local-day.ts'
import { minuteOfDay } from '../time/next-time-of-day.ts'
import { type Instant, localClock, LocalDate, LocalTime } from '../time/instant.ts'
import { doseLinks, type notGivenCodes, signingListForm } from './dose-form.ts'
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

/** A dose's answers to the form: what the sheet says of it, and its mark. */
export function markedAnswers(
  form: Questionnaire,
  { place, medicine, amount }: SigningRow,
  mark: DoseMark,
  more: { checkedBy: string; comment: string },
): Answers {
  const outcome = chosen(form, doseLinks.outcome, mark.outcome)
  const code = mark.outcome === 'given' ? null : mark.code
  const at = mark.outcome === 'given' ? mark.at : null
  return withoutEmpty({
    [doseLinks.medicine]: [{ valueString: medicine }],
    [doseLinks.amount]: amount === '' ? [] : [{ valueString: amount.slice(0, 300) }],
    [doseLinks.on]: [{ valueDate: place.on }],
    [doseLinks.slot]: place.slot === null ? [] : [{ valueTime: `${place.slot}:00` }],
    [doseLinks.outcome]: outcome,
    [doseLinks.givenAt]: at === null ? [] : [{ valueDateTime: at }],
    [doseLinks.notGivenCode]: code === null ? [] : chosen(form, doseLinks.notGivenCode, code),
    [doseLinks.checkedBy]: more.checkedBy === '' ? [] : [{ valueString: more.checkedBy }],
    [doseLinks.comment]: more.comment === '' ? [] : [{ valueString: more.comment }],
  })
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
