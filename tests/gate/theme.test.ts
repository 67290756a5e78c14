import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildTheme } from '../../scripts/build-theme.ts'

const committed = join(import.meta.dirname, '../../src/app/page/theme')

test('the committed theme is the one that designsystemet.config.json gives', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beredt-theme-'))
  onTestFinished(() => rm(folder, { recursive: true }))

  await buildTheme(folder)

  for (const name of ['beredt.css', 'colors.d.ts']) {
    const built = await readFile(join(folder, name), 'utf8')
    expect(built).toBe(await readFile(join(committed, name), 'utf8'))
  }
})
