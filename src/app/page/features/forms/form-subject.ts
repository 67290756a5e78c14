import type { Questionnaire } from '#domain/forms/questionnaire.ts'

/** Whether a form is about one patient; else it is the zone's own log. */
export function isAboutPatient({ subjectType }: Questionnaire): boolean {
  return subjectType.includes('Patient')
}
