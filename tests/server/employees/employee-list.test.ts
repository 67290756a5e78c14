import { describe, expect, test } from 'vitest'
import { importContentType } from '#contract/imports/preview-import.ts'
import {
  PreviewEmployeeListAnswer,
  TakeEmployeeListAnswer,
} from '#contract/accounts/employee-list.ts'
import { thirtyEmployees } from '../../support/an-employee-list.ts'
import { keepingBench } from '../../support/keeping-bench.ts'
import type { signIn } from '../../support/test-server.ts'

const { as, bench, list, make, organisation, redeem } = await keepingBench()

type Headers = Awaited<ReturnType<typeof signIn>>

async function send(headers: Headers, step: string, bytes: Buffer) {
  const answer = await bench.server.inject({
    method: 'POST',
    url: `/api/accounts/list/${step}`,
    headers: { ...headers, 'content-type': importContentType },
    payload: bytes,
  })
  return answer.json<unknown>()
}

async function preview(headers: Headers, bytes: Buffer) {
  return PreviewEmployeeListAnswer.parse(await send(headers, 'preview?fileName=a.csv', bytes))
}

async function take(headers: Headers, bytes: Buffer, query: string) {
  return TakeEmployeeListAnswer.parse(await send(headers, `take?fileName=a.csv&${query}`, bytes))
}

const aList = (...rows: string[]) => Buffer.from(rows.join('\n'), 'utf8')

/** What becomes of each row, in few words. */
async function outcomes(headers: Headers, ...rows: string[]) {
  const answer = await preview(headers, aList(...rows))
  if (answer.kind === 'refused') throw new Error(`Refused: ${answer.refusal.kind}`)
  return answer.rows.map(({ outcome }) => {
    if (outcome.kind === 'unclear') return outcome.reason.kind
    return outcome.kind === 'known' ? `known ${outcome.signIn}` : 'new'
  })
}

test('the rows that are not clear are told with their reason, and the others are new', async () => {
  const found = await outcomes(
    await as('arne'),
    'Navn;Brukernavn;Rolle;Sone;HPR',
    'Kari Moe;;Ansatt;nord-1;',
    ';;Ansatt;nord-1;',
    'Per Li;;Ordfører;nord-1;',
    'Pål Li;;;nord-1;12',
    'Ola Nes;;;;',
    'Ida Ås;anne;;nord-1;',
    'Eva Bø;eva;;nord-1;',
    'Eva Lunde;eva;;nord-1;',
    'To Like;;;nord-1;',
    'To Like;;;nord-2;',
    'Anne Berg;;;nord-1;',
    'Petter Vik;;Administrator;nord-1;',
    'Nils Hagen;x;;nord-1;',
  )

  expect(found).toEqual([
    'new',
    'noName',
    'unknownRole',
    'unreadableHpr',
    'zonesMissing',
    'usernameTaken',
    'new',
    'repeated',
    'sameName',
    'sameName',
    'known password',
    'administratorWithZones',
    'unreadableUsername',
  ])
})

test('a row with a last day makes a stand-in, and one whose days are unclear makes nobody', async () => {
  const rows = [
    'Navn;Sone;Gjelder fra;Gjelder til',
    'Vera Vikar;nord-1;;14.12.2026',
    'Vilde Vikar;nord-1;2026-12-01;2026-12-14',
    'Fast Ansatt;nord-1;01.08.2019;',
    'Uten Slutt;nord-1;01.01.2027;',
    'For Sent;nord-1;;22.11.2026',
    'Feil Vei;nord-1;20.12.2026;14.12.2026',
    'Ingen Dato;nord-1;;jul',
  ]
  expect(await outcomes(await as('arne'), ...rows)).toEqual([
    'new',
    'new',
    'new',
    'standInWithoutEnd',
    'pastDays',
    'reversedDays',
    'unreadableDays',
  ])

  const shown = await preview(await as('arne'), aList(...rows.slice(0, 4)))
  if (shown.kind === 'refused') throw new Error(shown.refusal.kind)
  expect(shown.rows.map(({ standIn }) => standIn?.to)).toEqual([
    '2026-12-14',
    '2026-12-14',
    undefined,
  ])
  await take(await as('arne'), aList(...rows.slice(0, 4)), `preview=${shown.preview}`)
  const periods = (await list(await as('arne')))
    .filter(({ name }) => name.endsWith('Vikar') || name === 'Fast Ansatt')
    .map(({ name, standIn }) => [name, standIn?.from ?? null, standIn?.to ?? null])
  expect(periods).toEqual([
    ['Fast Ansatt', null, null],
    ['Vera Vikar', '2026-11-22T23:00:00.000Z', '2026-12-14T23:00:00.000Z'],
    ['Vilde Vikar', '2026-11-30T23:00:00.000Z', '2026-12-14T23:00:00.000Z'],
  ])
})

test('whether she can sign in is answered for each who has an account', async () => {
  const arne = await as('arne')
  await make(arne, { name: 'Venter Kode' })
  bench.passMinutes(8 * 24 * 60)
  const again = await as('arne')
  await make(again, { name: 'Fersk Kode' })

  const found = await outcomes(
    again,
    'Navn;Sone',
    'Anne Berg;nord-1',
    'Venter Kode;nord-1',
    'Fersk Kode;nord-1',
  )

  expect(found).toEqual(['known password', 'known none', 'known code'])
})

test('a leader makes no zone, no leader and nobody in another zone by a list', async () => {
  const found = await outcomes(
    await as('lise'),
    'Navn;Rolle;Sone',
    'Kari Moe;Ansvarsvakt;nord-1',
    'Per Li;Seksjonsleder;nord-1',
    'Ola Nes;;sor-1',
    'Ida Ås;;Framnes',
  )

  expect(found).toEqual(['new', 'roleNotYours', 'zonesNotYours', 'unknownZone'])
})

test('a preview changes nothing', async () => {
  const arne = await as('arne')
  const before = await list(arne)
  await preview(arne, thirtyEmployees.bytes())

  expect(await list(arne)).toEqual(before)
})

describe('a list of thirty people, two sections and five zones', () => {
  test('asks about the new places first, and then makes all of it', async () => {
    const arne = await as('arne')
    const shown = await preview(arne, thirtyEmployees.bytes())
    if (shown.kind === 'refused') throw new Error(shown.refusal.kind)

    expect(shown.rows.filter(({ outcome }) => outcome.kind === 'new')).toHaveLength(30)
    expect(shown.newPlaces.sections).toEqual(['Nordre', 'Søndre'])
    expect(shown.newPlaces.zones).toHaveLength(5)
    const asked = await take(arne, thirtyEmployees.bytes(), `preview=${shown.preview}`)
    expect(asked).toEqual({ kind: 'refused', refusal: { kind: 'newPlaces' } })

    const query = `preview=${shown.preview}&acceptNewPlaces=yes`
    const taken = await take(arne, thirtyEmployees.bytes(), query)
    if (taken.kind === 'refused') throw new Error(taken.refusal.kind)
    expect(taken.codes).toHaveLength(30)
    const solveig = taken.codes.find(({ username }) => username === 'solveig.myhre')
    const { body } = await redeem('solveig.myhre', solveig?.code ?? '')
    expect(body).toMatchObject({
      employee: { role: 'sectionLeader', title: 'Avdelingsleder' },
      zones: [{ name: 'Indre' }, { name: 'Ytre' }, { name: 'Øst' }],
    })
    const answer = await organisation(arne)
    if (answer.kind === 'refused') throw new Error(answer.refusal.kind)
    expect(answer.sections.find(({ name }) => name === 'Nordre')).toMatchObject({
      leaders: ['Solveig Myhre'],
      zones: [{ name: 'Indre', employees: 8 }, { name: 'Ytre' }, { name: 'Øst' }],
    })
  })

  test('makes nobody twice', async () => {
    const arne = await as('arne')
    const shown = await preview(arne, thirtyEmployees.bytes())
    if (shown.kind === 'refused') throw new Error(shown.refusal.kind)

    expect(shown.rows.every(({ outcome }) => outcome.kind === 'known')).toBe(true)
    const taken = await take(arne, thirtyEmployees.bytes(), `preview=${shown.preview}`)
    expect(taken).toEqual({ kind: 'taken', codes: [] })
  })
})

test('what has changed since the preview is previewed again', async () => {
  const arne = await as('arne')
  const rows = aList('Navn;Sone', 'Sen Endring;nord-1')
  const shown = await preview(arne, rows)
  await make(arne, { name: 'Kom Imellom' })

  const taken = await take(arne, rows, `preview=${shown.kind === 'preview' ? shown.preview : ''}`)

  expect(taken).toEqual({ kind: 'refused', refusal: { kind: 'changedMeanwhile' } })
})

test.each([
  [
    'a spreadsheet',
    Buffer.from([0x50, 0x4b, 3, 4, ...Buffer.from('xl/workbook.xml')]),
    'excelFile',
  ],
  ['an empty file', Buffer.from(' \n'), 'noTable'],
  ['a table of something else', Buffer.from('Dato;Beløp\n1;2'), 'noTable'],
  ['a header alone', Buffer.from('Navn;Sone\n'), 'noEmployees'],
  [
    'more rows than any home care has',
    Buffer.from(`Navn;Sone\n${'A B;c\n'.repeat(5_001)}`),
    'tooManyRows',
  ],
])('%s is no list of employees', async (_what, bytes, kind) => {
  const answer = await preview(await as('arne'), bytes)

  expect(answer).toMatchObject({ kind: 'refused', refusal: { kind } })
})
