import { expect, test } from 'vitest'
import { endring } from '#content/forms/endring.ts'
import { amendmentOfNote, withoutProtected } from '#domain/amendments/amendment-of-note.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { itemRefusals } from '#domain/forms/questionnaire-check.ts'
import { anAmendmentNote, amendmentAnswers, anEntryId } from '../../support/an-amendment.ts'
import { aNote } from '../../support/a-note.ts'
import { aPatientId } from '../../support/a-patient.ts'

const examples = {
  dose: { medicine: 'Furix 40 mg', amount: '2 tabletter', times: '08', orderedBy: 'Lege Lind' },
  stopped: { medicine: 'Furix 40 mg', orderedBy: 'Lege Lind' },
  hospitalised: { ward: 'Medisin 3' },
  home: {},
  died: {},
  moved: { newAddress: 'Storgata 2, tlf 90000001' },
  key: { keyPlace: 'Boks ved døra', keyCode: '4711' },
  nextOfKin: { kinName: 'Per Lie', kinRelation: 'Sønn', kinPhone: '90000002' },
  other: { other: 'Ny hund' },
  withdrawn: {},
} satisfies Record<string, Record<string, string>>

test.each(Object.entries(examples))(
  '%s can be signed, and is read as what it says',
  (kind, texts) => {
    const refusals = itemRefusals(endring, amendmentAnswers(kind, texts))
    const parts = amendmentOfNote(anAmendmentNote(kind, texts), 'open')

    expect(refusals).toEqual([])
    expect((parts?.open ?? parts?.details)?.body.kind).toBe(kind)
  },
)

test('every kind that the form offers is read, and none besides', () => {
  const question = endring.item.find(({ linkId }) => linkId === 'kind')

  expect(question?.answerOption?.map(({ valueCoding }) => valueCoding?.code).toSorted()).toEqual(
    Object.keys(examples).toSorted(),
  )
})

test('a door code is in the protected part alone, and the journal says only that there is one', () => {
  const note = anAmendmentNote('key', examples.key)

  const parts = amendmentOfNote(note, 'open')
  const journal = JSON.stringify(withoutProtected(note.response))

  expect(parts?.open?.body).toEqual({ kind: 'key', place: 'Boks ved døra', hasCode: true })
  expect(parts?.hidden?.code).toBe('4711')
  expect(JSON.stringify([parts?.open, journal])).not.toContain('4711')
  expect(journal).toContain('Er det en kode?')
})

test('a new address of a protected patient is in the protected part alone', () => {
  const note = anAmendmentNote('moved', examples.moved)

  const parts = amendmentOfNote(note, 'protected')

  expect(parts?.open?.body).toEqual({ kind: 'moved', address: null })
  expect(parts?.hidden).toMatchObject({ address: 'Storgata 2, tlf 90000001', code: null })
  expect(JSON.stringify(withoutProtected(note.response))).not.toMatch(/Storgata|90000001/)
})

test('a medicine is read by those who have the details alone', () => {
  const parts = amendmentOfNote(anAmendmentNote('dose', examples.dose), 'open')

  expect(parts?.open).toBeNull()
  expect(parts?.details?.body).toEqual({ kind: 'dose', ...examples.dose })
})

test('a correction that is about a medicine takes the earlier one back for those without details too', () => {
  const corrects = { entryId: anEntryId(7), reason: 'Feil' }

  const parts = amendmentOfNote(anAmendmentNote('stopped', examples.stopped, { corrects }), 'open')

  expect(parts?.open?.body).toEqual({ kind: 'withdrawn' })
  expect(parts?.open?.corrects).toBe(corrects.entryId)
})

test('a kind of a newer form is not lost: its answers are what has changed', () => {
  const note = anAmendmentNote('other', { other: 'x' })
  const [, ...rest] = note.response.item
  const kind = {
    linkId: 'kind',
    text: 'Hva er endret?',
    answer: [{ valueCoding: { code: 'diet', display: 'Ny diett' } }],
  }
  const newer = {
    ...note,
    form: FormReference.parse('endring@2'),
    response: { ...note.response, item: [kind, ...rest.filter(({ linkId }) => linkId === 'from')] },
  }

  const body = amendmentOfNote(newer, 'open')?.details?.body

  expect(body?.kind).toBe('other')
  expect(JSON.stringify(body)).toContain('Ny diett')
})

test('other notes, and one about nobody, are no amendments', () => {
  expect(amendmentOfNote(aNote('Morgenstell'), 'open')).toBeNull()
  expect(amendmentOfNote(anAmendmentNote('died', {}, { patientId: null }), 'open')).toBeNull()
})

test('a form that takes back an entry takes back the amendment that it was', () => {
  const note = aNote('Feil bruker', { patientId: aPatientId(1) })

  const parts = amendmentOfNote({ ...note, withdraws: { entryId: anEntryId(7) } }, 'open')

  expect(parts?.open).toMatchObject({ corrects: anEntryId(7), body: { kind: 'withdrawn' } })
  expect(parts?.details).toBeNull()
})
