import { parseArgs } from 'node:util'
import { faults } from './faults.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** `faults [NAME …] [--json]`: see scripts/faults.ts. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const unknown = positionals.filter((name) => !faults.some((fault) => fault.name === name))
  if (unknown.length > 0) {
    say(`No fault is called ${unknown.join(', ')}. There are:`)
    for (const { name, about } of faults) say(`${name}: ${about}`)
    return 2
  }
  const chosen = faults.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const results: { name: string; survived: boolean; before: string; now: string }[] = []
  for (const { name, about, before, run } of chosen) {
    if (!values.json) say(`${name}: ${about}\n  before: ${before}`)
    const { survived, now } = await run()
    results.push({ name, survived, before, now })
    if (!values.json) say(`  now:    ${survived ? '' : 'NOT SURVIVED. '}${now}`)
  }
  const failed = results.filter(({ survived }) => !survived)
  if (values.json) say(JSON.stringify(results, null, 2))
  else say(`${results.length} faults, ${failed.length} not survived`)
  return failed.length === 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = await runCommand(process.argv.slice(2))
