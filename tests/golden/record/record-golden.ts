import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { presentVersion, versionFolder } from '../golden-files.ts'
import { packClient } from '../packed-client.ts'
import { buildClient, clientFolder } from '../../../scripts/build-client.ts'
import { runCommand } from '../../../scripts/run-command.ts'

const root = join(import.meta.dirname, '../../..')

/**
 * Records the present version's golden files: messages, signed samples, both databases of a device, the built client.
 * It adds what is missing and changes nothing that lies there. `--anew` deletes the version's files first, which is
 * only right as long as nobody has that version.
 */
async function record(): Promise<number> {
  const { values } = parseArgs({ options: { anew: { type: 'boolean', default: false } } })
  const folder = versionFolder(presentVersion)
  const samples = join(root, `tests/storage/samples/version-${presentVersion}`)
  const client = join(folder, 'client.br')
  if (values.anew) {
    await Promise.all([folder, samples].map((one) => rm(one, { recursive: true, force: true })))
  }
  await mkdir(folder, { recursive: true })

  await run('node_modules/vitest/vitest.mjs', [
    'run',
    '--root',
    root,
    '--config',
    'tests/golden/record/vitest.config.ts',
  ])
  if (!existsSync(samples)) {
    await run('tests/storage/samples/write-sample.ts', [String(presentVersion)])
  }
  if (!existsSync(client)) {
    await buildClient(() => {})
    const { bytes } = await packClient(clientFolder, client)
    // oxlint-disable-next-line no-console -- a command says what it did
    console.log(`The built client takes ${Math.ceil(bytes / 1024)} KiB.`)
  }
  return 0
}

async function run(file: string, options: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [file, ...options], { cwd: root, stdio: 'inherit' })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`${file} ended with ${code}.`)
}

await runCommand(record)
