import type { EntryId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { FormReference } from '#domain/forms/form-reference.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import type { Draft } from '#domain/forms/draft.ts'

/** The parameters of a draft's address: its id, and for a new draft also what it begins with. */
export type DraftAddress = {
  draftId: EntryId
  form?: FormReference | undefined
  zone?: ZoneId | undefined
  patientId?: PatientId | undefined
}

/** An empty form for a new draft's address; null for an address with only an id. */
export function newDraft(
  { draftId, form, zone, patientId }: DraftAddress,
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
