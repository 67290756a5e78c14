import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { formerPatientDays, retireFormerPatients } from '#server/patients/retire-former-patients.ts'
import { readDocuments } from '#server/streams/read-documents.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { type ImportBench, importBench, testby, twelveRows } from '../../../support/import-bench.ts'

const streamOf = (zone: string) =>
  zoneStreamOf('formerPatient', {
    municipality: testby,
    world: 'real',
    zone: ZoneId.parse(zone),
  })

async function former({ services }: ImportBench, zone: string) {
  const scope = await systemScope(services.db, testby)
  const { values } = await withTenant(services.db, scope, (transaction) =>
    readDocuments(postgresStreamStore(transaction), 'formerPatient', streamOf(zone)),
  )
  return values
}

async function names(bench: ImportBench, zone: string): Promise<string[]> {
  return (await former(bench, zone)).map(({ name }) => name.family)
}

test('whoever leaves the list keeps her name in her zone, and nothing else', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  const before = (await bench.roster()).find(({ patient }) => patient.name.family === 'Bruker12')

  await bench.take(twelveRows.slice(0, 11))

  expect(await former(bench, 'nord-2')).toEqual([
    {
      patientId: before?.patient.id,
      zone: 'nord-2',
      name: { family: 'Bruker12', given: 'Test' },
      bornOn: '1940-01-12',
      ehrId: null,
      goneAt: expect.any(String),
    },
  ])
  expect(await names(bench, 'nord-1')).toEqual([])
})

test('whoever stands on the list again is not said to have left it', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  await bench.take(twelveRows.slice(0, 11))

  await bench.take(twelveRows)

  expect(await names(bench, 'nord-2')).toEqual([])
})

test('a list that is taken out again brings back whoever it left out, and keeps the name of whoever it brought', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  const { run } = await bench.take([
    ...twelveRows.slice(0, 11),
    'Ny, Bruker;;01.01.1950;Gata 1;;Nord 2;TRY;',
  ])

  await bench.restore(run)

  expect(await names(bench, 'nord-2')).toEqual(['Ny'])
})

test('a name goes when no phone can bring anything about her any more', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  await bench.take(twelveRows.slice(0, 11))
  const [{ goneAt } = { goneAt: null }] = await former(bench, 'nord-2')
  if (goneAt === null) throw new Error('Nobody left')
  const retire = async (days: number) => {
    const scope = await systemScope(bench.services.db, testby)
    return await withTenant(bench.services.db, scope, (transaction) =>
      retireFormerPatients(postgresStreamStore(transaction), streamOf('nord-2'), {
        hasher: nodeHasher,
        now: plusMinutes(goneAt, days * 24 * 60 + 1),
      }),
    )
  }

  expect(await retire(formerPatientDays - 1)).toBe(0)
  expect(await retire(formerPatientDays)).toBe(1)
  expect(await names(bench, 'nord-2')).toEqual([])
})
