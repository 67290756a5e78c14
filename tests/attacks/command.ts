import { parseArgs } from 'node:util'
import { openTestCluster } from '../support/test-cluster.ts'
import type { Outcome } from './attack.ts'
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
  const results: { name: string; refused: boolean | null; note: string }[] = []
  try {
    const width = Math.max(...chosen.map(({ name }) => name.length))
    for (const attack of chosen) {
      const { refused, note } = await grounds.visit((ground) => attack.run(ground, 'whole'))
      results.push({ name: attack.name, refused, note })
      if (values.json) continue
      say(`${attack.name.padEnd(width)}  ${verdictOf(refused).padEnd(17)}  ${note}`)
    }
  } finally {
    await grounds.close()
    await cluster.close()
  }
  const succeeded = results.filter(({ refused }) => refused === false).length
  const unjudged = results.filter(({ refused }) => refused === null).length
  if (values.json) say(JSON.stringify(results, null, 2))
  else say(`${results.length} attacks, ${succeeded} succeeded, ${unjudged} not judged`)
  if (succeeded > 0) return 1
  return unjudged === 0 ? 0 : 3
}

function verdictOf(refused: Outcome['refused']): string {
  if (refused === null) return 'TOO BUSY TO JUDGE'
  return refused ? 'refused' : 'SUCCEEDED'
}

process.exitCode = await runCommand(process.argv.slice(2))
