import { expect, test } from 'vitest'
import type { SaveContact } from '#contract/contacts/save-contact.ts'
import { routes } from '#contract/routes.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { LocalDate, localClock } from '#domain/time/instant.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readDocuments } from '#server/streams/read-documents.ts'
import { aContactDraft } from '../support/a-contact.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../support/test-server.ts'

const stream = municipalityStreamOf('contact', { municipality: testMunicipality, world: 'real' })

async function contactBench() {
  const bench = await testServer()
  await anAccount(bench, { username: 'leader', role: 'sectionLeader', zones: testZones })
  const headers = await signIn(bench, 'leader')
  return {
    today: localClock(bench.now()).on,
    async save(payload: SaveContact) {
      const { method, path: url } = routes.saveContact
      return await bench.server.inject({ method, url, headers, payload })
    },
    /** What phones are sent. */
    async stored(): Promise<MunicipalityContact[]> {
      const { db } = bench.services
      return await withTenant(db, await systemScope(db, testMunicipality), async (transaction) => {
        const read = await readDocuments(postgresStreamStore(transaction), 'contact', stream)
        return read.values
      })
    },
  }
}

test('a new contact is in the stream that every phone holds', async () => {
  const { save, stored, today } = await contactBench()

  const answer = await save({ draft: aContactDraft(), check: 'today', before: null })

  const contact = { ...aContactDraft(), lastCheckedOn: today }
  expect(answer.json()).toEqual({ contact })
  expect(await stored()).toEqual([contact])
})

test('a changed number has not been made sure of', async () => {
  const { save, stored, today } = await contactBench()
  await save({ draft: aContactDraft(), check: 'today', before: null })
  const before = { ...aContactDraft(), lastCheckedOn: today }
  const draft = aContactDraft({ numbers: [{ number: '900 00 199', note: null }] })

  await save({ draft, check: 'unsaid', before })

  expect(await stored()).toEqual([{ ...draft, lastCheckedOn: null }])
})

test('what another leader has changed meanwhile is not written over', async () => {
  const { save, stored } = await contactBench()
  await save({ draft: aContactDraft(), check: 'unsaid', before: null })
  const seen = { ...aContactDraft(), lastCheckedOn: null }
  await save({ draft: aContactDraft({ reserve: 'Bud' }), check: 'unsaid', before: seen })

  const late = await save({
    draft: aContactDraft({ reserve: 'Satellittelefon' }),
    check: 'unsaid',
    before: seen,
  })

  expect([late.statusCode, late.json()]).toMatchObject([409, { kind: 'changedMeanwhile' }])
  expect((await stored()).map(({ reserve }) => reserve)).toEqual(['Bud'])
})

test('a contact that is there already is not made anew', async () => {
  const { save } = await contactBench()
  await save({ draft: aContactDraft(), check: 'unsaid', before: null })

  const again = await save({ draft: aContactDraft(), check: 'today', before: null })

  expect(again.statusCode).toBe(409)
})

test('one that was never there is not changed', async () => {
  const { save, stored } = await contactBench()
  const before = { ...aContactDraft(), lastCheckedOn: LocalDate.parse('2025-01-01') }

  const answer = await save({ draft: aContactDraft(), check: 'today', before })

  expect(answer.statusCode).toBe(409)
  expect(await stored()).toEqual([])
})

test('of two leaders who save at once one is told', async () => {
  const { save, stored } = await contactBench()
  const drafts = ['Bud', 'Nødnett'].map((reserve) => aContactDraft({ reserve }))

  const answers = await Promise.all(
    drafts.map((draft) => save({ draft, check: 'unsaid', before: null })),
  )

  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]))
  expect(await stored()).toHaveLength(1)
})
