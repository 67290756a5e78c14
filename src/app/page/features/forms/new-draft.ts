import { EntryId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import type { Draft } from '#domain/forms/draft.ts'

/** An empty form as the address asks for it; null when it asks for none. */
export function newDraft(
  draftId: string | undefined,
  query: URLSearchParams,
  now: Instant,
): Draft | null {
  const id = EntryId.safeParse(draftId)
  const zone = ZoneId.safeParse(query.get('sone'))
  const patient = PatientId.safeParse(query.get('bruker'))
  const form = query.get('skjema')
  if (!id.success || !zone.success || form === null) return null
  return {
    id: id.data,
    form,
    zone: zone.data,
    world: 'real',
    patientId: patient.success ? patient.data : null,
    eventAt: now,
    corrects: null,
    response: emptyResponse(''),
    startedAt: now,
  }
}

export function emptyResponse(questionnaire: string): QuestionnaireResponse {
  return { resourceType: 'QuestionnaireResponse', questionnaire, status: 'in-progress', item: [] }
}
