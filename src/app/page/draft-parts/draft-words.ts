import { visitNoteForm, formIdOf } from '#domain/forms/form-reference.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { unsigned as words } from '#text/nb/screens/writing/unsigned.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { formTitle } from '../parts/form-title.ts'
import { paths } from '../paths/paths.ts'

/** Where an employee goes on with a draft. */
export function draftPath({ id, withdraws, patientId }: Draft): string {
  return withdraws === undefined
    ? paths.draft.to({ draftId: id })
    : paths.withdraw.to({ entryId: withdraws.entryId, patientId: patientId ?? undefined })
}

/** «Fortsett notatet fra 07:15». */
export function resumeWords(
  { form, corrects, withdraws, startedAt }: Draft,
  forms: readonly Questionnaire[],
  now: Instant,
): string {
  const when = momentWords(startedAt, now)
  const title = formTitle(form, forms)
  if (withdraws !== undefined) return words.resumeWithdrawal(when)
  if (corrects !== null) return words.resumeCorrection(title, when)
  return formIdOf(form) === visitNoteForm ? words.resumeNote(when) : words.resume(title, when)
}
