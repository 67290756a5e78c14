import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { StoredPatient } from '#domain/documents/aged-documents.ts'
import { type BinderRequest, printBinder } from '#server/binder/print-binder.ts'
import { demoBodies, streamReader } from '../../support/demo-streams.ts'
import { checkPdf, pagesOfPdf } from '../../support/read-pdf.ts'
import { testServer } from '../../support/test-server.ts'

const { services } = await testServer()
const folder = await mkdtemp(join(tmpdir(), 'beredt-binder-'))
afterAll(() => rm(folder, { recursive: true }))
const streams = demoBodies('testby')

async function print(request: Partial<BinderRequest> = {}) {
  const result = await printBinder(services, () => streamReader(streams), {
    municipality: null,
    zone: 'nord-2',
    file: join(folder, 'perm.pdf'),
    changedSince: null,
    ...request,
  })
  return result.ok ? result.value : result.refusal
}

test('a binder is printed, numbered and written to the requested file', async () => {
  const file = join(folder, 'nord-2.pdf')

  const report = await print({ file })
  const pages = pagesOfPdf(await readFile(file))

  expect(report).toMatchObject({ zone: 'nord-2', file, patients: 67, copy: 1 })
  expect(report).toMatchObject({
    pages: pages.length,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(pages[0]).toContain('Eksemplar 1')
  expect(checkPdf(file).code).toBe(0)
  // Nobody else on the machine may read it.
  expect((await stat(file)).mode & 0o077).toBe(0)
})

test('the same lists have the same hash in the next copy', async () => {
  const first = await print()
  const second = await print()

  expect(second).toMatchObject({ hash: 'hash' in first ? first.hash : null })
  expect('copy' in first && 'copy' in second && second.copy - first.copy).toBe(1)
})

test('replacement pages are those of patients who have changed since that copy', async () => {
  const file = join(folder, 'bytte.pdf')
  const before = await print({ zone: 'sor-1' })
  const [id] = [...streams.keys()].filter((stream) => stream.endsWith('/sor-1/critical'))
  if (id === undefined || !('copy' in before)) throw new Error('There is no such zone.')
  const [first, ...rest] = streams.get(id) ?? []
  const changed = StoredPatient.parse({
    ...StoredPatient.parse(first?.body),
    mobility: 'Sengeliggende',
  })
  streams.set(id, [{ docId: changed.id, schema: 'patient@1', body: changed }, ...rest])

  const report = await print({ zone: 'sor-1', file, changedSince: before.copy })
  const pages = pagesOfPdf(await readFile(file))

  expect(report).toMatchObject({ patients: 1, copy: before.copy + 1 })
  expect(pages[0]).toContain(`Sider å bytte i eksemplar ${before.copy}`)
  expect(pages.filter((page) => /^Hovedkort$/m.test(page))).toHaveLength(1)
  expect(pages.some((page) => page.includes('Sengeliggende'))).toBe(true)
})

test('the cover and every page say how much only a newer server can read', async () => {
  const file = join(folder, 'nyere.pdf')
  const [id] = [...streams.keys()].filter((stream) => stream.endsWith('/sor-1/critical'))
  const [first, ...rest] = (id === undefined ? null : streams.get(id)) ?? []
  if (id === undefined || first === undefined) throw new Error('There is no such zone.')
  streams.set(id, [{ ...first, schema: 'patient@2' }, ...rest])

  const report = await print({ zone: 'sor-1', file })
  const pages = pagesOfPdf(await readFile(file))

  expect(report).toMatchObject({
    patients: rest.filter(({ schema }) => schema === 'patient@1').length,
  })
  expect(pages[0]).toContain('1 opplysning trenger en nyere app og er ikke med.')
  expect(pages.filter((page) => !page.includes('1 opplysning mangler'))).toEqual([])
})

test('a zone of which only a newer server can read anybody gets no binder', async () => {
  const [id] = [...streams.keys()].filter((stream) => stream.endsWith('/nord-1/critical'))
  if (id === undefined) throw new Error('There is no such zone.')
  const newer = (streams.get(id) ?? []).map((one) => ({ ...one, schema: 'patient@2' }))
  streams.set(id, newer)

  expect(await print({ zone: 'nord-1' })).toEqual({ kind: 'olderServer' })
})

test('an unknown zone, copy or municipality is refused and prints nothing', async () => {
  const before = (await readdir(folder)).length

  const refusals = [
    await print({ zone: 'nord-9', file: join(folder, 'nei.pdf') }),
    await print({ zone: '../x', file: join(folder, 'nei.pdf') }),
    await print({ changedSince: 999, file: join(folder, 'nei.pdf') }),
    await print({ municipality: 'annenby', file: join(folder, 'nei.pdf') }),
  ]

  expect(refusals).toEqual([
    { kind: 'unknownZone' },
    { kind: 'unknownZone' },
    { kind: 'unknownCopy' },
    { kind: 'unknownMunicipality' },
  ])
  expect(await readdir(folder)).toHaveLength(before)
})

test('a zone whose list was never imported is refused, not printed as empty', async () => {
  const kept = new Map(streams)
  for (const id of kept.keys()) if (id.includes('/nord-1/')) streams.delete(id)

  const refusal = await print({ zone: 'nord-1', file: join(folder, 'tom.pdf') })

  expect(refusal).toEqual({ kind: 'noPatients' })
})

test.each([
  ['a folder that is not there', join('finnes-ikke', 'perm.pdf')],
  ['a folder in its place', '.'],
])('a file that cannot be written takes no copy number: %s', async (_case, file) => {
  const before = await print()
  const refusal = await print({ file: join(folder, file) })
  const after = await print()

  expect(refusal).toEqual({ kind: 'noFolder' })
  expect('copy' in before && 'copy' in after && after.copy - before.copy).toBe(1)
})
