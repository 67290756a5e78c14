import { parseArgs } from 'node:util'
import { ablations, isAblation } from './ablations.ts'
import { firstShown } from './first-shown.ts'
import { isPace } from './pace.ts'
import { simulate } from './simulate.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** `sim --seeds N [--seed S] [--without NAME] [--pace NAME]`, or `sim --needed [N]`: see scripts/sim.ts. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const without = args.indexOf('--without')
  if (without !== -1 && args[without + 1] === undefined) {
    for (const [name, { consequence }] of Object.entries(ablations)) say(`${name}: ${consequence}`)
    return 0
  }
  if (args[0] === '--needed') return printNeeded(Number(args[1] ?? 300))
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string' },
      seed: { type: 'string' },
      without: { type: 'string' },
      pace: { type: 'string', default: 'usual' },
    },
  })
  const name = values.without ?? null
  if (name !== null && !isAblation(name)) {
    say(`No mechanism is called ${name}. --without alone lists them.`)
    return 2
  }
  const { pace } = values
  if (!isPace(pace)) {
    say(`No pace is called ${pace}.`)
    return 2
  }
  const first = values.seed === undefined ? 1 : Number(values.seed)
  // A seed alone replays; with a count it is where the row begins.
  const count = Number(values.seeds ?? (values.seed === undefined ? 300 : 1))
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(count) || count < 1) {
    say('--seeds and --seed take whole numbers.')
    return 2
  }
  let failing = 0
  for (let seed = first; seed < first + count; seed++) {
    const onNote = values.seed !== undefined && count === 1 ? { onNote: say } : {}
    const failure = await simulate({ seed, without: name, pace, ...onNote })
    if (failure === null) continue
    failing++
    const rules = name === null ? '' : ` --without ${name}`
    const how = pace === 'usual' ? rules : `${rules} --pace ${pace}`
    say(`seed ${seed}: ${failure}  (npm run sim -- --seed ${seed}${how})`)
  }
  say(`${count} seeds, ${failing} failing`)
  return failing === 0 ? 0 : 1
}

/** How soon each mechanism is missed, in how many lives. */
async function printNeeded(mostSeeds: number): Promise<number> {
  let unseen = 0
  for (const name of Object.keys(ablations).filter(isAblation)) {
    const shown = await firstShown(name, mostSeeds)
    if (shown === null) unseen++
    const how =
      shown === null
        ? `not within ${mostSeeds} seeds`
        : `${shown.lives} lives, seed ${shown.seed} ${shown.pace}: ${shown.failure}`
    say(`${name}: ${how}`)
  }
  return unseen === 0 ? 0 : 1
}

process.exitCode = await runCommand(process.argv.slice(2))
