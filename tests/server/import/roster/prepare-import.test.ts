import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { previewImport, takeImport } from '#server/import/roster/import-lists.ts'
import { importBench, type ImportBench, twelveRows } from '../../../support/import-bench.ts'

const asked = { newZones: 'asked', shrink: 'asked', columns: 'asked' } as const
const nordsPatients = 'testby/real/nord-1/critical'

/** The bench's services and a request, which count what an import asks for. */
function countedImport(bench: ImportBench, rows: readonly string[], whileReading = async () => {}) {
  const counts = { files: 0, rosters: 0, zones: 0 }
  const zoneCounter: KyselyPlugin = {
    transformQuery({ node }) {
      const isOfZones =
        node.kind === 'SelectQueryNode' && JSON.stringify(node.from).includes('"zone"')
      if (isOfZones) counts.zones += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const services: ImportBench['services'] = {
    ...bench.services,
    db: bench.services.db.withPlugin(zoneCounter),
    openStreams(transaction) {
      const streams = bench.services.openStreams(transaction)
      return {
        ...streams,
        async listDocuments(stream, page) {
          const documents = await streams.listDocuments(stream, page)
          if (stream !== nordsPatients) return documents
          counts.rosters += 1
          await whileReading()
          return documents
        },
      }
    },
  }
  const { bytes, ...rest } = bench.request(rows)
  const request = {
    ...rest,
    get bytes() {
      counts.files += 1
      return bytes
    },
  }
  return { counts, services, request }
}

test('a preview reads its file, the roster and the zones once', async () => {
  const bench = await importBench()
  const { counts, services, request } = countedImport(bench, twelveRows)

  await previewImport(services, request)

  expect(counts).toEqual({ files: 1, rosters: 1, zones: 1 })
})

test('a list that is taken is read and planned once; under the lock only the zones are compared', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  const rows = [...twelveRows, 'Ny, Bruker;;01.01.1950;Gata 1;;Nord 1;TRY;']
  const shown = await previewImport(bench.services, bench.request(rows))
  const { counts, services, request } = countedImport(bench, rows)

  const taken = await takeImport(services, request, {
    preview: shown.ok ? shown.value.preview : null,
    accept: asked,
  })

  expect(taken).toMatchObject({ ok: true, value: { refusal: null } })
  expect(counts).toEqual({ files: 1, rosters: 1, zones: 2 })
  expect(await bench.roster()).toHaveLength(13)
})

test('a list that another import overtakes is refused, and neither read nor planned again', async () => {
  const bench = await importBench()
  await bench.take(twelveRows)
  const other = [...twelveRows, 'Ny, Bruker;;01.01.1950;Gata 1;;Nord 1;TRY;']
  const overtaken = countedImport(bench, twelveRows, async () => {
    await bench.take(other)
  })

  const taken = await takeImport(overtaken.services, overtaken.request, {
    preview: null,
    accept: asked,
  })

  expect(taken).toMatchObject({ ok: true, value: { refusal: { kind: 'changedMeanwhile' } } })
  expect(overtaken.counts).toEqual({ files: 1, rosters: 1, zones: 2 })
  expect(await bench.roster()).toHaveLength(13)
})

test('a list whose zone another import makes meanwhile is refused', async () => {
  const bench = await importBench()
  const rows = [...twelveRows, 'Ny, Bruker;;01.01.1950;Gata 1;;Nord Øst;TRY;']
  const overtaken = countedImport(bench, rows, async () => {
    await bench.take(rows.slice(-1), { newZones: 'accepted' })
  })

  const taken = await takeImport(overtaken.services, overtaken.request, {
    preview: null,
    accept: { newZones: 'accepted', shrink: 'asked', columns: 'asked' },
  })

  expect(taken).toMatchObject({ ok: true, value: { refusal: { kind: 'changedMeanwhile' } } })
  expect(await bench.roster()).toHaveLength(1)
})
