import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '../../scripts/sim.ts')

function sim(...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
}

test('npm run sim says how many seeds it ran and how many failed', () => {
  const { status, stdout } = sim('--seeds', '3')

  expect(stdout).toBe('3 seeds, 0 failing\n')
  expect(status).toBe(0)
})

test('a seed that fails says how it is replayed, and the command fails', () => {
  const { status, stdout } = sim('--seeds', '1', '--without', 'receipt', '--pace', 'rushed')

  expect(stdout).toContain('npm run sim -- --seed 1 --without receipt --pace rushed')
  expect(stdout).toContain('1 seeds, 1 failing')
  expect(status).toBe(1)
})
