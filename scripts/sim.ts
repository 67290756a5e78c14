import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * Runs the sync simulation: `npm run sim -- --seeds N [--seed S] [--without NAME] [--pace NAME]`. A seed
 * alone replays and tells what happens; `--without` alone lists the mechanisms that can be left out; in a `rushed` pace
 * what seldom meets meets often. `--needed [N]` leaves out each mechanism and tells in how many lives that is seen.
 */
const command = join(import.meta.dirname, '../tests/simulation/command.ts')
const child = spawn(process.execPath, [command, ...process.argv.slice(2)], { stdio: 'inherit' })
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
