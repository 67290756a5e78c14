import { isAmendment, withoutAnswers, withoutProtected } from '../amendments/amendment-of-note.ts'
import type { SignedForm } from '../amendments/amendment-of-note.ts'
import { withdrawalForm } from '../entries/forms-about-entries.ts'
import type { Note } from '../entries/note.ts'
import { FormId, formIdOf, type FormReference } from '../forms/form-reference.ts'
import type { QuestionnaireResponse } from '../forms/questionnaire-response.ts'
import { answersTo } from '../forms/response-lines.ts'

/** The form by which a patient is registered whom no list has. Its first version named her in one line, and made nobody. */
export const registrationForm = FormId.parse('mottakslogg')

export function isRegistration(form: FormReference): boolean {
  return formIdOf(form) === registrationForm && !form.endsWith('@1')
}

/** Whether an entry may say something of temporary patients: it registers one, or takes an entry back. */
export function concernsRegistrations({ form }: { form: FormReference }): boolean {
  return isRegistration(form) || formIdOf(form) === formIdOf(withdrawalForm)
}

/** Whether a signed form makes a temporary patient, or corrects one. */
export function registers({
  form,
  patientId,
  response,
}: Pick<SignedForm, 'form' | 'patientId' | 'response'>): boolean {
  return isRegistration(form) && patientId === null && textOf(response, 'family') !== null
}

/** What the journal has not of a registration: where she lives may be protected by the next list, and a number is not read in passing. */
const notInJournal: ReadonlySet<string> = new Set([
  'personalNumber',
  'street',
  'postalCode',
  'city',
  'phone',
])

/** A response as all who have the journal read it. */
export function journalResponse({
  form,
  response,
}: Pick<Note, 'form' | 'response'>): QuestionnaireResponse {
  if (isAmendment({ form })) return withoutProtected(response)
  return isRegistration(form) ? withoutAnswers(response, notInJournal) : response
}

/** Null for what was left empty. */
export function textOf(
  { item }: Pick<QuestionnaireResponse, 'item'>,
  linkId: string,
): string | null {
  const [answer] = answersTo(item, linkId)
  if (answer === undefined || !('valueString' in answer)) return null
  const text = answer.valueString.trim()
  return text === '' ? null : text
}
