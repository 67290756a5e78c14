import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { repetitionPrefix } from '#domain/forms/answer-keys.ts'
import { type Answers, linkIds } from '#domain/forms/asked-items.ts'
import { QuestionnaireResponse, type Answer } from '#domain/forms/questionnaire-response.ts'
import { responseLines } from '#domain/forms/response-lines.ts'
import { answersOf, draftResponse, responseOf } from '#domain/forms/response-layout.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { readReferoItems } from '../../support/read-refero.ts'

const words = (text: string): Answer => ({ valueString: text })
const illness = (code: string): Answer => ({
  valueCoding: { system: 'http://ehelse.no/sykdommer', code },
})
const word = (answer: Answer) =>
  'valueCoding' in answer ? (answer.valueCoding.display ?? '') : JSON.stringify(answer)

test('the response keeps the groups of the form and names the version it was filled in', async () => {
  const item = await readReferoItems('enableWhen-q.json')

  const response = responseOf({ ...besoksnotat, item }, { '9_1': [illness('3')] }, 'completed')

  expect(response.questionnaire).toBe('urn:beredt:form:besoksnotat|1')
  expect(response.item[0]?.linkId).toBe('9')
  expect(response.item[0]?.item?.[0]?.answer).toEqual([illness('3')])
})

test('the lines of a note come in the order of the form, several answers on one line', () => {
  const response = responseOf(
    besoksnotat,
    {
      informed: [
        { valueCoding: { system: 'urn:beredt:code:informed', code: 'physician', display: 'Lege' } },
        {
          valueCoding: { system: 'urn:beredt:code:informed', code: 'nextOfKin', display: 'Datter' },
        },
      ],
      done: [words('Kveldsstell')],
    },
    'completed',
  )

  const lines = responseLines(response, word).map(({ label, text }) => `${label} ${text}`)

  expect(lines).toEqual([
    'Hva gjorde du? {"valueString":"Kveldsstell"}',
    'Beskjed gitt til Lege, Datter',
  ])
})

test('a response read back gives the same response, whatever was answered', () => {
  const fields = linkIds(besoksnotat.item)
  const answer = fc.oneof(
    fc.boolean().map((valueBoolean) => ({ valueBoolean })),
    fc.string().map((valueString) => ({ valueString })),
  )
  const drafts = fc.dictionary(fc.constantFrom(...fields), fc.array(answer, { maxLength: 2 }))

  fc.assert(
    fc.property(drafts, (draft) => {
      const once = responseOf(besoksnotat, draft, 'completed')
      expect(responseOf(besoksnotat, answersOf(once, besoksnotat.item), 'completed')).toEqual(once)
      expect(QuestionnaireResponse.parse(once)).toEqual(once)
    }),
  )
})

const nested: QuestionnaireItem[] = [
  {
    linkId: 'medicine',
    text: 'Legemiddel',
    type: 'group',
    repeats: true,
    item: [
      { linkId: 'name', text: 'Navn', type: 'string' },
      {
        linkId: 'helped',
        text: 'Hjalp det?',
        type: 'boolean',
        item: [{ linkId: 'how', text: 'Hvordan?', type: 'string' }],
      },
    ],
  },
  {
    linkId: 'aid',
    text: 'Hjelpemiddel',
    type: 'choice',
    repeats: true,
    answerOption: [
      { valueCoding: { code: 'bed', display: 'Seng' } },
      { valueCoding: { code: 'lift', display: 'Heis' } },
    ],
    item: [{ linkId: 'hours', text: 'Timer', type: 'integer' }],
  },
]
const form = { ...besoksnotat, item: nested }
const first = repetitionPrefix('medicine', '0')
const second = repetitionPrefix('medicine', '1')
const bed: Answer = { valueCoding: { code: 'bed', display: 'Seng' } }
const lift: Answer = { valueCoding: { code: 'lift', display: 'Heis' } }
const answers: Answers = {
  [`${first}name`]: [words('Furix')],
  [`${first}helped`]: [{ valueBoolean: true }],
  [`${first}how`]: [words('Mindre hovent')],
  [`${second}name`]: [words('Sinemet')],
  aid: [bed, lift],
  [`${repetitionPrefix('aid', '|lift')}hours`]: [{ valueInteger: 4 }],
}

test('what is below a question lies within its answer, and a group that repeats stands once for each time', () => {
  const { item } = responseOf(form, answers, 'completed')

  expect(item).toEqual([
    {
      linkId: 'medicine',
      text: 'Legemiddel',
      item: [
        { linkId: 'name', text: 'Navn', answer: [words('Furix')] },
        {
          linkId: 'helped',
          text: 'Hjalp det?',
          answer: [
            {
              valueBoolean: true,
              item: [{ linkId: 'how', text: 'Hvordan?', answer: [words('Mindre hovent')] }],
            },
          ],
        },
      ],
    },
    {
      linkId: 'medicine',
      text: 'Legemiddel',
      item: [{ linkId: 'name', text: 'Navn', answer: [words('Sinemet')] }],
    },
    {
      linkId: 'aid',
      text: 'Hjelpemiddel',
      answer: [
        bed,
        {
          ...lift,
          item: [{ linkId: 'hours', text: 'Timer', answer: [{ valueInteger: 4 }] }],
        },
      ],
    },
  ])
})

test('nested answers are read back where they were, from a signed form and from a draft', () => {
  const signed = QuestionnaireResponse.parse(responseOf(form, answers, 'completed'))
  const draft = QuestionnaireResponse.parse(draftResponse('urn:beredt:form:prove|1', answers))

  expect(answersOf(signed, nested)).toMatchObject(answers)
  expect(answersOf(draft, nested)).toMatchObject(answers)
})

test('a repetition that was added and not written in is still there when the draft is opened again', () => {
  const marks = { [first]: [], [second]: [], [`${first}name`]: [words('Furix')] }

  const read = answersOf(draftResponse('urn:beredt:form:prove|1', marks), nested)

  expect(Object.keys(read).toSorted()).toEqual([first, `${first}name`, second].toSorted())
})

test('a draft of the first version, which has no groups, is read by a form that has them', () => {
  const draft = {
    item: [
      { linkId: 'name', answer: [words('Furix')] },
      { linkId: 'aid', answer: [bed] },
    ],
  }

  expect(answersOf(draft, nested)).toEqual({ name: [words('Furix')], aid: [bed] })
})

test('a line of what repeats says which it is', () => {
  const lines = responseLines(responseOf(form, answers, 'completed'), word)

  expect(lines.map(({ label }) => label)).toEqual([
    'Legemiddel 1 – Navn',
    'Legemiddel 1 – Hjalp det?',
    'Legemiddel 1 – Hvordan?',
    'Legemiddel 2 – Navn',
    'Hjelpemiddel',
    'Heis – Timer',
  ])
})

test('an empty row is no answer', () => {
  const { item } = responseOf(form, { [`${first}name`]: [words('')] }, 'completed')

  expect(item).toEqual([])
})
