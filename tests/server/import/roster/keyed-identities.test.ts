import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { PatientId } from '#domain/base/ids.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { keyIdentities } from '#server/import/roster/key-identities.ts'
import { importBench, testby, twelveRows } from '../../../support/import-bench.ts'

const system = { municipality: testby, zones: [], account: null, role: null }

function bareHash(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

test('what an earlier version stored without a key is keyed, and its patient keeps her id', async () => {
  const bench = await importBench()
  const { owner, services } = bench
  const [first = '', ...rest] = twelveRows
  await bench.take([first, ...rest])
  const before = (await bench.roster()).find(({ patient }) => patient.name.family === 'Bruker01')
  // As the version before left it: bare hashes, and the patient has left the lists since.
  await owner.deleteFrom('patientIdentity').execute()
  const key = bareHash('nameAndBirth:bruker01|test|1940-01-01')
  const patientId = PatientId.parse(before?.patient.id)
  await owner
    .insertInto('patientIdentity')
    .values({ municipalityId: testby, keyHash: key, keyId: null, patientId })
    .execute()
  await bench.take(rest)
  await owner.deleteFrom('patientIdentity').where('keyId', 'is not', null).execute()

  await keyIdentities(services.db, testby, services.identities)
  await keyIdentities(services.db, testby, services.identities)
  const rows = await owner.selectFrom('patientIdentity').select(['keyHash', 'keyId']).execute()
  await bench.take([first, ...rest])

  expect(rows).toEqual([
    { keyHash: services.identities.hash(key), keyId: services.identities.keyId },
  ])
  const after = (await bench.roster()).find(({ patient }) => patient.name.family === 'Bruker01')
  expect(after?.patient.id).toBe(before?.patient.id)
})

test('after the loss of the key whoever is on the lists is known by the next import, also who leaves with it', async () => {
  const bench = await importBench()
  const [first = '', ...rest] = twelveRows
  await bench.take([first, ...rest])
  const before = (await bench.roster()).find(({ patient }) => patient.name.family === 'Bruker01')
  await bench.owner.deleteFrom('patientIdentity').execute()

  await bench.take(rest)
  await bench.take([first, ...rest])

  const after = (await bench.roster()).find(({ patient }) => patient.name.family === 'Bruker01')
  expect(after?.patient.id).toBe(before?.patient.id)
})

test('a keyed row is deleted by nobody who comes as a tenant', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)

  const { numDeletedRows } = await withTenant(bench.services.db, system, (transaction) =>
    transaction.deleteFrom('patientIdentity').executeTakeFirstOrThrow(),
  )

  expect(numDeletedRows).toBe(0n)
})
