import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Benchmark, Measurement } from './bench/benchmark.ts'
import { benchmarks } from './bench/benchmarks.ts'
import { loadWarning, machineText } from './bench/machine.ts'
import { tableOf } from './bench/table.ts'

const usage = [
  'npm run bench -- [NAME …] [--json] [--rounds N] [--patients N]',
  ...benchmarks.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`),
].join('\n')

const WholeNumber = z.coerce.number().int().positive()

type BenchRequest = {
  wanted: readonly Benchmark[]
  json: boolean
  rounds: number
  patients: number | null
}

/** Reads the arguments; null when they are wrong. */
function readRequest(): BenchRequest | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '5' },
        patients: { type: 'string' },
      },
    })
    const names = new Set(positionals)
    const wanted = benchmarks.filter(({ name }) => names.size === 0 || names.has(name))
    if (names.size > wanted.length && names.size > 0) return null
    return {
      wanted,
      json: values.json,
      rounds: WholeNumber.parse(values.rounds),
      patients: values.patients === undefined ? null : WholeNumber.parse(values.patients),
    }
  } catch (error) {
    if (error instanceof TypeError || error instanceof z.ZodError) return null
    throw error
  }
}

/** Runs benchmarks, and writes only the result to standard output, so that a script can read it. */
async function bench({ wanted, json, rounds, patients }: BenchRequest): Promise<void> {
  const machine = machineText()
  console.error(machine)
  const measurements: Measurement[] = []
  for (const benchmark of wanted) {
    const warning = loadWarning()
    if (warning !== null) console.error(warning)
    console.error(`${benchmark.name}: ${benchmark.about}`)
    const extent = { rounds, patients: patients ?? benchmark.patients }
    const measured = await benchmark.measure(extent)
    measurements.push(
      ...measured.map((one) =>
        warning === null ? one : { ...one, note: `${one.note}; ${warning}` },
      ),
    )
  }
  const shown = measurements.map((measured) => ({
    ...measured,
    note: `${measured.note}; ${machine}`,
  }))
  console.log(json ? JSON.stringify(shown, null, 2) : `\n${tableOf(measurements)}`)
}

const request = readRequest()
if (request === null) {
  console.error(usage)
  process.exitCode = 2
} else {
  await bench(request)
}
