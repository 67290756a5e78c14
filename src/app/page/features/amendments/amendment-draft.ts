import type { EntryId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { Draft } from '#domain/forms/draft.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import type { Coding } from '#domain/forms/answer-values.ts'
import type { Answers } from '#domain/forms/asked-items.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'

type Chosen = {
  form: Questionnaire
  patient: Pick<Patient, 'id' | 'zone'>
  kind: Coding
  /** Null for a medicine that she names herself, and for what is about none. */
  medicine: string | null
}

/** A draft of the form of changes in which what was chosen is answered. */
export function amendmentDraft(
  { form, patient, kind, medicine }: Chosen,
  { id, startedAt, world }: { id: EntryId; startedAt: Instant; world: World },
): Draft {
  const answers: Answers = {
    kind: [{ valueCoding: kind }],
    ...(medicine === null ? {} : { medicine: [{ valueString: medicine }] }),
  }
  return {
    id,
    form: formReferenceOf(form),
    zone: patient.zone,
    world,
    patientId: patient.id,
    eventAt: startedAt,
    corrects: null,
    response: responseOf(form, answers, 'in-progress'),
    startedAt,
  }
}
