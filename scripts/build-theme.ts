import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.ts'

const root = join(import.meta.dirname, '..')
const tokens = '.build/design-tokens'
const built = '.build/theme'

/** Makes the theme that is committed in src/app/page/theme/ from designsystemet.config.json, without network. */
export async function buildTheme(into: string): Promise<void> {
  await rm(join(root, built), { recursive: true, force: true })
  await run('designsystemet', ['tokens', 'create'])
  await run('designsystemet', ['tokens', 'build', '--tokens', tokens, '--out-dir', built])
  await mkdir(into, { recursive: true })
  await copyFile(join(root, built, 'beredt.css'), join(into, 'beredt.css'))
  await copyFile(join(root, built, 'types.d.ts'), join(into, 'colors.d.ts'))
}

if (import.meta.main) await buildTheme(join(root, 'src/app/page/theme'))
