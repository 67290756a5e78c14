import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * Attacks a server and phones that it makes itself: `npm run attack [-- NAME] [--json]`. It exits with 1 when an attack
 * succeeded, with 2 and the list of attacks when none is called NAME, and with 3 when the machine was too busy to judge one.
 */
const command = join(import.meta.dirname, '../tests/attacks/command.ts')
const child = spawn(process.execPath, [command, ...process.argv.slice(2)], { stdio: 'inherit' })
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
