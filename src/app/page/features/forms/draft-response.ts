import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import type { Answers } from '#domain/forms/questionnaire-rules.ts'

/**
 * Everything that is typed, also in fields that other answers hide, because the fields may be shown again.
 * `responseOf` makes what is signed.
 */
export function draftResponse(questionnaire: string, answers: Answers): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire,
    status: 'in-progress',
    item: Object.entries(answers).map(([linkId, answer]) => ({ linkId, answer: [...answer] })),
  }
}
