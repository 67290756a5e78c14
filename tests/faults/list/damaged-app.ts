import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Fault } from '../fault.ts'

const root = join(import.meta.dirname, '../../..')
const damagedFiles = 100

/** The gate damages eight files in the same spec. */
export const damagedApp: Fault = {
  name: 'damaged-app',
  about: `One stored file of the app at a time, ${damagedFiles} times, is missing, empty, cut or altered; then it starts without network and with it.`,
  before:
    'Without index.html the browser’s own error page; with a script that was cut a white page, also with network.',
  async run() {
    const started = performance.now()
    const runner = join(root, 'node_modules/.bin/playwright')
    const spec = ['test', 'tests/e2e/broken-shell.spec.ts', '-g', 'any one file']
    const child = spawn(process.execPath, [runner, ...spec], {
      cwd: root,
      env: { ...process.env, BEREDT_DAMAGED_FILES: String(damagedFiles) },
      // Standard output is the answer's alone; what failed, with its seed, is seen beside it.
      stdio: ['ignore', process.stderr, process.stderr],
    })
    const [code] = await once(child, 'close')
    const seconds = Math.round((performance.now() - started) / 1000)
    const outcome = 'the rescue page or the app without network, and whole again with it'
    return {
      survived: code === 0,
      now:
        code === 0
          ? `${damagedFiles} of ${damagedFiles}: ${outcome} (${seconds} s).`
          : `Not all of ${damagedFiles}; what is written above says which file and seed.`,
    }
  },
}
