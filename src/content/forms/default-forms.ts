import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { besoksnotat } from './besoksnotat.ts'
import { hendelseslogg } from './hendelseslogg.ts'

/** The forms that a new municipality starts with. */
export const defaultForms: readonly Questionnaire[] = [besoksnotat, hendelseslogg]
