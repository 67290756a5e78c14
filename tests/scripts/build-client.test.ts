import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { retireAssets } from '../../scripts/build-client.ts'

const day = 24 * 60 * 60 * 1000
const now = Date.parse('2026-11-23T11:00:00Z')

async function aBuild(
  file: string,
): Promise<{ built: string; retired: string; replaceWith: (file: string) => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'beredt-build-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const built = join(folder, 'dist')
  const replaceWith = async (name: string) => {
    await rm(built, { recursive: true, force: true })
    await mkdir(join(built, 'assets'), { recursive: true })
    await writeFile(join(built, 'assets', name), name)
  }
  await replaceWith(file)
  return { built, retired: join(folder, 'retired'), replaceWith }
}

test('the parts of a version that is replaced are kept for 120 days from then on', async () => {
  const { built, retired, replaceWith } = await aBuild('a.js')
  retireAssets(built, retired, now)
  await replaceWith('b.js')
  retireAssets(built, retired, now + 119 * day)
  const kept = await readdir(join(retired, 'assets'))
  await replaceWith('c.js')

  retireAssets(built, retired, now + 121 * day)

  expect(kept.toSorted()).toEqual(['a.js', 'b.js'])
  expect((await readdir(join(retired, 'assets'))).toSorted()).toEqual(['b.js', 'c.js'])
})

test('the first build has nothing to retire', async () => {
  const { built, retired } = await aBuild('a.js')
  await rm(built, { recursive: true })

  retireAssets(built, retired, now)

  expect(await readdir(join(retired, 'assets'))).toEqual([])
})
