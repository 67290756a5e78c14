import { describe, expect, test } from 'vitest'
import { EmployeeId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { listHeader, twelveRows } from '../../support/import-bench.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../../support/test-server.ts'

const bench = await testServer()
const { server, services } = bench
await anAccount(bench, { username: 'leder', role: 'sectionLeader', zones: testZones.slice(0, 2) })
await anAccount(bench, { username: 'halv', role: 'sectionLeader', zones: testZones.slice(0, 1) })
await anAccount(bench, { username: 'admin', role: 'administrator', zones: testZones })
await anAccount(bench, { username: 'kari', role: 'nurse', zones: testZones.slice(0, 2) })
const leader = await signIn(bench, 'leder')

type Headers = { cookie: string; 'sec-fetch-site': string }

const fileOf = (rows: readonly string[]) =>
  [listHeader, ...rows].join('\n').replaceAll('Nord ', 'nord-')

function send(
  step: 'preview' | 'take',
  rows: readonly string[],
  query = '',
  headers: Headers = leader,
) {
  return server.inject({
    method: 'POST',
    url: `/api/import/${step}?section=nord&fileName=uke48.csv${query}`,
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: fileOf(rows),
  })
}

let run = '00000000-0000-4000-8000-000000000000'

function restore(headers: Headers) {
  const payload = { section: 'nord', run }
  return server.inject({ method: 'POST', url: '/api/import/restore', headers, payload })
}

describe('a section leader', () => {
  test('sees what a list would change, takes in just that, and gets the list before back', async () => {
    const rows = [...twelveRows, ';;14.03.1941;Furuveien 12;;nord-1;TRY;']
    const preview = await send('preview', rows)
    const shown: { preview: string } = preview.json()
    const taken = await send('take', rows, `&preview=${shown.preview}`)
    const other = await send('take', twelveRows, `&preview=${shown.preview}`)
    const changed = await send('preview', [
      twelveRows[0]?.replace('Gata 01', 'Soletunet') ?? '',
      ...twelveRows.slice(1),
    ])

    expect(preview.statusCode).toBe(200)
    expect(preview.json()).toMatchObject({
      kind: 'preview',
      format: { kind: 'table', encoding: 'utf-8', separator: ';' },
      rows: 13,
      people: 12,
      added: 12,
      services: { BST: 12, TRY: 12 },
      unreadable: [
        {
          line: 14,
          reason: { kind: 'nameMissing' },
          excerpt: ';;14.03.1941;Furuveien 12;;nord-1;TRY;',
        },
      ],
    })
    expect(taken.json()).toMatchObject({
      kind: 'taken',
      people: 12,
      added: 12,
      changed: 0,
      gone: 0,
    })
    expect(other.json()).toMatchObject({ kind: 'refused', refusal: { kind: 'changedMeanwhile' } })
    expect(changed.json()).toMatchObject({
      changed: 1,
      changes: [
        {
          patient: { family: 'Bruker01', given: 'Test' },
          fields: [{ field: 'address', before: ['Gata 01'], after: ['Soletunet'] }],
        },
      ],
    })
  })

  test('is asked about new zones and shrunken lists, and answers yes', async () => {
    const rows = [...twelveRows.slice(0, 6), 'Ny, Bruker;;01.01.1950;Gata 1;;Øst;TRY;']
    const shown: { preview: string } = (await send('preview', rows)).json()
    const asked = await send('take', rows, `&preview=${shown.preview}`)
    const answered = await send(
      'take',
      rows,
      `&preview=${shown.preview}&acceptNewZones=yes&acceptShrink=yes`,
    )
    run = answered.json<{ run: string }>().run
    const session = await server.inject({ url: '/api/session', headers: leader })

    expect(shown).toMatchObject({
      questions: {
        newZones: [{ zone: 'Øst', people: 1 }],
        shrink: [
          { zone: 'nord-1', gone: 3, before: 6 },
          { zone: 'nord-2', gone: 3, before: 6 },
        ],
      },
    })
    expect(asked.json()).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'newZones', zones: ['Øst'] },
    })
    expect(answered.json()).toMatchObject({ kind: 'taken', added: 1, gone: 6 })
    expect(session.json()).toMatchObject({
      zones: expect.arrayContaining([{ id: 'ost', name: 'Øst', section: 'nord' }]) as unknown,
    })
  })

  test('gets the list before back, also when the first answer was lost', async () => {
    const answers = [await restore(leader), await restore(leader)]

    const restored = { kind: 'restored', fileName: 'uke48.csv', people: 12 }
    expect(answers.map((answer) => answer.json<unknown>())).toEqual([restored, restored])
  })

  test('is told what is wrong with a file that is no list', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/import/preview?section=nord&fileName=bok.xlsx',
      headers: { ...leader, 'content-type': 'application/octet-stream' },
      payload: Buffer.from([0x50, 0x4b, 3, 4, ...Buffer.from('xl/workbook.xml')]),
    })

    expect(answer.json()).toEqual({ kind: 'refused', refusal: { kind: 'excelFile' } })
  })

  test('saves how a source’s headings are read', async () => {
    const mapping = { name: 'fagsystem', columns: { Klient: 'name', Ting: 'ignored' } }
    const saved = await server.inject({
      method: 'PUT',
      url: '/api/import/mappings',
      headers: leader,
      payload: mapping,
    })
    const listed = await server.inject({ url: '/api/import/mappings', headers: leader })

    expect(saved.statusCode).toBe(200)
    expect(listed.json()).toEqual({ mappings: [mapping] })
  })
})

describe('who may not import', () => {
  test.each([
    ['a nurse', 'kari'],
    ['a leader who lacks one of the section’s zones', 'halv'],
  ])('%s is refused', async (_who, username) => {
    const headers = await signIn(bench, username)

    expect((await send('preview', twelveRows, '', headers)).statusCode).toBe(403)
    expect((await send('take', twelveRows, '&preview=x', headers)).statusCode).toBe(403)
    expect((await restore(headers)).statusCode).toBe(403)
  })

  test('nobody who is not signed in', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/import/preview?section=nord&fileName=a.csv',
      headers: { 'content-type': 'application/octet-stream', 'sec-fetch-site': 'same-origin' },
      payload: fileOf(twelveRows),
    })

    expect(answer.statusCode).toBe(401)
  })

  test('an administrator, whatever zones the account has', async () => {
    const headers = await signIn(bench, 'admin')
    const answers = await Promise.all([
      send('preview', twelveRows, '', headers),
      send('take', twelveRows, '', headers),
    ])

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403])
    expect(answers.map(({ body }) => body).join('')).not.toContain('people')
  })

  test('a section that does not exist', async () => {
    const elsewhere = await server.inject({
      method: 'POST',
      url: '/api/import/preview?section=vest&fileName=a.csv',
      headers: { ...leader, 'content-type': 'application/octet-stream' },
      payload: fileOf(twelveRows),
    })

    expect(elsewhere.statusCode).toBe(404)
  })
})

describe('in the database itself', () => {
  const account = EmployeeId.parse('0e000000-0000-4000-8000-000000000009')
  const zonesOfRows = (zones: typeof testZones, role: Role, table: 'importChange' | 'streamDoc') =>
    withTenant(
      services.db,
      { municipality: testMunicipality, zones, account, role },
      async (transaction) => {
        const rows = await transaction.selectFrom(table).select('zoneId').distinct().execute()
        // What has no zone is the whole municipality's, such as what the zones are called.
        return rows.flatMap(({ zoneId }) => zoneId ?? [])
      },
    )

  test('what an import wrote and replaced is hidden from whoever has other zones', async () => {
    const [nord1, , sor1] = testZones.map((zone) => [zone])

    for (const table of ['importChange', 'streamDoc'] as const) {
      expect(await zonesOfRows(nord1 ?? [], 'sectionLeader', table)).toEqual(['nord-1'])
      // Of her own zone the phones have at least who works there.
      expect(await zonesOfRows(sor1 ?? [], 'sectionLeader', table)).not.toContain('nord-1')
    }
  })

  test('what an import replaced, protected addresses with it, is hidden from who does not import', async () => {
    expect(await zonesOfRows(testZones, 'nurse', 'importChange')).toEqual([])
    expect(await zonesOfRows(testZones, 'administrator', 'importChange')).toEqual([])
    expect(await zonesOfRows(testZones, 'administrator', 'streamDoc')).toEqual([])
  })
})
