import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { demoSeed } from '#demo/demo-seed.ts'
import { demoMunicipality } from '#content/demo-municipality.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { prepareContent } from '#server/first-content.ts'
import type { ImportOptions } from '#server/import/command/import-options.ts'
import { runImport } from '#server/import/command/run-import.ts'
import type { AcceptedQuestions } from '#server/import/roster/import-lists.ts'
import { readList } from '#server/import/read-list.ts'
import { listRoster } from '#server/import/roster/roster-documents.ts'
import { openServices } from '#server/open-services.ts'
import { systemSources } from '#server/base/sources.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { windows1252Bytes } from '../../support/a-list.ts'
import { createTestDatabase, openTestDatabase } from '../../support/test-database.ts'

const root = join(import.meta.dirname, '../../..')
const urls = await createTestDatabase()
const folder = await mkdtemp(join(tmpdir(), 'beredt-import-'))
afterAll(() => rm(folder, { recursive: true }))

const header = 'Løpenr;Etternavn;Fornavn;Født;Sone'
const { db, accounts } = openTestDatabase(urls)
const services = await openServices({ db, accounts, dataDir: folder, sources: systemSources })
let rows: string[] = []

/** The demo's zone Nord 1 as its EHR would list it. */
beforeAll(async () => {
  await prepareContent(services, { demo: 'on', seed: demoSeed })
  const scope = await systemScope(db, demoMunicipality)
  const { records } = await withTenant(db, scope, (transaction) =>
    listRoster(
      {
        streams: postgresStreamStore(transaction),
        municipality: demoMunicipality,
        world: services.world,
      },
      [ZoneId.parse('nord-1')],
    ),
  )
  rows = records.map(({ patient: { ehrId, name, bornOn } }) =>
    [ehrId, name.family, name.given, bornOn, 'nord-1'].join(';'),
  )
})

/** Runs the command as a nightly job would. */
function runCommand(...args: string[]): Ran {
  return runCommandAt(urls.server, ...args)
}

type Ran = { code: number | null; stdout: string; stderr: string }

function runCommandAt(url: string, ...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/import.ts'), ...args],
    {
      env: { ...process.env, DATABASE_URL: url, DATA_DIR: folder, DEMO: '1' },
      encoding: 'utf8',
    },
  )
  return { code: status, stdout, stderr }
}

async function aFile(name: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, lines.join('\r\n'))
  return file
}

const Answer = z.strictObject({
  file: z.string(),
  section: z.string(),
  rows: z.int(),
  people: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  gone: z.int(),
  merged: z.int(),
  skipped: z.int(),
  services: z.record(z.string(), z.int()),
  sinceList: z.object({ confirmed: z.int(), contradicted: z.int(), left: z.int() }),
  unreadable: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
  warnings: z.array(z.strictObject({ line: z.int(), kind: z.string(), text: z.string() })),
  taken: z.boolean(),
})

function answerOf(
  file: string,
  ...more: string[]
): { code: number | null; answer: z.infer<typeof Answer> } {
  const { code, stdout } = runCommand(file, '--section', 'nord', '--json', ...more)
  return { code, answer: Answer.parse(JSON.parse(stdout)) }
}

/** The command's work without starting a process and a thread, which takes ten times longer. */
async function importHere(
  file: string,
  accept: Partial<AcceptedQuestions> = {},
): Promise<{ code: number; answer: z.infer<typeof Answer> }> {
  const options: ImportOptions = {
    file,
    section: 'nord',
    municipality: null,
    mapping: null,
    mode: 'take',
    accept: { newZones: 'asked', shrink: 'asked', columns: 'asked', ...accept },
  }
  const here: typeof services.imports = {
    ...services.imports,
    readList: (bytes, context) => Promise.resolve(readList(bytes, context)),
  }
  const { exitCode, answer } = await runImport(here, options, await readFile(file))
  return { code: exitCode, answer: Answer.parse(answer) }
}

describe('npm run import', () => {
  test('answers one JSON value whose rows add up, and says nothing new the second time', async () => {
    const file = await aFile('hel.csv', ['Uke 48', header, ...rows, rows[0] ?? '', 'A-1;Torn'])
    const first = answerOf(file)
    const second = await importHere(file)

    expect(first).toMatchObject({
      code: 0,
      answer: {
        file,
        section: 'nord',
        rows: 69,
        people: 67,
        merged: 1,
        added: 0,
        gone: 0,
        taken: true,
      },
    })
    expect(first.answer.unreadable).toEqual([
      { line: 71, reason: 'Linjen er avbrutt etter 2 av 5 kolonner' },
    ])
    expect(second.answer).toEqual({ ...first.answer, changed: 0, unchanged: 67 })
  })

  test('refuses half a list, and says why in its answer', async () => {
    const file = await aFile('halv.csv', [header, ...rows.slice(0, 33)])
    const { code, answer } = answerOf(file)

    expect(code).toBe(1)
    expect(answer).toMatchObject({ taken: false, gone: 34 })
    expect(answer.warnings[0]?.kind).toBe('shrink')
    expect(answer.warnings[0]?.text).toContain('34 av 67')
  })

  test('proposes new zones and takes them when told, but never in a dry run', async () => {
    const file = await aFile('ny.csv', [header, ...rows, 'X-1;Ny;Bruker;01.01.1950;Nord 9'])
    const asked = await importHere(file)
    const tried = answerOf(file, '--accept-new-zones', '--dry-run')
    const taken = await importHere(file, { newZones: 'accepted' })

    expect(asked).toMatchObject({
      code: 1,
      answer: { taken: false, warnings: [{ kind: 'newZones' }] },
    })
    expect(tried).toMatchObject({ code: 0, answer: { taken: false, added: 1 } })
    expect(taken).toMatchObject({ code: 0, answer: { taken: true, added: 1 } })
  })

  test('leaves no column of health facts out before somebody has said so', async () => {
    const lines = rows.map((row, place) => `${row};${place === 40 ? 'Penicillin' : ''}`)
    const file = await aFile('ukjent.csv', [`${header};Dette må alle vite`, ...lines])
    const asked = await importHere(file)
    const told = answerOf(file, '--accept-unknown-columns', '--dry-run')

    expect(asked).toMatchObject({
      code: 1,
      answer: { taken: false, warnings: [{ kind: 'unknownColumns' }, {}] },
    })
    expect(told.code).toBe(0)
  })

  test('reads Windows-1252 and says so on the terminal', async () => {
    const file = join(folder, 'ansi.csv')
    await writeFile(
      file,
      windows1252Bytes(
        [
          header,
          ...rows.filter((row) => !/[^\u0020-\u00ff]/.test(row)),
          '9;Škoda;Åse;01.01.1950;nord-1',
        ].join('\r'),
      ),
    )
    const { stdout } = runCommand(file, '--section', 'nord', '--dry-run')

    expect(stdout).toContain('Windows-1252, semikolon')
    expect(stdout).toContain('ingenting er endret')
  })

  test.each([
    ['no section', ['liste.csv']],
    ['no file', ['--section', 'nord']],
    ['an unknown option', ['liste.csv', '--section', 'nord', '--force']],
    ['a file that is not there', ['borte.csv', '--section', 'nord']],
  ])('%s is a wrong call', (_case, args) => {
    const { code, stdout } = runCommand(...args)

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  test.each([
    ['a folder', folder, 'notAFile'],
    ['a file that is not there', join(folder, 'borte.csv'), 'fileMissing'],
  ])('%s is answered as JSON too', (_case, file, kind) => {
    const { code, answer } = answerOf(file)

    expect(code).toBe(2)
    expect(answer).toMatchObject({ taken: false, rows: 0, warnings: [{ kind }] })
  })

  test('an unknown section is a wrong call', async () => {
    const file = await aFile('vest.csv', [header, ...rows])

    expect(runCommand(file, '--section', 'vest', '--json').code).toBe(2)
  })
})

test('a database out of reach is one answer as JSON, with its reason', async () => {
  const file = join(folder, 'out-of-reach.csv')
  await writeFile(file, [header, ...rows].join('\n'))

  const { code, stdout } = runCommandAt(
    'postgres://x:y@127.0.0.1:1/z',
    '--section',
    'nord',
    '--json',
    file,
  )

  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    taken: false,
    warnings: [{ kind: 'fault', text: expect.stringContaining('databasen') }],
  })
})
