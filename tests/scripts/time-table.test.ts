import { expect, test } from 'vitest'
import { cpuMeter } from '../../scripts/cpu-meter.ts'
import { exitCode } from '../../scripts/run.ts'
import { partTable, slowestFiles } from '../../scripts/time-table.ts'

test('the table has a line for each part, also where the processors’ time is not known', () => {
  const tally = { passed: 12, failed: 0 }

  const table = partTable([
    { name: 'node', seconds: 200.04, cpuSeconds: 312.5, tally },
    { name: 'browser', seconds: 99, cpuSeconds: null, tally },
  ])

  expect(table.map((line) => line.split(/\s{2,}/))).toEqual([
    ['part', 'seconds', 'CPU s', 'passed', 'failed'],
    ['node', '200.0', '312.5', '12', '0'],
    ['browser', '99.0', '–', '12', '0'],
  ])
})

test('the ten slowest files come longest first, named from the project’s folder', () => {
  const files = Array.from({ length: 12 }, (_, n) => ({ file: `/app/tests/${n}.ts`, seconds: n }))

  const [title, first, ...rest] = slowestFiles('node', files, '/app')

  expect(title).toBe('slowest of node:')
  expect(first).toBe('    11.0 s  tests/11.ts')
  expect(rest).toHaveLength(9)
})

test.runIf(process.platform === 'linux')(
  'the meter counts what the processors did for a child that ended',
  async () => {
    const cpu = cpuMeter()
    await exitCode('node', ['-e', 'const end = Date.now() + 300; while (Date.now() < end);'])

    expect(cpu()).toBeGreaterThan(0.02)
    expect(cpu()).toBe(0)
  },
)

test('the meter knows nothing where the system does not tell', () => {
  expect(cpuMeter('/nowhere/stat')()).toBeNull()
})
