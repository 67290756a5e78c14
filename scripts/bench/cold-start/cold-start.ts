import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildClient, clientFolder, isClientOld } from '../../build-client.ts'
import { withBenchServer } from '../bench-server.ts'
import { type Benchmark, type Measurement, measurementOf } from '../benchmark.ts'
import { installFloorPage } from './floor-page.ts'
import { chromiumOnOneCore } from './one-core.ts'
import { readyPhone } from './ready-phone.ts'
import { type Installed, startOver } from './start-over.ts'

const code = '471108'

/** Where a phone opens that has been used: the list of those who need power. */
const listPath = '/lister/bst'
const maxRows = 100

export const coldStart: Benchmark = {
  name: 'cold-start',
  about:
    'the app itself, without server, in a browser that was closed; beside a page without a framework that does the same, and a static page',
  patients: 400,
  async measure({ patients, rounds }) {
    if (isClientOld()) await buildClient(() => {})
    const folder = await mkdtemp(join(tmpdir(), 'beredt-bench-phone-'))
    try {
      const profile = join(folder, 'profile')
      const app = await withBenchServer({ patients, clientFolder }, async (url) => {
        await readyPhone(profile, url, code)
        return `${url}${listPath}`
      })
      const floor = await installFloorPage(profile, { code, patients })
      // From here on nobody answers at these addresses.
      const rows = Math.min(maxRows, Math.ceil(patients / 5))
      const installed = { profile, app, floor, code, rows }
      const where = `${patients} patients, server stopped, browser started anew`
      const oneCore = await chromiumOnOneCore(folder)
      return [
        ...(await measureStart(installed, { rounds, executablePath: null, suffix: '', where })),
        ...(oneCore === null
          ? []
          : await measureStart(installed, {
              rounds,
              executablePath: oneCore,
              suffix: '-one-core',
              where: `${where} on one core`,
            })),
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function measureStart(
  installed: Installed,
  {
    suffix,
    where,
    ...start
  }: { rounds: number; executablePath: string | null; suffix: string; where: string },
): Promise<Measurement[]> {
  const { digit, list } = await startOver(installed, start)
  return [
    measurementOf(
      `cold-start${suffix}`,
      `to the keypad and, with the code typed at once, to the list; ${where}`,
      list,
      { atMost: { peer: 'floor:page', times: 1.5 } },
    ),
    measurementOf(
      `cold-start-first-digit${suffix}`,
      `until the keypad has taken a digit; ${where}`,
      digit,
      { atMost: { peer: 'floor:static-page', times: 2 } },
    ),
  ]
}
