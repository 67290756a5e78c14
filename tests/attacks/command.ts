import { parseArgs } from 'node:util'
import { openTestCluster } from '../support/test-cluster.ts'
import { attacks } from './attacks.ts'
import { openGrounds } from './ground.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** `attack [NAME] [--json]`: see scripts/attack.ts. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const chosen = attacks.filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  )
  const unknown = positionals.filter((name) => !attacks.some((attack) => attack.name === name))
  if (unknown.length > 0) {
    say(`No attack is called ${unknown.join(', ')}. There are:`)
    for (const { name, about } of attacks) say(`${name}: ${about}`)
    return 2
  }
  const cluster = await openTestCluster()
  const grounds = openGrounds(cluster.url)
  const results: { name: string; refused: boolean; note: string }[] = []
  try {
    const width = Math.max(...chosen.map(({ name }) => name.length))
    for (const attack of chosen) {
      const { refused, note } = await grounds.visit((ground) => attack.run(ground, 'whole'))
      results.push({ name: attack.name, refused, note })
      if (values.json) continue
      say(`${attack.name.padEnd(width)}  ${refused ? 'refused  ' : 'SUCCEEDED'}  ${note}`)
    }
  } finally {
    await grounds.close()
    await cluster.close()
  }
  const succeeded = results.filter(({ refused }) => !refused)
  if (values.json) say(JSON.stringify(results, null, 2))
  else say(`${results.length} attacks, ${succeeded.length} succeeded`)
  return succeeded.length === 0 ? 0 : 1
}

process.exitCode = await runCommand(process.argv.slice(2))
