import { expect, test } from 'vitest'
import type { ListedAccess } from '#domain/roster/listed-person.ts'
import { mergeWaysIn, type WaysIn } from '#domain/roster/merge-access.ts'

const nothing: WaysIn = { access: [], codes: [] }
const box = (code: string | null, description = 'Nøkkelboks'): ListedAccess => ({
  kind: 'keyBox',
  description,
  code,
})
const codesById = ({ codes }: WaysIn) =>
  Object.fromEntries(
    codes.map(({ opens, code }) => [opens.kind === 'access' ? opens.accessId : '', code]),
  )

test('two key boxes that are called alike each have their own code', () => {
  const ways = mergeWaysIn(nothing, { access: [box('1111'), box('2222')] })

  expect(ways.access.map(({ id }) => codesById(ways)[id])).toEqual(['1111', '2222'])
})

test('a way in keeps its id over lists that say the same, in any order', () => {
  const first = mergeWaysIn(nothing, { access: [box('1111'), box('2222')] })

  const again = mergeWaysIn(first, { access: [box('2222'), box('1111', 'NØKKELBOKS')] })

  expect(codesById(again)).toEqual(codesById(first))
})

test('a list without codes forgets none', () => {
  const first = mergeWaysIn(nothing, { access: [box('1111'), box('2222')] })

  const again = mergeWaysIn(first, { access: [box(null), box(null)] })

  expect(again).toEqual(first)
})

test('the code of a way in that the list calls otherwise keeps what it was called', () => {
  const first = mergeWaysIn(nothing, { access: [box('1111', 'Boks ved kjellerdør')] })

  const again = mergeWaysIn(first, { access: [box(null, 'Boks bak huset')] })

  expect(again.codes).toEqual([
    { code: '1111', opens: { kind: 'other', label: 'Boks ved kjellerdør' } },
  ])
  expect(again.access).toMatchObject([{ hasCode: false }])
})

test('what staff found out of a way in stays', () => {
  const first = mergeWaysIn(nothing, { access: [box('1111')] })
  const known = { ...first, access: first.access.map((way) => ({ ...way, worksOffline: true })) }

  expect(mergeWaysIn(known, { access: [box('1111')] }).access).toMatchObject([
    { worksOffline: true },
  ])
})

test('a new box that stands first in the list takes nothing from the one called alike', () => {
  const first = mergeWaysIn(nothing, { access: [box('1111')] })
  const known = { ...first, access: first.access.map((way) => ({ ...way, worksOffline: true })) }

  const again = mergeWaysIn(known, { access: [box('2222'), box('1111')] })

  const old = again.access.find(({ id }) => id === first.access[0]?.id)
  expect(old).toMatchObject({ worksOffline: true })
  expect(codesById(again)[old?.id ?? '']).toBe('1111')
  expect(again.access.map(({ id }) => codesById(again)[id])).toEqual(['2222', '1111'])
})
