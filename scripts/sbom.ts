import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from './run-command.ts'
import { productionPart, writeBillOfMaterials } from './supply/bill-of-materials.ts'
import { readLock } from './supply/lock-file.ts'

const root = join(import.meta.dirname, '..')

/** Writes the bill of materials to a file or to standard output. */
async function sbom(): Promise<number> {
  const { values } = parseArgs({
    options: { production: { type: 'boolean', default: false }, out: { type: 'string' } },
  })
  const lock = readLock(root)
  const whole = await writeBillOfMaterials(root, lock)
  const bill = values.production ? productionPart(whole, lock) : whole
  const json = `${JSON.stringify(bill, null, 2)}\n`
  if (values.out === undefined) process.stdout.write(json)
  else writeFileSync(values.out, json)
  return 0
}

await runCommand(sbom)
