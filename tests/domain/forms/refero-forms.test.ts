import { expect, test } from 'vitest'
import { z } from 'zod'
import { filledForm } from '#domain/forms/filled-form.ts'
import { initialAnswers } from '#domain/forms/filling/initial-answers.ts'
import { isHidden, itemKind } from '#domain/forms/item-kind.ts'
import { QuestionnaireResponse } from '#domain/forms/questionnaire-response.ts'
import { Questionnaire, type QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { answersOf, responseOf } from '#domain/forms/response-layout.ts'
import { findObstacle, lacksOf } from '#domain/forms/unsupported-parts.ts'
import {
  readReferoForm,
  readReferoForms,
  readReferoJson,
  readReferoSources,
  referoFiles,
} from '../../support/read-refero.ts'

const files = await referoFiles()

function allItems(items: readonly QuestionnaireItem[]): QuestionnaireItem[] {
  return items.flatMap((item) => [item, ...allItems(item.item ?? [])])
}

/** How often a form has each type of item, and how each is shown. */
function tableOf(form: Questionnaire): Record<string, number> {
  const rows = allItems(form.item).map((item) => {
    const obstacle = findObstacle(item, form)
    const kind = itemKind(item)
    const shown =
      obstacle !== null ? `not shown: ${obstacle.kind}` : isHidden(item) ? 'hidden' : 'shown'
    const named =
      kind === 'display' && item.type !== 'display' ? `${item.type} as guidance` : item.type
    return `${named} ${[shown, ...lacksOf(item).map((lack) => `without ${lack}`)].join(', ')}`
  })
  return Object.fromEntries(
    [...new Set(rows)].toSorted().map((row) => [row, rows.filter((one) => one === row).length]),
  )
}

test('every questionnaire of Helsenorge’s tests is loaded, and a table says how each of its items is shown', async () => {
  const tables = await Promise.all(
    files.map(async (file) => [file, (await readReferoForms(file)).map(tableOf)] as const),
  )

  expect(Object.fromEntries(tables)).toMatchInlineSnapshot(`
    {
      "calculators-q.json": [
        {
          "choice shown": 4,
          "group shown": 2,
          "integer shown": 9,
        },
      ],
      "enableWhen-q.json": [
        {
          "choice shown": 1,
          "group shown": 1,
          "string shown": 1,
        },
      ],
      "generateQuestionnaireResponse-q.json": [
        {
          "attachment not shown: type": 1,
          "boolean hidden, without prefill": 1,
          "boolean shown": 2,
          "choice not shown: choices": 2,
          "choice shown": 30,
          "date shown, without rule": 30,
          "dateTime shown, without rule": 2,
          "display shown": 2,
          "group shown": 15,
          "quantity shown": 2,
          "string hidden, without prefill": 1,
          "string shown": 16,
          "string shown, without prefill": 7,
          "text as guidance shown": 11,
          "text as guidance shown, without rule": 1,
          "text shown": 2,
        },
        {
          "attachment not shown: type": 1,
          "boolean hidden, without prefill": 1,
          "boolean shown": 2,
          "choice not shown: choices": 2,
          "choice shown": 30,
          "date shown, without rule": 30,
          "dateTime shown, without rule": 2,
          "display shown": 2,
          "group shown": 15,
          "quantity shown": 2,
          "string hidden, without prefill": 1,
          "string shown": 16,
          "string shown, without prefill": 7,
          "text as guidance shown": 11,
          "text as guidance shown, without rule": 1,
          "text shown": 2,
        },
      ],
      "preview-q.json": [
        {
          "choice shown": 4,
          "group shown": 1,
          "open-choice shown": 4,
        },
      ],
      "scoring-choice-check-box-q.json": [
        {
          "choice shown": 1,
          "group shown": 2,
          "quantity shown": 1,
        },
      ],
      "scoring-choice-radio-button-q.json": [
        {
          "choice shown": 1,
          "group shown": 2,
          "quantity shown": 1,
        },
      ],
      "scoring-code-scoring-q.json": [
        {
          "choice shown": 3,
          "decimal shown": 3,
          "group shown": 7,
          "integer shown": 4,
          "quantity shown": 6,
          "string shown": 1,
        },
      ],
      "scoring-fhirpath-score-q.json": [
        {
          "decimal shown": 1,
          "integer shown": 1,
          "quantity shown": 2,
        },
      ],
      "scoring-open-choice-q.json": [
        {
          "group shown": 2,
          "open-choice shown": 1,
          "quantity shown": 1,
        },
      ],
      "scoring-section-score-q.json": [
        {
          "choice shown": 7,
          "group shown": 7,
          "quantity shown": 4,
        },
      ],
    }
  `)
})

test.each(files)(
  '%s is handed on as it came, with all that this build does not read',
  async (file) => {
    const [sources, forms] = await Promise.all([readReferoSources(file), readReferoForms(file)])

    expect(forms.length).toBeGreaterThan(0)
    for (const [at, source] of sources.entries()) {
      const form = forms[at]
      const identity = { url: form?.url, name: form?.name, version: form?.version }
      const added = { title: form?.title, subjectType: form?.subjectType }
      expect(form).toEqual({ ...added, ...source, ...identity })
      expect(Questionnaire.parse(JSON.parse(JSON.stringify(form)))).toEqual(form)
    }
  },
)

test.each(files)(
  '%s, empty or with its initial answers, makes a response that is read back',
  async (file) => {
    for (const one of await readReferoForms(file)) {
      const response = responseOf(one, initialAnswers(one), 'completed')

      expect(QuestionnaireResponse.parse(response)).toEqual(response)
      expect(responseOf(one, answersOf(response, one.item), 'completed')).toEqual(response)
    }
  },
)

/** Helsenorge answers what is not answered with the items below it; ours puts those below the question itself. */
function withoutEmptyAnswers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyAnswers)
  if (typeof value !== 'object' || value === null) return value
  const { answer, ...rest } = z.looseObject({ answer: z.unknown().optional() }).parse(value)
  const [only] = z.array(z.looseObject({})).catch([]).parse(answer)
  const isEmpty = only !== undefined && Object.keys(only).join(',') === 'item'
  const whole = isEmpty ? { ...rest, ...only } : value
  return Object.fromEntries(
    Object.entries(whole).map(([name, inner]) => [name, withoutEmptyAnswers(inner)]),
  )
}

test('a response of Helsenorge’s, with a group that repeats and items below answers, is read back whole', async () => {
  const one = await readReferoForm('generateQuestionnaireResponse-q.json')
  const source = await readReferoJson('generateQuestionnaireResponse-qr.json')
  const response = QuestionnaireResponse.parse(withoutEmptyAnswers(source))
  const answers = answersOf(response, one.item)
  const visible = filledForm(one, answers).answers
  const given = Object.entries(visible).filter(([, value]) => value.length > 0)

  const again = answersOf(responseOf(one, answers, 'completed'), one.item)

  expect(given.length).toBeGreaterThan(10)
  expect(again).toMatchObject(Object.fromEntries(given))
})
