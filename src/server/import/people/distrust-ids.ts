import { foldText } from '#domain/base/folded-text.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import { readRecordId } from '#domain/patient/record-id.ts'

type Listed = { person: ListedPerson }
type LineWarning = { line: number; warning: ImportWarning }

/** An id that stands with so many names was given to nobody. */
const minNames = 3

/**
 * Takes away ids that cannot tell who somebody is: placeholders, numbers that a spreadsheet has rounded, and what
 * stands with many different people. A personal number of many is kept as written, but not as a valid one.
 */
export function distrustIds<Row extends Listed>(
  rows: readonly Row[],
): { rows: Row[]; warnings: LineWarning[] } {
  const unusable = new Map<
    string,
    { line: number; reason: 'placeholder' | 'shortened'; count: number }
  >()
  const read = rows.map((row) => {
    const { line, ehrId } = row.person
    const id = readRecordId(ehrId ?? '')
    if (id.kind === 'placeholder' || id.kind === 'shortened') {
      const before = unusable.get(id.value) ?? { line, reason: id.kind, count: 0 }
      unusable.set(id.value, { ...before, count: before.count + 1 })
    }
    return withPerson(row, { ehrId: id.kind === 'usable' ? id.value : null })
  })
  const ids = sharedByMany(read, ({ ehrId }) => ehrId)
  const numbers = sharedByMany(read, ({ personalNumber }) =>
    personalNumber?.valid === true ? personalNumber.value : null,
  )
  return {
    rows: read.map((row) => {
      const { ehrId, personalNumber } = row.person
      const isShared = personalNumber !== null && numbers.has(personalNumber.value)
      return withPerson(row, {
        ehrId: ehrId !== null && ids.has(ehrId) ? null : ehrId,
        personalNumber: isShared ? { ...personalNumber, valid: false } : personalNumber,
      })
    }),
    warnings: [
      ...[...unusable].map(([ehrId, { line, reason, count }]) => ({
        line,
        warning: { kind: 'unusableId' as const, reason, ehrId, count },
      })),
      ...manyWarnings('ehrId', ids),
      ...manyWarnings('personalNumber', numbers),
    ],
  }
}

function withPerson<Row extends Listed>(row: Row, changed: Partial<ListedPerson>): Row {
  return { ...row, person: { ...row.person, ...changed } }
}

type Shared = { line: number; names: Set<string> }

/** Values that stand with several names, and where each is first read. */
function sharedByMany(
  rows: readonly Listed[],
  valueOf: (person: ListedPerson) => string | null,
): Map<string, Shared> {
  const found = new Map<string, Shared>()
  for (const { person } of rows) {
    const value = valueOf(person)
    const name = foldText(person.name.family + person.name.given)
    if (value === null || name === '') continue
    const shared = found.get(value) ?? { line: person.line, names: new Set<string>() }
    shared.names.add(name)
    found.set(value, shared)
  }
  return new Map([...found].filter(([, { names }]) => names.size >= minNames))
}

function manyWarnings(
  field: 'personalNumber' | 'ehrId',
  shared: ReadonlyMap<string, Shared>,
): LineWarning[] {
  return [...shared].map(([value, { line, names }]) => ({
    line,
    warning: { kind: 'idOfMany', field, value, count: names.size },
  }))
}
