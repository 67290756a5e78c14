import { expect, test } from 'vitest'
import { routes } from '#contract/routes.ts'
import type { SaveZonePlan } from '#contract/contacts/save-zone-plan.ts'
import type { Role } from '#domain/base/role.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import { localClock } from '#domain/time/instant.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readDocuments } from '#server/streams/read-documents.ts'
import { aZonePlanDraft } from '../support/a-zone-plan.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../support/test-server.ts'

const stream = municipalityStreamOf('zonePlan', { municipality: testMunicipality, world: 'real' })
const [zone, otherZone] = testZones
if (zone === undefined || otherZone === undefined) throw new Error('It has several zones.')
const draft = aZonePlanDraft({ zone })
const foreign = aZonePlanDraft({ zone: otherZone })

async function planBench(role: Role = 'sectionLeader') {
  const bench = await testServer()
  await anAccount(bench, { username: 'leader', role, zones: [draft.zone] })
  const headers = await signIn(bench, 'leader')
  return {
    today: localClock(bench.now()).on,
    async save(payload: SaveZonePlan) {
      const { method, path: url } = routes.saveZonePlan
      return await bench.server.inject({ method, url, headers, payload })
    },
    async stored() {
      const { db } = bench.services
      return await withTenant(db, await systemScope(db, testMunicipality), async (transaction) => {
        const read = await readDocuments(postgresStreamStore(transaction), 'zonePlan', stream)
        return read.values
      })
    },
  }
}

test('what a leader agrees on with her zone is in the stream that every phone holds, as gone through today', async () => {
  const { save, stored, today } = await planBench()

  const answer = await save({ draft, before: null })

  const plan = { ...draft, lastCheckedOn: today }
  expect(answer.json()).toEqual({ plan })
  expect(await stored()).toEqual([plan])
})

test('what another leader has changed meanwhile is not written over', async () => {
  const { save, stored, today } = await planBench()
  await save({ draft, before: null })
  const seen = { ...draft, lastCheckedOn: today }
  await save({ draft: { ...draft, meetingPlace: 'skolen' }, before: seen })

  const late = await save({ draft: { ...draft, meetingPlace: 'kirken' }, before: seen })

  expect(late.json()).toMatchObject({ kind: 'changedMeanwhile' })
  expect(await stored()).toMatchObject([{ meetingPlace: 'skolen' }])
})

test('a zone that is not hers is refused, and so is a nurse', async () => {
  const leader = await planBench()
  const nurse = await planBench('nurse')

  expect((await leader.save({ draft: foreign, before: null })).statusCode).toBe(403)
  expect((await nurse.save({ draft, before: null })).statusCode).toBe(403)
  expect(await leader.stored()).toEqual([])
})
