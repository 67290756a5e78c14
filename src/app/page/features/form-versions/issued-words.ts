import { publicationOf } from '#domain/form-versions/publication.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { Instant } from '#domain/time/instant.ts'
import { municipalForms as words } from '#text/nb/screens/form-versions/municipal-forms.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'

/** By whom and when a version was issued. */
export function issuedWords(form: Questionnaire, now: Instant): string {
  const issued = publicationOf(form)
  return issued === null
    ? words.withApp
    : words.issued(issued.by, dayAndMomentWords(issued.at, now))
}
