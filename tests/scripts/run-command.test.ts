import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openServerKeys } from '#server/keys/keys.ts'
import { openLog } from '#server/base/log.ts'
import { openSystem } from '#server/system.ts'
import { aDataFolder, embeddedIn } from '../support/data-folder.ts'
import { describeFault } from '../../scripts/run-command.ts'
import { noon } from '../support/a-patient.ts'

const root = join(import.meta.dirname, '../..')

/** A command that must fail, with nothing but these variables set. */
function fail(script: string, args: readonly string[], variables: Record<string, string>) {
  const { status, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', ...variables },
    encoding: 'utf8',
    // A server that starts after all would never end.
    timeout: 60_000,
  })
  return { status, said: stderr.trim() }
}

test('a port in use is said, and what to do about it', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  const failed = fail('scripts/start.ts', [], { DATA_DIR: await aDataFolder(), PORT: String(port) })

  expect(failed.status).toBe(1)
  expect(failed.said).toContain(`Porten ${port} er i bruk.`)
  expect(failed.said).not.toContain('    at ')
}, 180_000)

test('a variable that is not right is named', () => {
  const failed = fail('scripts/import.ts', [import.meta.filename, '--section', 'nord'], {
    PORT: 'abc',
  })

  expect(failed.status).toBe(1)
  expect(failed.said).toContain('Miljøvariablene er ikke riktige')
  expect(failed.said).toContain('PORT')
})

test('keys that are missing or others end every command with what to do, and change nothing', async () => {
  const dataDir = await aDataFolder()
  const list = join(dataDir, 'list.csv')
  await writeFile(list, 'Løpenr;Etternavn;Fornavn;Født;Sone\n')
  const system = await openSystem(embeddedIn(dataDir), openLog('silent'))
  const keys = join(dataDir, 'keys')
  await rename(keys, `${keys}.away`)
  const variables = { DATA_DIR: dataDir, PORT: '0', DATABASE_URL: '' }

  const commands: [string, string[]][] = [
    ['scripts/start.ts', []],
    ['scripts/import.ts', [list, '--section', 'nord']],
    ['scripts/binder.ts', ['--zone', 'nord-1', '--out', join(dataDir, 'x.pdf')]],
  ]
  const missing = commands.map(([script, args]) => fail(script, args, variables))
  const isMade = existsSync(keys)
  await openServerKeys(dataDir, noon)
  const foreign = commands.map(([script, args]) => fail(script, args, variables))
  await system.close()

  expect(missing.map(({ status }) => status)).toEqual([1, 1, 1])
  for (const { said } of missing) expect(said).toContain(`Serverens nøkler mangler i ${keys}`)
  expect(isMade).toBe(false)
  expect(foreign.map(({ status }) => status)).toEqual([1, 1, 1])
  for (const { said } of foreign) expect(said).toContain('Databasen hører til andre nøkler')
  for (const { said } of [...missing, ...foreign]) expect(said).not.toContain('    at ')
}, 180_000)

test('a database that is lost during a command is reported', () => {
  const lost = new Error('Connection terminated unexpectedly')

  expect(describeFault(lost)).toContain('Kjør kommandoen igjen')
  expect(describeFault(new Error('failed', { cause: lost }))).toContain('Kjør kommandoen igjen')
})

test('a database that is not there is said', () => {
  const failed = fail('scripts/binder.ts', ['--zone', 'nord-1', '--out', 'x.pdf'], {
    DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z',
  })

  expect(failed.status).toBe(1)
  expect(failed.said).toContain('Får ikke kontakt med databasen i DATABASE_URL.')
})

test.each([
  [{ code: 'EACCES', syscall: 'mkdir', path: '/srv/data' }, 'Får ikke skrevet til /srv/data.'],
  [{ code: 'ENOSPC', syscall: 'write' }, 'Disken er full.'],
  [{ code: '53100' }, 'Frigjør plass på disken der databasen ligger, og prøv igjen.'],
  [{ code: 'EADDRNOTAVAIL', syscall: 'listen', address: '10.1.2.3' }, 'ikke adressen 10.1.2.3'],
])('%j is said in a sentence, also as a cause', (fault, sentence) => {
  const cause = Object.assign(new Error('fault'), fault)

  expect(describeFault(cause)).toContain(sentence)
  expect(describeFault(new Error('The work could not be done.', { cause }))).toContain(sentence)
})

test('a fault of ours is not made to look like anything else', () => {
  expect(describeFault(new TypeError('x is not a function'))).toBeNull()
})
