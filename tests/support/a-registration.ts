import { deviceKinds } from '#content/device-kinds.ts'
import { mottakslogg } from '#content/forms/mottakslogg.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import type { SignedForm } from '#domain/amendments/amendment-of-note.ts'
import type { Answers } from '#domain/forms/asked-items.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import { aNote } from './a-note.ts'
import { noon } from './a-patient.ts'
import { anEntryId, kari } from './an-amendment.ts'

export const registrationTables = { services: defaultServiceDefinitions, kinds: deviceKinds }

const needed = {
  reporter: 'Lege Lind, medisin 3',
  callBack: '33 00 00 00',
  family: 'Nilsen',
  given: 'Aud',
  street: 'Havnegata 4',
  measures: 'Tilsyn kveld',
}

/** The answers of a registration in which only what must be there is answered, and what is given. */
export function registrationAnswers(
  texts: Readonly<Record<string, string>> = {},
  others: Answers = {},
): Answers {
  const said = Object.entries({ ...needed, ...texts })
  return {
    at: [{ valueDateTime: noon }],
    ...Object.fromEntries(said.map(([linkId, text]) => [linkId, [{ valueString: text }]])),
    ...others,
  }
}

export function ticked(...meanings: string[]): Answers[string] {
  return meanings.map((code) => ({
    valueCoding: { system: 'urn:beredt:code:service-meaning', code },
  }))
}

/** A signed registration of «Nilsen, Aud». */
export function aRegistration({
  answers = registrationAnswers(),
  ...fields
}: Partial<SignedForm> & { answers?: Answers } = {}): SignedForm {
  return {
    ...aNote('', { form: formReferenceOf(mottakslogg), patientId: null }),
    entryId: anEntryId(1),
    author: kari,
    writtenAt: noon,
    corrects: null,
    response: responseOf(mottakslogg, answers, 'completed'),
    ...fields,
  }
}
