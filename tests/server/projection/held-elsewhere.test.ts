import { expect, test } from 'vitest'
import { type EntryId, ZoneId } from '#domain/base/ids.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { enrolledDevice } from '../../support/sync-bench.ts'
import { anAccount, signIn, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const crypto = webCryptoOf(services.keys.current())
const rights = await rightsBench(bench, crypto)
const north = ZoneId.parse('nord-1')
const middle = ZoneId.parse('nord-2')
const south = ZoneId.parse('sor-1')
await anAccount(bench, { username: 'nurse', role: 'nurse', zones: [north] })
await anAccount(bench, { username: 'leader', role: 'sectionLeader', zones: [north] })
await anAccount(bench, { username: 'far', role: 'sectionLeader', zones: [middle] })
const phone = await enrolledDevice(server, await signIn(bench, 'nurse'), crypto)
await phone.sync()

/** What stands in the journals of the three zones about an entry. */
async function told(entryId: EntryId): Promise<(string | null)[]> {
  const found = await Promise.all(
    [north, middle, south].map((zone) => rights.journal(zone, entryId)),
  )
  return found.map((document) => document?.schema ?? null)
}

async function decide(username: string, entryId: EntryId, decision: object): Promise<void> {
  const headers = await signIn(bench, username)
  const payload = { entryId, decision }
  const url = '/api/held-entries/decide'
  const answer = await server.inject({ method: 'POST', url, headers, payload })
  expect(answer.statusCode).toBe(200)
}

test('the patient’s own zone sees that a note about her waits, whatever zone the entry names', async () => {
  const patientId = await rights.aPatient(south)

  const ofOwnZone = await rights.send(phone, { zone: north, patientId })
  const ofForeign = await rights.send(phone, { zone: middle, patientId })

  expect(await rights.outcome(ofOwnZone)).toBe('held patient')
  expect(await told(ofOwnZone)).toEqual([null, null, 'heldNote@1'])
  expect(await rights.outcome(ofForeign)).toBe('held zone')
  expect(await told(ofForeign)).toEqual([null, null, 'heldNote@1'])
})

test('a patient who is on no list is waited for where the author works, and nowhere else', async () => {
  const gone = await rights.aPatient(north)
  await rights.leaves(gone, north)
  bench.passMinutes(10)
  await phone.sync()

  const ofOwnZone = await rights.send(phone, { zone: north, patientId: gone })
  const ofForeign = await rights.send(phone, { zone: middle, patientId: gone })

  expect(await told(ofOwnZone)).toEqual(['heldNote@1', null, null])
  expect(await rights.outcome(ofForeign)).toBe('held zone')
  expect(await told(ofForeign)).toEqual([null, null, null])
})

test('a zone sees that a note about itself waits', async () => {
  const entryId = await rights.send(phone, { zone: middle, patientId: null })

  expect(await told(entryId)).toEqual([null, 'heldNote@1', null])
})

test('a note that is taken in stands in the patient’s own journal', async () => {
  const patientId = await rights.aPatient(south)
  const entryId = await rights.send(phone, { zone: north, patientId })

  await decide('leader', entryId, { kind: 'taken' })

  expect(await told(entryId)).toEqual([null, null, 'note@1'])
  expect((await rights.journal(south, entryId))?.body).toMatchObject({ patientId, zone: north })
})

test('a note that is rejected waits in the patient’s own zone no more', async () => {
  const patientId = await rights.aPatient(south)
  const entryId = await rights.send(phone, { zone: north, patientId })

  await decide('leader', entryId, { kind: 'rejected', reason: 'Skrevet på feil bruker' })

  expect(await told(entryId)).toEqual([null, null, null])
})

test('a note that waited nowhere is taken into the journal that it names', async () => {
  const gone = await rights.aPatient(north)
  await rights.leaves(gone, north)
  const entryId = await rights.send(phone, { zone: middle, patientId: gone })

  await decide('far', entryId, { kind: 'taken' })

  expect(await told(entryId)).toEqual([null, 'note@1', null])
})
