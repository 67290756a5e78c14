import { expect, test } from 'vitest'
import type { PublishForm } from '#contract/forms/publish-form.ts'
import { routes } from '#contract/routes.ts'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { kartlegging } from '#content/forms/kartlegging.ts'
import { news } from '#content/forms/news.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import { editedForm } from '#domain/form-versions/editing/form-edit.ts'
import { copyDraft, type FormDraft, nextVersionDraft } from '#domain/form-versions/form-draft.ts'
import { newFormName } from '#domain/form-versions/form-name.ts'
import { publicationOf, useDecisionOf } from '#domain/form-versions/publication.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readDocuments } from '#server/streams/read-documents.ts'
import { writeDocuments } from '#server/streams/write-documents.ts'
import { readFormFile } from '#domain/form-versions/form-file.ts'
import { readReferoJson } from '../support/read-refero.ts'
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
const leader = { username: 'solveig', role: 'sectionLeader' } as const

async function formsBench(
  ...more: { username: string; role: 'nurse' | 'hdu' | 'sectionLeader' }[]
) {
  const bench = await testServer()
  const people = [leader, ...more]
  for (const one of people) await anAccount(bench, { ...one, zones: testZones })
  const headers = new Map<string, Awaited<ReturnType<typeof signIn>>>()
  for (const { username } of people) headers.set(username, await signIn(bench, username))
  const { db } = bench.services
  const scope = await systemScope(db, testMunicipality)
  await withTenant(db, scope, (transaction) =>
    writeDocuments(
      postgresStreamStore(transaction),
      stream,
      [news, besoksnotat, kartlegging].map((form) => ({
        kind: 'put' as const,
        ...documentOf('questionnaire', form),
      })),
      { writer: 'seed', hasher: nodeHasher, now: bench.now() },
    ),
  )
  const send = (name: 'publishForm' | 'setFormUse', payload: object, username: string) => {
    const { method, path: url } = routes[name]
    return bench.server.inject({ method, url, headers: headers.get(username) ?? {}, payload })
  }
  return {
    now: bench.now,
    publish: ({ form, before }: FormDraft, username = 'solveig') =>
      send('publishForm', { form, before } satisfies PublishForm, username),
    use: (form: string, isInUse: boolean, username = 'solveig') =>
      send('setFormUse', { form, isInUse }, username),
    /** What phones are sent, by reference. */
    async stored(): Promise<Map<string, Questionnaire>> {
      return await withTenant(db, scope, async (transaction) => {
        const read = await readDocuments(postgresStreamStore(transaction), 'questionnaire', stream)
        return new Map(read.values.map((form) => [formReferenceOf(form), form]))
      })
    },
  }
}

/** A copy of a form under the name that its title gives. */
function namedCopy(source: Questionnaire, title: string): FormDraft {
  const { form, before } = copyDraft(source, title)
  return { form: { ...form, name: newFormName(title, new Set()) }, before }
}

const reworded = (form: Questionnaire, text: string): Questionnaire =>
  editedForm(form, { kind: 'text', linkId: form.item[1]?.linkId ?? '', text })

test('a new form is issued as version 1, by the name of the leader’s account and the server’s clock', async () => {
  const { publish, stored, now } = await formsBench()

  const answer = await publish(namedCopy(kartlegging, 'Vår kartlegging'))

  const form = (await stored()).get('egen-var-kartlegging@1')
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({ form })
  expect(form).toMatchObject({ status: 'active', title: 'Vår kartlegging' })
  expect(form?.item).toEqual(kartlegging.item)
  expect(form === undefined ? null : publicationOf(form)).toMatchObject({ at: now() })
})

test('a version leaves those before it as they were, and each is there for what was written in it', async () => {
  const { publish, stored } = await formsBench()
  const second = nextVersionDraft(besoksnotat)
  const changed = { ...second, form: reworded(second.form, 'Hva gjorde du hos bruker?') }

  await publish(changed)
  const answer = await publish({
    ...nextVersionDraft((await stored()).get('besoksnotat@2') ?? besoksnotat),
  })

  const all = await stored()
  expect(answer.statusCode).toBe(200)
  expect(all.get('besoksnotat@1')).toEqual(besoksnotat)
  expect(all.get('besoksnotat@2')?.item).toEqual(changed.form.item)
  expect(all.get('besoksnotat@3')?.item).toEqual(changed.form.item)
})

test('of two leaders who issue at once one is told, whichever came first, and both versions are whole', async () => {
  const { publish, stored } = await formsBench({ username: 'per', role: 'sectionLeader' })
  const draft = nextVersionDraft(besoksnotat)
  const ofLeader = (text: string) => ({ ...draft, form: reworded(draft.form, text) })

  const answers = await Promise.all([
    publish(ofLeader('Solveigs ord')),
    publish(ofLeader('Pers ord'), 'per'),
  ])

  const all = await stored()
  const first = answers.findIndex(({ statusCode }) => statusCode === 200)
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]))
  expect(answers[1 - first]?.json()).toMatchObject({ kind: 'changedMeanwhile' })
  expect(all.get('besoksnotat@2')?.item[1]?.text).toBe(['Solveigs ord', 'Pers ord'][first])
  expect(all.has('besoksnotat@3')).toBe(false)
})

test('the one who was told issues hers as the next version, once she has seen the other', async () => {
  const { publish, stored } = await formsBench({ username: 'per', role: 'sectionLeader' })
  const draft = nextVersionDraft(besoksnotat)
  await publish({ ...draft, form: reworded(draft.form, 'Pers ord') }, 'per')

  const answer = await publish({ before: '2', form: reworded(draft.form, 'Solveigs ord') })

  expect(answer.statusCode).toBe(200)
  expect((await stored()).get('besoksnotat@3')?.item[1]?.text).toBe('Solveigs ord')
})

test('two new forms of one title are two forms', async () => {
  const { publish, stored } = await formsBench({ username: 'per', role: 'sectionLeader' })

  await publish(namedCopy(kartlegging, 'Fall'))
  const answer = await publish(namedCopy(besoksnotat, 'Fall'), 'per')

  expect(answer.statusCode).toBe(409)
  expect((await stored()).get('egen-fall@1')?.item).toEqual(kartlegging.item)
})

test('forms that the app reads get no new version, and no form gets a name of the build’s', async () => {
  const { publish, stored } = await formsBench()
  const { form } = copyDraft(besoksnotat, 'Prøve')
  const named = (name: Questionnaire['name']) => ({ form: { ...form, name }, before: null })

  const answers = await Promise.all([
    publish(nextVersionDraft(news)),
    publish({ ...nextVersionDraft(news), before: null }),
    publish({
      form: { ...nextVersionDraft(news).form, name: newFormName('', new Set()) },
      before: '1',
    }),
    publish(named(kartlegging.name)),
    publish({ form, before: null }),
  ])

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 409, 409, 403])
  expect([...(await stored()).keys()].toSorted()).toEqual([
    'besoksnotat@1',
    'kartlegging@1',
    'news@1',
  ])
})

test('a form with a fault is refused, whoever made it', async () => {
  const { publish } = await formsBench()
  const whole = namedCopy(besoksnotat, 'Feil')
  const [question] = besoksnotat.item
  const twice = { ...whole.form, item: [...whole.form.item, ...(question ? [question] : [])] }

  const answer = await publish({ ...whole, form: twice })

  expect(answer.statusCode).toBe(400)
})

test('the largest of Helsenorge’s forms is issued with all that is in it', async () => {
  const { publish, stored } = await formsBench()
  const file = JSON.stringify(await readReferoJson('generateQuestionnaireResponse-q.json'))
  const read = readFormFile(file)
  const form = read.ok ? read.value[0]?.form : undefined
  const name = newFormName('Bivirkninger', new Set())

  const answer = await publish({ form: { ...(form ?? besoksnotat), name }, before: null })

  expect(answer.statusCode).toBe(200)
  expect((await stored()).get('egen-bivirkninger@1')?.item).toEqual(form?.item)
})

test('a form goes out of use in all versions and comes back in the newest, under the leader’s name', async () => {
  const { publish, use, stored, now } = await formsBench()
  await publish(nextVersionDraft(kartlegging))
  const statuses = async () => {
    const all = await stored()
    return ['kartlegging@1', 'kartlegging@2'].map((one) => all.get(one)?.status)
  }

  const out = await use('kartlegging', false)
  const whileOut = await statuses()
  await use('kartlegging', true)

  expect(out.json()).toMatchObject({ form: { version: '2', status: 'retired' } })
  expect(whileOut).toEqual(['retired', 'retired'])
  expect(await statuses()).toEqual(['retired', 'active'])
  const newest = (await stored()).get('kartlegging@2')
  expect(newest === undefined ? null : useDecisionOf(newest)).toMatchObject({ at: now() })
  expect(newest?.item).toEqual(kartlegging.item)
})

test('a form that the app needs stays in use, one that waits for its assessment is not taken in here', async () => {
  const { use, stored } = await formsBench()

  const answers = await Promise.all([
    use('besoksnotat', false),
    use('news', true),
    use('egen-finnes-ikke', false),
  ])

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 404])
  expect((await stored()).get('besoksnotat@1')?.status).toBe('active')
})

test('no other role issues a form or takes one out of use, and nobody who is not signed in', async () => {
  const { publish, use, stored } = await formsBench(
    { username: 'nina', role: 'nurse' },
    { username: 'tone', role: 'hdu' },
  )

  const answers = await Promise.all(
    ['nina', 'tone', 'nobody'].flatMap((username) => [
      publish(nextVersionDraft(besoksnotat), username),
      use('kartlegging', false, username),
    ]),
  )

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 401, 401])
  expect((await stored()).size).toBe(3)
})
