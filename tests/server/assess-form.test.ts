import { expect, test } from 'vitest'
import { routes } from '#contract/routes.ts'
import { news } from '#content/forms/news.ts'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import { assessmentOf } from '#domain/forms/municipality/assessed-form.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { localClock } from '#domain/time/instant.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readDocuments } from '#server/streams/read-documents.ts'
import { writeDocuments } from '#server/streams/write-documents.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../support/test-server.ts'

const stream = municipalityStreamOf('questionnaire', {
  municipality: testMunicipality,
  world: 'real',
})

async function formsBench(role: 'sectionLeader' | 'nurse') {
  const bench = await testServer()
  await anAccount(bench, { username: 'somebody', role, zones: testZones })
  const headers = await signIn(bench, 'somebody')
  const { db } = bench.services
  const scope = await systemScope(db, testMunicipality)
  await withTenant(db, scope, (transaction) =>
    writeDocuments(
      postgresStreamStore(transaction),
      stream,
      [news, besoksnotat].map((form) => ({
        kind: 'put' as const,
        ...documentOf('questionnaire', form),
      })),
      { writer: 'seed', hasher: nodeHasher, now: bench.now() },
    ),
  )
  return {
    today: localClock(bench.now()).on,
    async assess(form: string, isInUse: boolean) {
      const { method, path: url } = routes.assessForm
      return await bench.server.inject({ method, url, headers, payload: { form, isInUse } })
    },
    /** What phones are sent. */
    async stored(name: string): Promise<Questionnaire | undefined> {
      return await withTenant(db, scope, async (transaction) => {
        const read = await readDocuments(postgresStreamStore(transaction), 'questionnaire', stream)
        return read.values.find((form) => form.name === name)
      })
    },
  }
}

test('NEWS2 is in use once a leader says that it is assessed, under her name', async () => {
  const { assess, stored, today } = await formsBench('sectionLeader')
  expect((await stored('news'))?.status).toBe('draft')

  const answer = await assess('news@1', true)

  const form = await stored('news')
  expect(answer.json()).toEqual({ form })
  expect(form?.status).toBe('active')
  expect(form === undefined ? null : assessmentOf(form)).toMatchObject({ on: today })
  expect(form?.item).toEqual(news.item)
})

test('it is taken out of use again, and stays to be assessed', async () => {
  const { assess, stored } = await formsBench('sectionLeader')
  await assess('news@1', true)

  await assess('news@1', false)

  expect((await stored('news'))?.status).toBe('draft')
})

test('a form that nobody has to assess, and one that is not there, are left alone', async () => {
  const { assess, stored } = await formsBench('sectionLeader')

  const answers = await Promise.all([assess('besoksnotat@1', false), assess('prove@1', true)])

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404])
  expect((await stored('besoksnotat'))?.status).toBe('active')
})

test('a nurse takes no form into use', async () => {
  const { assess, stored } = await formsBench('nurse')

  expect((await assess('news@1', true)).statusCode).toBe(403)
  expect((await stored('news'))?.status).toBe('draft')
})
