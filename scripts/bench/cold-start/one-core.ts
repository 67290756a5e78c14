import { chmod, writeFile } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findChromium } from '../../chromium.ts'

/** A way to start Chromium on one processor, as a small phone would run it; null where the system has no `taskset`. */
export async function chromiumOnOneCore(folder: string): Promise<string | null> {
  const chromium = findChromium()
  if (chromium === null || spawnSync('taskset', ['-c', '0', 'true']).status !== 0) return null
  const path = join(folder, 'chromium-on-one-core')
  await writeFile(path, `#!/bin/sh\nexec taskset -c 0 '${chromium}' "$@"\n`)
  await chmod(path, 0o755)
  return path
}
