import { expect, test } from 'vitest'
import { StreamId } from '#domain/streams/stream.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { previewImport, takeImport } from '#server/import/roster/import-lists.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { noon } from '../../../support/a-patient.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { importBench, listHeader, testby, twelveRows } from '../../../support/import-bench.ts'

const asked = { newZones: 'asked', shrink: 'asked', columns: 'asked' } as const

function counts({ plan }: Awaited<ReturnType<Awaited<ReturnType<typeof importBench>>['take']>>) {
  return {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged.length,
    gone: plan.gone.length,
  }
}

test('a list is taken in whole, and the same list once more changes nothing', async () => {
  const bench = await importBench()

  const first = await bench.take(twelveRows)
  const before = await bench.roster()
  const second = await bench.take(twelveRows)

  expect(counts(first)).toEqual({ added: 12, changed: 0, unchanged: 0, gone: 0 })
  expect(counts(second)).toEqual({ added: 0, changed: 0, unchanged: 12, gone: 0 })
  expect(before).toHaveLength(12)
  expect(await bench.roster()).toEqual(before)
  expect(second.preview).not.toBe(first.preview)
})

test('a changed row changes its fields alone, for the same patient', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  const before = await bench.roster()

  const taken = await bench.take([
    ...twelveRows.slice(1),
    'Bruker01, Test;;01.01.1940;Soletunet, rom 14;90000001;Nord 2;BST,TRY,VEM;',
  ])

  expect(taken.plan.changed.map(({ changes }) => changes)).toEqual([
    ['zone', 'address', 'services'],
  ])
  const [after] = await bench.roster()
  expect(after?.patient).toMatchObject({ id: before[0]?.patient.id, zone: 'nord-2' })
  expect(await bench.roster()).toHaveLength(12)
})

test('a server older than what stands there takes no list in or back, and changes nothing', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  const { run } = await bench.take(twelveRows.map((row) => `${row}Penicillin`))
  const before = await bench.roster()
  const id = before[0]?.patient.id ?? ''
  const stream = StreamId.parse('testby/real/nord-1/critical')
  const { db, openStreams, hasher } = bench.services
  const newer = { kind: 'put', docId: id, schema: 'patient@2', body: { v: 2 } } as const
  await withTenant(db, await systemScope(db, testby), (transaction) =>
    writeVersions(openStreams(transaction), stream, [newer], { hasher, now: noon }),
  )

  const taken = await takeImport(bench.services, bench.request(twelveRows), {
    preview: null,
    accept: asked,
  })
  const restored = await bench.restore(run)

  const refusal = { kind: 'olderServer', documents: 1 }
  expect([taken, restored]).toEqual([
    { ok: false, refusal },
    { ok: false, refusal },
  ])
  expect(await bench.roster()).toHaveLength(11)
})

test('a list that would remove more than a fifth of a zone is refused until that is said', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)

  const refused = await bench.take(twelveRows.slice(0, 8))
  const stands = await bench.roster()
  const accepted = await bench.take(twelveRows.slice(0, 8), {
    shrink: 'accepted',
    columns: 'asked',
  })

  expect(refused).toMatchObject({ refusal: 'shrink' })
  expect(stands).toHaveLength(12)
  expect(counts(accepted)).toMatchObject({ gone: 4, unchanged: 8 })
  expect(await bench.roster()).toHaveLength(8)
})

test('a list of one zone takes nobody out of another', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)

  const taken = await bench.take(twelveRows.filter((row) => row.includes('Nord 1')))

  expect(counts(taken)).toEqual({ added: 0, changed: 0, unchanged: 6, gone: 0 })
  expect(await bench.roster()).toHaveLength(12)
})

test('a new zone is made when that is said, and a zone of another section never', async () => {
  const bench = await importBench()
  const row = 'Ny, Bruker;;01.01.1950;Gata 1;;Nord Øst;TRY;'

  const refused = await bench.take([...twelveRows, row])
  const accepted = await bench.take([...twelveRows, row], { newZones: 'accepted' })
  const foreign = await bench.take([...twelveRows, row.replace('Nord Øst', 'Sør 1')], {
    newZones: 'accepted',
  })

  expect(refused.refusal).toBe('newZones')
  expect(accepted.plan.newZones).toEqual([
    { id: 'nord-ost', name: 'Nord Øst', listedAs: ['Nord Øst'], people: 1 },
  ])
  expect((await bench.roster()).map(({ patient }) => patient.zone)).toContain('nord-ost')
  expect(foreign.refusal).toBe('foreignZones')
})

test('patients without a zone have one zone of the section, which has no name of its own', async () => {
  const bench = await importBench()
  const rows = [
    'Ny, Bruker;;01.01.1950;Gata 1;;;TRY;',
    'Ny, Andre;;02.01.1950;Gata 2;;Uten sone;TRY;',
  ]

  const taken = await bench.take(rows, { newZones: 'accepted' })
  const again = await bench.take(rows)

  expect(taken.plan.newZones).toEqual([
    { id: 'without-zone', name: null, listedAs: [null], people: 2 },
  ])
  expect(zoneText(null)).toBe('Uten sone')
  expect(again.refusal).toBeNull()
  expect(again.plan.newZones).toEqual([])
})

test('who comes back after weeks away has the id that she had', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  const id = (await bench.roster())[0]?.patient.id

  await bench.take(twelveRows.slice(1))
  await bench.take(twelveRows)

  expect((await bench.roster())[0]?.patient).toMatchObject({ name: { family: 'Bruker01' }, id })
})

test('who gets the number that another had is a patient of her own, then and weeks later', async () => {
  const bench = await importBench()
  const kari = 'Dahl, Kari;;01.01.1950;Gata 1;90000050;Nord 1;BST;'
  const asList = (rows: readonly string[]) => ({
    ...bench.request([]),
    bytes: new TextEncoder().encode([`Løpenr;${listHeader}`, ...rows].join('\r\n')),
  })
  const take = async (rows: readonly string[]) => {
    const accept = { newZones: 'asked', shrink: 'accepted', columns: 'asked' } as const
    const taken = await takeImport(bench.services, asList(rows), { preview: null, accept })
    if (!taken.ok) throw new Error(taken.refusal.kind)
    return (await bench.roster()).map(({ patient }) => patient)
  }
  const nils = 'Moe, Nils;;02.02.1951;Gata 2;90000051;Nord 1;BST;'
  const [first] = await take([`1;${kari}`])

  const [second] = await take([`1;${nils}`])
  const [third] = await take([`1;${kari}`])

  expect(second?.name.family).toBe('Moe')
  expect(second?.id).not.toBe(first?.id)
  expect(third?.id).toBe(first?.id)
})

test('a patient whose line is torn stays as she was', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)

  const taken = await bench.take([...twelveRows.slice(0, 11), 'Bruker12, Test;;12.01'])

  expect(counts(taken)).toMatchObject({ unchanged: 11, gone: 0 })
  expect(taken.list.unreadable).toMatchObject([{ line: 13, reason: { kind: 'torn' } }])
  expect(taken.plan.keptLines).toEqual([13])
  expect(await bench.roster()).toHaveLength(12)
})

test('a protected address and phone go to the protected class alone', async () => {
  const bench = await importBench()
  await bench.take([...twelveRows, 'Skjult, Kari;;01.01.1950;FORTROLIG;90000099;Nord 1;BST;'])

  const record = (await bench.roster()).find(({ patient }) => patient.name.family === 'Skjult')

  expect(record?.patient).toMatchObject({
    addressProtection: 'confidential',
    address: null,
    phone: null,
  })
  expect(record?.protectedDetails).toMatchObject({ address: null, phone: '900 00 099' })
})

test('what was previewed is what is taken, or nothing', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  const request = bench.request(twelveRows.slice(0, 11))
  const shown = await previewImport(bench.services, request)
  const preview = shown.ok ? shown.value.preview : null
  await bench.take([...twelveRows, 'Ny, Bruker;;01.01.1950;Gata 1;;Nord 1;TRY;'])

  const late = await takeImport(bench.services, request, { preview, accept: asked })

  expect(late).toMatchObject({ ok: true, value: { refusal: { kind: 'changedMeanwhile' } } })
  expect(await bench.roster()).toHaveLength(13)
})

test('of two imports at the same moment one is taken and the other told', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  const lists = ['Ny, En', 'Ny, To', 'Ny, Tre'].map((name) => [
    ...twelveRows,
    `${name};;01.01.1950;Gata 1;;Nord 1;TRY;`,
  ])

  const taken = await Promise.all(lists.map((rows) => bench.take(rows)))

  const outcomes = taken.map(({ refusal }) => refusal)
  expect(outcomes.filter((refusal) => refusal === null).length).toBeGreaterThanOrEqual(1)
  expect(outcomes.every((refusal) => refusal === null || refusal === 'changedMeanwhile')).toBe(true)
  expect(await bench.roster()).toHaveLength(13)
})

test('what is taken in has a priority proposed from it, until somebody confirms one', async () => {
  const bench = await importBench()
  await bench.take([
    'Bruker01, Test;;01.01.1940;Gata 1;90000001;Nord 1;VEM;',
    'Bruker02, Test;;02.01.1940;Gata 2;90000002;Nord 1;BST;',
    'Bruker03, Test;;03.01.1940;Gata 3;90000003;Nord 1;MAT;',
  ])

  const priorities = (await bench.roster()).map(({ patient }) => patient.priority)

  expect(priorities).toEqual([
    { level: 'P3', reasons: [{ kind: 'medicineDispenser', level: 'P3' }], confirmed: null },
    { level: 'P1', reasons: [{ kind: 'powerNotMapped', level: 'P1' }], confirmed: null },
    { level: 'P4', reasons: [], confirmed: null },
  ])
})

test("devices are read by the municipality's own kinds, not by the defaults", async () => {
  const bench = await importBench()
  const iceMachine = { id: 'ice-machine', title: 'Iskremmaskin', defaultPriority: 'P3' }
  await bench.writeSystems([
    {
      docId: 'device-kind-ice-machine',
      schema: 'deviceKind@1',
      body: { ...iceMachine, synonyms: ['softis'], priorityWithReserve: null, atLoss: 'Smelter.' },
    },
  ])
  const text =
    'Navn;Født;Sone;Hjelpemiddel\r\nBruker01, Test;01.01.1940;Nord 1;Softis 3 l\r\nBruker02, Test;02.01.1940;Nord 1;CPAP'

  const taken = await takeImport(
    bench.services,
    { ...bench.request([]), bytes: new TextEncoder().encode(text) },
    { preview: null, accept: asked },
  )

  expect((await bench.roster()).map(({ patient }) => patient)).toMatchObject([
    { devices: [{ kind: 'ice-machine', listedAs: 'Softis 3 l' }], priority: { level: 'P3' } },
    { devices: [{ kind: null, listedAs: 'CPAP' }], priority: { level: 'P1' } },
  ])
  expect(taken.ok && taken.value.plan.unknownDevices).toEqual([{ line: 3, listedAs: 'CPAP' }])
})
