import { expect } from 'vitest'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListReading } from '#server/import/people/list-reading.ts'
import { readLines } from './a-list.ts'
import type { OddCells, OddList, OddPerson } from './odd-list.ts'

type Found<Person> = { odd: Person; person: ListedPerson; warnings: ImportWarning[] }

/** Reads a list, holds that every row is accounted for and that whoever is whole is read, and finds each of them. */
export function readOddList<Cells extends OddCells>(
  list: OddList<Cells>,
): { list: ListReading; found: Found<OddPerson<Cells>>[] } {
  const read = readLines(list.lines)
  const { rows, people, merged, unreadable, skipped } = read
  expect(people.length + merged + unreadable.length + skipped.length).toBe(rows)
  const whole = list.people.filter(({ isTorn }) => !isTorn)
  expect(people.map(({ name }) => name.family)).toEqual(whole.map(({ family }) => family))
  return {
    list: read,
    found: whole.flatMap((odd) =>
      people
        .filter(({ name }) => name.family === odd.family)
        .map((person) => ({
          odd,
          person,
          warnings: read.warnings
            .filter(({ line }) => line === odd.line)
            .map(({ warning }) => warning),
        })),
    ),
  }
}
