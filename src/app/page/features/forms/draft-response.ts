import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import type { Answers } from '#domain/forms/questionnaire-rules.ts'

/**
 * Everything that is typed, also what the answers hide for the moment: it comes back when they change.
 * What is signed is made by `responseOf`.
 */
export function draftResponse(questionnaire: string, answers: Answers): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire,
    status: 'in-progress',
    item: Object.entries(answers).map(([linkId, answer]) => ({ linkId, answer: [...answer] })),
  }
}
