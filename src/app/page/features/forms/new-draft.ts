import type { EntryId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { FormReference } from '#domain/forms/form-reference.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import type { Draft } from '#domain/forms/draft.ts'

/** What the address says of a draft: its id alone, or also what a new one is begun with. */
export type AskedDraft = {
  draftId: EntryId
  form?: FormReference | undefined
  zone?: ZoneId | undefined
  patientId?: PatientId | undefined
}

/** An empty form as the address asks for it; null when it asks for none. */
export function newDraft(
  { draftId, form, zone, patientId }: AskedDraft,
  { world, now }: { world: World; now: Instant },
): Draft | null {
  if (form === undefined || zone === undefined) return null
  return {
    id: draftId,
    form,
    zone,
    world,
    patientId: patientId ?? null,
    eventAt: now,
    corrects: null,
    response: emptyResponse(''),
    startedAt: now,
  }
}

export function emptyResponse(questionnaire: string): QuestionnaireResponse {
  return { resourceType: 'QuestionnaireResponse', questionnaire, status: 'in-progress', item: [] }
}
