import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * Breaks what Beredt stands on and tells what was seen before and what is seen now: `npm run faults [-- NAME …] [--json]`.
 * It exits with 1 when a fault was not survived, and with 2 and the list of faults when none is called NAME.
 */
const command = join(import.meta.dirname, '../tests/faults/command.ts')
const child = spawn(process.execPath, [command, ...process.argv.slice(2)], { stdio: 'inherit' })
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
