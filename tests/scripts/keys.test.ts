import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openServerKeys, readServerKeys } from '#server/keys/keys.ts'
import { noon } from '../support/a-patient.ts'
import { aDataFolder } from '../support/data-folder.ts'

const root = join(import.meta.dirname, '../..')

function run(dataDir: string, ...wanted: string[]) {
  const env = { ...process.env, DATA_DIR: dataDir }
  const options = { cwd: root, env, encoding: 'utf8' } as const
  return spawnSync(process.execPath, ['scripts/keys.ts', ...wanted], options)
}

test('the command shows the root, makes new keys, and refuses in words without the root key', async () => {
  const dataDir = await aDataFolder()
  const { signed } = await openServerKeys(dataDir, noon)

  const shown = run(dataDir, 'show')
  const rotated = run(dataDir, 'rotate', 'sealing')
  const after = await readServerKeys(dataDir)
  await rm(join(dataDir, 'keys/root.json'))
  const refused = run(dataDir, 'rotate', 'signing')

  expect(shown.stdout).toContain(`#rot=${signed.keySet.kid}`)
  expect([rotated.status, after?.signed.keySet.version]).toEqual([0, 2])
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('root.json')])
})

test.each([
  ['nothing', []],
  ['another purpose', ['rotate', 'certificates']],
  ['a revocation without its moment', ['rotate', 'signing', '--revoke', 'k'.repeat(43)]],
  ['a key that is none', ['rotate', 'signing', '--revoke', 'k', '--since', noon]],
])('%s is no call, and changes nothing', async (_, wanted) => {
  const dataDir = await aDataFolder()
  const { signed } = await openServerKeys(dataDir, noon)

  const answer = run(dataDir, ...wanted)

  expect([answer.status, answer.stderr]).toEqual([2, expect.stringContaining('npm run keys')])
  expect((await readServerKeys(dataDir))?.signed).toEqual(signed)
})
