import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import type { ListReading } from '#server/import/people/list-reading.ts'
import { readLines } from '../../../support/a-list.ts'
import { damaged, damages, wholeList } from '../../../support/generated-list.ts'

function adds({ rows, people, merged, unreadable, skipped }: ListReading): void {
  expect(people.length + merged + unreadable.length + skipped.length).toBe(rows)
}

/** The numbers that somebody's values carry: one, when all of them are hers. */
function ownNumbers({ name, ehrId, facts }: ListedPerson): Set<number> {
  const { address, phone, critical = [], remarks = [] } = facts
  const digits = Array.from(/^Bruker([a-j]+)$/.exec(name.family)?.[1] ?? '?', (letter) =>
    'abcdefghij'.indexOf(letter),
  )
  const texts = [
    /^Prøvegata (\d+)$/.exec(address?.street ?? '')?.[1],
    /^900 01 (\d{3})$/.exec(phone ?? '')?.[1],
    ...critical.map(({ text }) => /^Stoff (\d+)$/.exec(text)?.[1] ?? '-1'),
    ...remarks.map((text) => /^Merke (\d+)$/.exec(text)?.[1] ?? '-1'),
  ].filter((text) => text !== undefined)
  const id = ehrId === null ? [] : [Number(ehrId) - 4000]
  return new Set([Number(digits.join('')), ...id, ...texts.map(Number)])
}

test('a whole list is read whole, in whatever order its columns stand', () => {
  fc.assert(
    fc.property(wholeList, ({ lines, numbers }) => {
      const list = readLines(lines)

      expect(list).toMatchObject({ rows: numbers.length, merged: 0, unreadable: [] })
      expect(list.people.map((person) => [...ownNumbers(person)])).toEqual(
        numbers.map((number) => [number]),
      )
    }),
  )
})

test('in a damaged list every row is accounted for, and nobody is made of two or of a page’s top', () => {
  fc.assert(
    fc.property(wholeList, damages, (whole, done) => {
      const list = readLines(damaged(whole, done))

      adds(list)
      for (const person of list.people) {
        const own = ownNumbers(person)
        expect([...own]).toHaveLength(1)
        expect(whole.numbers).toEqual(expect.arrayContaining([...own]))
      }
      const zones = new Set(list.people.map(({ zoneName }) => zoneName))
      expect(['Nord 1', 'Nord 2', null]).toEqual(expect.arrayContaining([...zones]))
    }),
    { numRuns: 300 },
  )
})

test('blank lines are no rows', () => {
  const blanks = fc.array(fc.record({ at: fc.nat(20), count: fc.nat(30) }), { maxLength: 5 })
  fc.assert(
    fc.property(wholeList, blanks, (whole, lines) => {
      const done = lines.map((line) => ({ kind: 'blank' as const, ...line }))

      const { rows, people, unreadable } = readLines(damaged(whole, done))

      expect({ rows, unreadable }).toEqual({ rows: whole.numbers.length, unreadable: [] })
      expect(people).toHaveLength(whole.numbers.length)
    }),
  )
})
