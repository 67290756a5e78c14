import { describe, expect, test } from 'vitest'
import { LastImportAnswer } from '#contract/imports/last-import.ts'
import { PreviewImportAnswer } from '#contract/imports/preview-import.ts'
import { TakeImportAnswer } from '#contract/imports/take-import.ts'
import type { ZonePlacement } from '#domain/roster/zone-placement.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { listHeader, twelveRows } from '../../support/import-bench.ts'
import { anAccount, signIn, testServer, testZones } from '../../support/test-server.ts'

const bench = await testServer()
const { server } = bench
const nordZones = testZones.slice(0, 2)
await anAccount(bench, { username: 'leder', role: 'sectionLeader', zones: nordZones, name: 'Liv' })
await anAccount(bench, {
  username: 'kari',
  role: 'nurse',
  zones: testZones.slice(0, 1),
  name: 'Kari',
})
await anAccount(bench, {
  username: 'ola',
  role: 'nurse',
  zones: testZones.slice(1, 2),
  name: 'Ola',
})
await anAccount(bench, { username: 'hdu', role: 'hdu', zones: nordZones, name: 'Hedda' })
await anAccount(bench, { username: 'sor', role: 'sectionLeader', zones: testZones.slice(2, 3) })
const leader = await signIn(bench, 'leder')

const rowsOfWeek = twelveRows.map((row) => row.replace('Nord ', 'nord-'))

async function send(
  step: 'preview' | 'take',
  lines: readonly string[],
  query: Record<string, string> = {},
) {
  const address = new URLSearchParams({ section: 'nord', fileName: 'uke48.csv', ...query })
  return await server.inject({
    method: 'POST',
    url: `/api/import/${step}?${address.toString()}`,
    headers: { ...leader, 'content-type': 'application/octet-stream' },
    payload: lines.join('\n'),
  })
}

async function preview(rows: readonly string[], query: Record<string, string> = {}) {
  const answer = PreviewImportAnswer.parse((await send('preview', rows, query)).json())
  if (answer.kind !== 'preview') throw new Error(`Refused as ${answer.refusal.kind}`)
  return answer
}

async function take(rows: readonly string[], query: Record<string, string> = {}) {
  const { preview: name } = await preview(rows, query)
  const accepts = { acceptNewZones: 'yes', acceptShrink: 'yes', columns: 'asked' }
  return TakeImportAnswer.parse(
    (await send('take', rows, { ...query, ...accepts, preview: name })).json(),
  )
}

function last(headers = leader, section = 'nord') {
  return server.inject({ url: `/api/import/last?section=${section}`, headers })
}

function lines(rows: readonly string[]): string[] {
  return [listHeader, ...rows]
}

test('before the first list nothing stands', async () => {
  expect((await last()).json()).toEqual({ last: null })
})

test('the list that stands is known by its file, its time and who took it in', async () => {
  await take(lines(rowsOfWeek))
  const first = LastImportAnswer.parse((await last()).json())
  await take(lines(rowsOfWeek.slice(0, 11)))
  const second = LastImportAnswer.parse((await last()).json())

  expect(first.last).toMatchObject({
    fileName: 'uke48.csv',
    takenBy: 'Liv',
    people: 12,
    added: 12,
    canRestore: false,
  })
  expect(second.last).toMatchObject({ people: 11, gone: 1, canRestore: true })
})

test('the leader of another section is not told of it', async () => {
  expect((await last(await signIn(bench, 'sor'))).statusCode).toBe(403)
  expect((await last(leader, 'vest')).statusCode).toBe(404)
})

function placed(place: ZonePlacement['place']): { zones: string } {
  const placements: ZonePlacement[] = [{ listed: 'Nordd 9', place }]
  return { zones: JSON.stringify(placements) }
}

describe('a zone that the section does not have', () => {
  // The first stood in nord-1, whose nurse is Kari.
  const moved = lines([
    (rowsOfWeek[0] ?? '').replace('nord-1', 'Nordd 9'),
    ...rowsOfWeek.slice(1, 12),
  ])

  test('says who will have it: her leaders, who has all zones, and who had its people before', async () => {
    const { questions } = await preview(moved)

    expect(questions.newZones).toEqual([
      {
        zone: 'Nordd 9',
        people: 1,
        listedAs: ['Nordd 9'],
        holders: [
          { name: 'Hedda', role: 'hdu' },
          { name: 'Kari', role: 'nurse' },
          { name: 'Liv', role: 'sectionLeader' },
        ],
      },
    ])
  })

  test('is no new zone when it is laid under one that the section has', async () => {
    const nord1 = placed({ kind: 'existing', zone: ZoneId.parse('nord-1') })

    const { questions, changes } = await preview(moved, nord1)

    expect(questions.newZones).toEqual([])
    expect(changes).toEqual([])
  })

  test('cannot be laid under another section’s zone', async () => {
    const sor1 = placed({ kind: 'existing', zone: ZoneId.parse('sor-1') })

    expect((await preview(moved, sor1)).questions.newZones).toHaveLength(1)
  })

  test('has the name that is put right, and the answer names it and how many have it', async () => {
    const named = placed({ kind: 'named', name: 'Nord 9' })
    const shown = await preview(moved, named)
    const taken = await take(moved, named)
    const kari = await server.inject({ url: '/api/session', headers: await signIn(bench, 'kari') })
    const ola = await server.inject({ url: '/api/session', headers: await signIn(bench, 'ola') })

    expect(shown.questions.newZones[0]).toMatchObject({ zone: 'Nord 9', listedAs: ['Nordd 9'] })
    expect(taken).toMatchObject({ newZones: [{ zone: 'Nord 9', people: 1, holders: 3 }] })
    expect(kari.body).toContain('Nord 9')
    expect(ola.body).not.toContain('Nord 9')
  })

  test('is taken in as it was shown: another placement is another preview', async () => {
    const { preview: name } = await preview(moved)
    const other = placed({ kind: 'named', name: 'Nord 10' })

    const answer = await send('take', moved, { ...other, preview: name, acceptNewZones: 'yes' })

    expect(answer.json()).toMatchObject({ refusal: { kind: 'changedMeanwhile' } })
  })

  test.each(['nonsense', '[{"listed":"a"}]', '{}'])('is put nowhere by %s', async (zones) => {
    expect((await send('preview', moved, { zones })).statusCode).toBe(400)
  })
})

function answer(column: string, headers = leader) {
  return server.inject({
    method: 'PUT',
    url: '/api/import/columns',
    headers,
    payload: { section: 'nord', heading: 'Alle må vite', column },
  })
}

describe('a column that may hold health facts', () => {
  const list = [`${listHeader};Alle må vite`, ...rowsOfWeek.map((row) => `${row};Penicillin`)]

  test('stops the list, with what stands in it', async () => {
    const { questions } = await preview(list)
    const taken = await take(list)

    expect(questions.columns).toEqual([
      { heading: 'Alle må vite', about: 'healthFacts', filled: 12, samples: ['Penicillin'] },
    ])
    expect(taken).toMatchObject({
      refusal: { kind: 'unknownColumns', headings: ['Alle må vite'] },
    })
  })

  test('is remembered for the section when it is answered, and may be answered anew', async () => {
    await answer('ignored')
    const ignored = await preview(list)
    const saved = await answer('cave')
    const read = await preview(list)
    const taken = await take(list)

    expect(saved.statusCode).toBe(200)
    expect(ignored.questions.columns).toEqual([])
    expect(ignored.changes.flatMap(({ fields }) => fields.map(({ field }) => field))).not.toContain(
      'critical',
    )
    expect(read.columnAnswers).toEqual([{ heading: 'Alle må vite', column: 'cave' }])
    expect(read.questions.columns).toEqual([])
    expect(taken).toMatchObject({ kind: 'taken', people: 12 })
  })

  test('is answered by nobody else, and for no other section', async () => {
    const nurse = await answer('cave', await signIn(bench, 'kari'))
    const other = await answer('cave', await signIn(bench, 'sor'))

    expect([nurse.statusCode, other.statusCode]).toEqual([403, 403])
  })
})

test('who stands on several lines is named, and what a list is printed with is skipped', async () => {
  const [first = ''] = rowsOfWeek
  const shown = await preview(lines([...rowsOfWeek, first, listHeader, 'Antall brukere: 12']))

  expect(shown).toMatchObject({ rows: 15, people: 12, merged: 1, unreadable: [] })
  expect(shown.mergedPeople).toEqual([
    { patient: { family: 'Bruker01', given: 'Test' }, lines: [2, 14] },
  ])
  expect(shown.skipped?.map(({ line, reason }) => [line, reason.kind])).toEqual([
    [15, 'repeatedHeader'],
    [16, 'footer'],
  ])
})

test('an answer in lines tells how far it has come, and says the same at its end', async () => {
  const answer = await send('preview', lines(rowsOfWeek), { progress: 'lines' })
  const told = answer.body
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

  expect(answer.headers['content-type']).toBe('application/x-ndjson')
  expect(told[0]).toEqual({ kind: 'progress', step: 'waiting', done: 0, of: 1 })
  expect(told.at(-1)).toEqual(await preview(lines(rowsOfWeek)))
})

test('what is refused before anything is read is refused as any other request', async () => {
  const address = { section: 'vest', progress: 'lines' }

  expect((await send('preview', lines(rowsOfWeek), address)).statusCode).toBe(404)
})
