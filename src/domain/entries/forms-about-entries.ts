import { FormReference } from '../forms/form-reference.ts'
import type { QuestionnaireResponse, ResponseItem } from '../forms/questionnaire-response.ts'

/**
 * The forms of entries about another entry. They belong to the build and stand in no municipality's list of forms, since
 * nobody begins one from an empty page.
 */
export const countersigningForm = FormReference.parse('dobbeltkontroll@1')
export const withdrawalForm = FormReference.parse('feilforing@1')

/** The canonical addresses that their responses name. */
export const aboutEntryAddresses = {
  countersigns: 'urn:beredt:form:dobbeltkontroll',
  withdraws: 'urn:beredt:form:feilforing',
} as const

/** Their questions. An app that knows neither countersigning nor withdrawal reads by them what was done. */
export const aboutEntryItems = { what: 'what', reason: 'reason' } as const

type Line = { linkId: string; text: string; answer: string }

export function responseAboutEntry(
  kind: keyof typeof aboutEntryAddresses,
  lines: readonly Line[],
): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${aboutEntryAddresses[kind]}|1`,
    status: 'completed',
    item: lines.map(({ linkId, text, answer }): ResponseItem => ({
      linkId,
      text,
      answer: [{ valueString: answer }],
    })),
  }
}
