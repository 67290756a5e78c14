import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { benchDocuments, changedPatients, withBenchServer } from './bench-server.ts'
import { type Benchmark, measurementOf } from './benchmark.ts'
import { benchPageFolder, buildBenchPage, runInPage, withBrowser } from './browser-page.ts'
import { sameBytesPath } from './page/sync/first-sync-account.ts'

export const firstSync: Benchmark = {
  name: 'first-sync',
  about: 'a new phone fetches everything over HTTP; beside the same bytes as a plain page',
  patients: 10_000,
  async measure(extent) {
    await buildBenchPage()
    await writeSameBytes(extent.patients)
    const {
      all = {},
      critical = {},
      delta = {},
    } = await withBenchServer(
      { patients: extent.patients, clientFolder: benchPageFolder },
      (url, change) =>
        withBrowser((context) =>
          runInPage(context, url, { name: 'firstSync', extent }, { beredtChange: change }),
        ),
    )
    const from = 'from the server on PostgreSQL, verified, sealed and shown'
    return [
      measurementOf(
        'first-sync',
        `${extent.patients} patients with all their details ${from}`,
        all,
        { atMost: { peer: 'floor:static-page', times: 2 } },
      ),
      measurementOf(
        'first-sync-lists',
        `the part of it until ${extent.patients} patients stand on the lists`,
        critical,
      ),
      measurementOf(
        'delta',
        `a cycle that brings ${changedPatients} changed patients of ${extent.patients}`,
        delta,
      ),
    ]
  },
}

function writeSameBytes(patients: number): Promise<void> {
  const documents = benchDocuments(patients).flatMap(({ documents }) => documents)
  return writeFile(join(benchPageFolder, sameBytesPath), JSON.stringify(documents))
}
