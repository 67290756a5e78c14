import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '../../../scripts/bench.ts')

function bench(...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
}

test('with --json standard output is the measurements and nothing else', () => {
  const small = ['--rounds', '1', '--patients', '20', '--attempts', '1']

  const { status, stdout } = bench('store', '--json', ...small)

  expect(status).toBe(0)
  const round = { unit: 'ms', median: expect.any(Number), runs: [expect.any(Number)] }
  const peers = { rxdb: expect.any(Number), 'floor:indexeddb': expect.any(Number) }
  const note = expect.stringMatching(/20 patients .* cores, load .* Node .* Chrom/)
  expect(JSON.parse(stdout)).toEqual([
    { name: 'store-write-all', ...round, peers, note },
    { name: 'store-read-all', ...round, peers, note },
  ])
})

test('a benchmark that is not there is refused, and those that are there are named', () => {
  const { status, stderr, stdout } = bench('teleport')

  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain('binder')
})
