import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { check } from './check.ts'
import { havePrerequisites } from './prerequisites.ts'
import { playwrightTally, readReport, vitestTally } from './reports.ts'
import { exitCode } from './run.ts'
import { plus, runnerTally, step, type Tally, tallyLine } from './tally.ts'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.build/reports')
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

async function vitest(): Promise<Tally> {
  const code = await exitCode('vitest', [
    'run',
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ])
  return runnerTally(await readReport(vitestReport, vitestTally), code)
}

/** The whole simulation counts as one, like a step of the check; its own last line says how many seeds. */
async function simulation(): Promise<Tally> {
  const script = join(root, 'scripts/sim.ts')
  return step({ exitCode: await exitCode('node', [script, '--seeds', '300']) })
}

async function playwright(): Promise<Tally> {
  process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = playwrightReport
  const code = await exitCode('playwright', ['test', '--forbid-only', '--reporter=list,json'])
  return runnerTally(await readReport(playwrightReport, playwrightTally), code)
}

await rm(reports, { recursive: true, force: true })
await mkdir(reports, { recursive: true })

let total = step({ exitCode: havePrerequisites() ? 0 : 1 })
for (const [name, runner] of Object.entries({ check, vitest, simulation, playwright })) {
  const tally = await runner()
  console.log(`${name}: ${tallyLine(tally)}\n`)
  total = plus(total, tally)
}
console.log(tallyLine(total))
process.exitCode = total.failed === 0 ? 0 : 1
