import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { mottakslogg1 } from './mottakslogg-1.ts'
import { signeringsliste1 } from './signeringsliste-1.ts'

/** Earlier versions of the default forms, word for word: a municipality that has not changed one gets the next. */
export const formerForms: readonly Questionnaire[] = [mottakslogg1, signeringsliste1]
