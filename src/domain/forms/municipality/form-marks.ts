import { findExtension } from '../extension.ts'
import type { Questionnaire } from '../questionnaire.ts'

/** What our own forms say of themselves. Forms from elsewhere say nothing of it. */
export const inferenceUrl = 'urn:beredt:extension:inference'
export const paperUrl = 'urn:beredt:extension:paper'
export const rankUrl = 'urn:beredt:extension:rank'

/** Whether the form's fields were concluded from several sources, and nobody of the profession has approved them. */
export function isInferred(form: Questionnaire): boolean {
  return findExtension(form, inferenceUrl)?.valueBoolean === true
}

/** Whether its paper is a table with a row for each entry. A form that does not say is one when it is a plain log. */
export function isTableOnPaper(form: Questionnaire): boolean {
  const said = findExtension(form, paperUrl)?.valueCode
  if (said !== undefined) return said === 'rows'
  return form.subjectType.length === 0 && form.item.every(({ item }) => item === undefined)
}

/** Puts the forms in order: those that the employee has used most, and then as the municipality ranks them. */
export function formsByUse(
  forms: readonly Questionnaire[],
  usesByName: ReadonlyMap<string, number>,
): Questionnaire[] {
  const uses = ({ name }: Questionnaire) => usesByName.get(name) ?? 0
  return forms.toSorted(
    (a, b) => uses(b) - uses(a) || rankOf(a) - rankOf(b) || a.title.localeCompare(b.title, 'nb'),
  )
}

function rankOf(form: Questionnaire): number {
  return findExtension(form, rankUrl)?.valueInteger ?? 0
}
