import { exitCode, type RunOptions } from './run.ts'
import { unansweredCode } from './supply/unanswered-code.ts'
import { nothing, plus, step, type Tally, tallyLine } from './tally.ts'

/** Size and rules come last: they look at what build made. The rules are tests of the tree itself (`tests/gate/`). */
const steps = [
  { name: 'format', tool: 'oxfmt', args: ['--check'] },
  { name: 'lint', tool: 'oxlint', args: [] },
  { name: 'types', tool: 'tsc', args: ['-b'] },
  { name: 'unused', tool: 'knip', args: ['--no-config-hints'] },
  { name: 'uncalled', tool: 'knip', args: ['--production'] },
  { name: 'audit', tool: 'node', args: ['scripts/audit.ts'] },
  { name: 'build', tool: 'vite', args: ['build', '--logLevel', 'warn'] },
  { name: 'size', tool: 'size-limit', args: [] },
  { name: 'rules', tool: 'vitest', args: ['run', '--allowOnly=false', '--project=gate'] },
]

/** Runs every step, also after one has failed, so that one run shows all there is to mend. */
export async function check(options: RunOptions = {}): Promise<Tally> {
  const print = options.print ?? ((line) => console.log(line))
  let tally = nothing
  for (const { name, tool, args } of steps) {
    const started = performance.now()
    const code = await exitCode(tool, args, options)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    if (code === unansweredCode) {
      // It has neither passed nor failed, and is counted as neither.
      print(`SKIPPED ${name} (${seconds} s)`)
      continue
    }
    print(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
    tally = plus(tally, step({ exitCode: code }))
  }
  return tally
}

if (import.meta.main) {
  const tally = await check()
  console.log(tallyLine(tally))
  process.exitCode = tally.failed === 0 ? 0 : 1
}
