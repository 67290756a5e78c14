import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { demoMunicipality } from '#content/demo-municipality.ts'
import { demoSeed } from '#demo/demo-seed.ts'
import { prepareContent } from '#server/first-content.ts'
import { openServices } from '#server/open-services.ts'
import { systemSources } from '#server/base/sources.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeAllStreams } from '#server/streams/write-all-streams.ts'
import { noon } from '../../support/a-patient.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { pagesOfPdf } from '../../support/read-pdf.ts'
import { createTestDatabase, openTestDatabase } from '../../support/test-database.ts'

const root = join(import.meta.dirname, '../../..')
const urls = await createTestDatabase()
const folder = await mkdtemp(join(tmpdir(), 'beredt-binder-'))
afterAll(() => rm(folder, { recursive: true }))

beforeAll(async () => {
  const { db, accounts } = openTestDatabase(urls)
  const services = await openServices({ db, accounts, dataDir: folder, sources: systemSources })
  await prepareContent(services, { demo: 'on', seed: demoSeed })
  const scope = await systemScope(db, demoMunicipality)
  await withTenant(db, scope, (transaction) =>
    writeAllStreams(postgresStreamStore(transaction), demoSeed.streamsAt(noon, services.world), {
      hasher: nodeHasher,
      now: noon,
    }),
  )
})

/** Runs the command as a nightly job would. */
function binder(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/binder.ts'), ...args],
    {
      env: { ...process.env, DATABASE_URL: urls.server, DATA_DIR: folder, DEMO: '1' },
      encoding: 'utf8',
    },
  )
  return { code: status, stdout, stderr }
}

const Report = z.strictObject({
  zone: z.string(),
  file: z.string(),
  pages: z.int(),
  patients: z.int(),
  copy: z.int(),
  hash: z.string(),
  seconds: z.number(),
})

test('prints a zone from the database and answers one JSON value', async () => {
  const file = join(folder, 'nord-2.pdf')

  const { code, stdout } = binder('--zone', 'nord-2', '--out', file, '--json')
  const report = Report.parse(JSON.parse(stdout))
  const pages = pagesOfPdf(await readFile(file))

  expect(code).toBe(0)
  expect(report).toMatchObject({ zone: 'nord-2', file, copy: 1, patients: 67 })
  expect(report.pages).toBe(pages.length)
  expect(pages.join('\n')).toContain('Somby, Máret')
})

test('prints cover and lists alone when nothing has changed since a copy', async () => {
  const whole = binder('--zone', 'sor-1', '--out', join(folder, 'sor.pdf'), '--json')
  const { copy } = Report.parse(JSON.parse(whole.stdout))
  const file = join(folder, 'bytte.pdf')

  const call = ['--zone', 'sor-1', '--out', file, '--json', '--changed-since', String(copy)]
  const { code, stdout } = binder(...call)
  const pages = pagesOfPdf(await readFile(file))

  expect(code).toBe(0)
  expect(Report.parse(JSON.parse(stdout))).toMatchObject({ patients: 0, copy: copy + 1 })
  expect(pages.some((page) => page.startsWith('BST'))).toBe(true)
  expect(pages.some((page) => /^Hovedkort$/m.test(page))).toBe(false)
})

test('an unknown zone is refused with 1 and a sentence, and writes no file', async () => {
  const file = join(folder, 'nei.pdf')

  const { code, stdout, stderr } = binder('--zone', 'nord-9', '--out', file)

  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('Kommunen har ingen slik sone.')
  expect(await readdir(folder)).not.toContain('nei.pdf')
})

test.each([
  [['--zone', 'nord-2', '--out', 'x.pdf', '--changed-since', 'mandag']],
  [['--sone', 'nord-2']],
])('a wrong call %j ends with 2 and the usage', (args) => {
  const { code, stderr } = binder(...args)

  expect(code).toBe(2)
  expect(stderr).toContain('npm run binder -- --zone ID --out FIL.pdf')
})
