import { endring } from '#content/forms/endring.ts'
import { EntryId, PatientId } from '#domain/base/ids.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { anAmendmentNote } from '../../support/an-amendment.ts'
import { aNote } from '../a-note.ts'
import type { Attack } from '../attack.ts'
import { aChangedApp } from '../changed-app.ts'
import { projecting } from '../rights.ts'
import { north } from '../town.ts'

export const cardReplaced: Attack = {
  name: 'card-replaced',
  about:
    'A nurse signs a change since the list under the id of a patient, so that it takes the place of her card.',
  async run(ground, parts) {
    const unguarded = projecting({ isIdTaken: () => Promise.resolve(false) })
    const town = await ground.town(parts === 'weakened' ? unguarded : undefined)
    const form = formReferenceOf(endring)
    await town.put('*/forms', form, endring, 'questionnaire@1')
    const patientId = PatientId.parse(crypto.randomUUID())
    await town.put('nord-1/critical', patientId, { name: 'Somby' })
    const nina = await town.hire('Nina Dahl', 'nurse', [north])
    const app = await aChangedApp(town, nina)
    const { response } = anAmendmentNote('hospitalised', { ward: 'Medisin 3' })
    const entryId = EntryId.parse(patientId)

    await app.send(aNote(nina, { entryId, form, content: { patientId, response } }))

    const card = await town.findDocument('nord-1/critical', patientId)
    return {
      refused: card?.schema === 'patient@1',
      note: `In the place of the patient’s card stands ${card?.schema ?? 'nothing'}.`,
    }
  },
}
