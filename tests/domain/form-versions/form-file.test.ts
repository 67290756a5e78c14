import { describe, expect, test } from 'vitest'
import { type FormInFile, readFormFile } from '#domain/form-versions/form-file.ts'
import { formFaults } from '#domain/form-versions/editing/form-faults.ts'
import { unsupportedFields } from '#domain/form-versions/editing/unsupported-fields.ts'
import { copyDraft } from '#domain/form-versions/form-draft.ts'
import { unmarkedForm } from '#domain/form-versions/publication.ts'
import { aForm, formOfAllKinds } from '../../support/a-form.ts'
import { readReferoJson, readReferoSources, referoFiles } from '../../support/read-refero.ts'

function formsOf(value: unknown): FormInFile[] {
  const read = readFormFile(JSON.stringify(value))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

const refusalOf = (text: string) => {
  const read = readFormFile(text)
  return read.ok ? null : read.refusal
}

const item = (linkId: string, more = {}) => ({ linkId, type: 'string', text: 'Hva?', ...more })

const files = await referoFiles()

describe('Helsenorge’s files', () => {
  test.each(files)('%s is read with all that is in it', async (file) => {
    const sources = await readReferoSources(file)

    const forms = formsOf(await readReferoJson(file))

    expect(forms).toHaveLength(sources.length)
    for (const [at, source] of sources.entries()) {
      const { name: _n, url: _u, version: _v, title: _t, status: _s, subjectType, ...rest } = source
      expect(forms[at]?.form).toMatchObject(rest)
      expect(forms[at]?.form.subjectType).toEqual(subjectType ?? ['Patient'])
    }
  })

  test('may all be issued as they are, once those without a title have one', async () => {
    const read = await Promise.all(files.map(async (file) => formsOf(await readReferoJson(file))))
    const faults = read.flat().flatMap(({ form }) => formFaults(form).map(({ kind }) => kind))

    expect(new Set(faults)).toEqual(new Set(['noTitle']))
  })

  test('of two languages each is there to choose', async () => {
    const forms = formsOf(await readReferoJson('generateQuestionnaireResponse-q.json'))

    expect(forms.map(({ language }) => language)).toEqual(['nb-NO', 'en-GB'])
  })
})

test('what the app does not show in a form is named by its question', () => {
  const found = unsupportedFields(formOfAllKinds)

  expect(found.map(({ text, obstacle }) => [text, obstacle])).toEqual([
    ['Bilde av sår', { kind: 'type', type: 'attachment' }],
  ])
})

describe('what is no form of R4 is refused by its kind', () => {
  test.each([
    ['', { kind: 'empty' }],
    ['  \n', { kind: 'empty' }],
    ['<Questionnaire/>', { kind: 'xml' }],
    ['%PDF-1.7', { kind: 'notJson' }],
    ['{"resourceType":"Questionnaire"', { kind: 'notJson' }],
    ['PK\u0003\u0004\u0000', { kind: 'notText' }],
    ['[]', { kind: 'otherFhir' }],
    ['{"title":"Skjema"}', { kind: 'otherFhir' }],
    ['{"resourceType":"Patient"}', { kind: 'otherResource', resourceType: 'Patient' }],
    ['{"resourceType":"Bundle"}', { kind: 'noForm' }],
    [
      '{"resourceType":"Questionnaire","title":"Tomt"}',
      { kind: 'faults', faults: [{ kind: 'noQuestions' }] },
    ],
    [
      '{"resourceType":"Questionnaire","item":[{"linkId":7,"type":"string"}]}',
      { kind: 'unreadable', place: 'item.0.linkId' },
    ],
    [
      `{"resourceType":"Questionnaire","item":${'['.repeat(500)}`,
      { kind: 'faults', faults: [{ kind: 'tooDeep' }] },
    ],
  ])('%s', (text, refusal) => {
    expect(refusalOf(text)).toEqual(refusal)
  })

  test('two questions of one id, and a condition on a question that is not there', () => {
    const lost = { enableWhen: [{ question: 'gone', operator: 'exists', answerBoolean: true }] }

    expect(refusalOf(JSON.stringify(aForm([item('a'), item('a')])))).toEqual({
      kind: 'faults',
      faults: [{ kind: 'repeatedId', linkId: 'a' }],
    })
    expect(refusalOf(JSON.stringify(aForm([item('a', lost)])))).toEqual({
      kind: 'faults',
      faults: [{ kind: 'lostCondition', linkId: 'a', text: 'Hva?' }],
    })
  })
})

test('a copy asks what its source asks, under no name yet, and says what it is a copy of', () => {
  const { form, before } = copyDraft(formOfAllKinds, 'Vårt skjema')

  expect(before).toBeNull()
  expect(form.item).toEqual(formOfAllKinds.item)
  expect(form).toMatchObject({ name: 'egen', version: '0', title: 'Vårt skjema', status: 'draft' })
  expect(unmarkedForm(form).extension).toEqual([
    { url: 'urn:beredt:extension:copied-from', valueString: 'urn:beredt:form:prove|1' },
  ])
})
