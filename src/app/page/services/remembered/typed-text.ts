import { EntryId, type ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { Draft } from '#domain/forms/draft.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import type { Instant } from '#domain/time/instant.ts'

/** What stands in a field that belongs to no form, kept as drafts are: sealed under the employee's key. */
const typedTextForm = FormReference.parse('skrevet-i-hendelse@1')

/** Whether a stored draft is the text of a single field: that is no form to sign, and stands in no list of drafts. */
export function isTypedText({ form }: Pick<Draft, 'form'>): boolean {
  return form === typedTextForm
}

/** `place` names the field, and what it is about. */
export function typedTextDraft(
  { id, place, text }: { id: EntryId; place: string; text: string },
  { zone, world, now }: { zone: ZoneId; world: World; now: Instant },
): Draft {
  return {
    id,
    form: typedTextForm,
    zone,
    world,
    patientId: null,
    eventAt: now,
    corrects: null,
    response: {
      resourceType: 'QuestionnaireResponse',
      questionnaire: place,
      status: 'in-progress',
      item: [{ linkId: 'text', answer: [{ valueString: text }] }],
    },
    startedAt: now,
  }
}

/** The text that is kept of a field, with the draft that holds it; null for none. */
export function findTypedText(
  drafts: readonly { draft: Draft }[],
  place: string,
): { id: EntryId; text: string } | null {
  const kept = drafts.find(
    ({ draft }) => isTypedText(draft) && draft.response.questionnaire === place,
  )
  const answer = kept?.draft.response.item[0]?.answer?.[0]
  return kept !== undefined && answer !== undefined && 'valueString' in answer
    ? { id: EntryId.parse(kept.draft.id), text: answer.valueString }
    : null
}
