import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { check } from './check.ts'
import { cpuMeter } from './cpu-meter.ts'
import {
  type FailedTest,
  failureLines,
  playwrightFailures,
  vitestFailures,
} from './failed-tests.ts'
import { type Part, type PartResult, runLanes, type TimedPart, totalOf } from './lanes.ts'
import { havePrerequisites } from './prerequisites.ts'
import {
  type FileTime,
  playwrightFiles,
  playwrightTally,
  readReport,
  vitestFiles,
  vitestTally,
} from './reports.ts'
import { exitCode, type RunOptions } from './run.ts'
import { runnerTally, step, type Tally, tallyLine } from './tally.ts'
import { partTable, slowestFiles } from './time-table.ts'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.build/reports')
const cpu = cpuMeter()

/** Counts what the processors did for the tools of a part, each at the moment it ends. */
async function metered(
  print: (line: string) => void,
  work: (options: RunOptions) => Promise<Tally>,
): Promise<PartResult> {
  let cpuSeconds: number | null = 0
  const onEnd = () => {
    const more = cpu()
    cpuSeconds = more === null || cpuSeconds === null ? null : cpuSeconds + more
  }
  const tally = await work({ print, onEnd })
  return { tally, cpuSeconds }
}

type Runner = Part & {
  listFiles: () => Promise<FileTime[] | null>
  listFailures: () => Promise<FailedTest[] | null>
}

function vitest(name: string, ...projects: string[]): Runner {
  const report = join(reports, `${name}.json`)
  const args = [
    'run',
    '--allowOnly=false',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  return {
    name,
    run: (print) =>
      metered(print, async (options) => {
        const code = await exitCode('vitest', args, options)
        return runnerTally(await readReport(report, vitestTally), code)
      }),
    listFiles: () => readReport(report, vitestFiles),
    listFailures: () => readReport(report, vitestFailures),
  }
}

function playwright(name: string): Runner {
  const report = join(reports, `${name}.json`)
  const args = ['test', '--forbid-only', '--reporter=list,json']
  return {
    name,
    run: (print) =>
      metered(print, async (options) => {
        process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = report
        const code = await exitCode('playwright', args, options)
        return runnerTally(await readReport(report, playwrightTally), code)
      }),
    listFiles: () => readReport(report, playwrightFiles),
    listFailures: () => readReport(report, playwrightFailures),
  }
}

const prerequisites: Part = {
  name: 'prerequisites',
  run: () =>
    Promise.resolve({ tally: step({ exitCode: havePrerequisites() ? 0 : 1 }), cpuSeconds: 0 }),
}

const checks: Part = { name: 'check', run: (print) => metered(print, check) }

// The gate's own project is a step of the check.
const node = vitest('node', '!screens', '!gate')
const screens = vitest('screens', 'screens')
const browser = playwright('browser')

await rm(reports, { recursive: true, force: true })
await mkdir(reports, { recursive: true })

const print = (line: string) => console.log(line)
const started = performance.now()
// First and alone, because it builds the app that both lanes start.
const before = await runLanes([[prerequisites, checks]], print)
// One lane works the processors, the other mostly waits for pages.
const parts: TimedPart[] = [...before, ...(await runLanes([[node], [screens, browser]], print))]

for (const { name, listFiles } of [node, screens, browser]) {
  console.log(`\n${slowestFiles(name, (await listFiles()) ?? [], root).join('\n')}`)
}
for (const { listFailures } of [node, screens, browser]) {
  for (const line of failureLines((await listFailures()) ?? [], root)) console.log(line)
}
const total = totalOf(parts)
const cpuKnown = parts.flatMap(({ cpuSeconds }) => (cpuSeconds === null ? [] : [cpuSeconds]))
const whole: TimedPart = {
  name: 'all',
  seconds: (performance.now() - started) / 1000,
  cpuSeconds: cpuKnown.length === 0 ? null : cpuKnown.reduce((sum, one) => sum + one, 0),
  tally: total,
}
console.log(`\n${partTable([...parts, whole]).join('\n')}\n`)
console.log(tallyLine(total))
process.exitCode = total.failed === 0 ? 0 : 1
