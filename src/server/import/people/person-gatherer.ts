import type { ImportWarning, UnreadableReason } from '#domain/roster/import-problem.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import { mergeListed } from '#domain/roster/merge-listed.ts'
import {
  canBeSame,
  type Identified,
  type IdentityKey,
  identityKeys,
  identityOf,
} from '#domain/roster/person-identity.ts'
import { personIndex } from '#domain/roster/person-index.ts'
import type { ReadRow } from '../cells/read-row.ts'
import { contradictions, type GatheredPerson, hasName, isSurelySame } from './gathered-person.ts'
import type { ListReading } from './list-reading.ts'
import type { UnreadableRow } from './unreadable-row.ts'

export type PersonGatherer = ReturnType<typeof personGatherer>

/** Makes people of rows, in the order of the file: a further row of someone read before joins hers. */
export function personGatherer() {
  const index = personIndex<GatheredPerson>()
  const people: GatheredPerson[] = []
  const unreadable: UnreadableRow[] = []
  const skipped: UnreadableRow[] = []
  const linesByPerson = new Map<GatheredPerson, number[]>()
  const warnings: ListReading['warnings'] = []
  let merged = 0

  function warn(line: number, ...about: readonly ImportWarning[]): void {
    for (const warning of about) warnings.push({ line, warning })
  }

  function addNew(person: ListedPerson, identity: Identified): GatheredPerson {
    const keys = identityKeys(identity)
    const holderOf = (kind: IdentityKey['kind']): GatheredPerson | null => {
      const key = keys.find((one) => one.kind === kind)
      return key === undefined ? null : index.holderOf(key)
    }
    const sameId = holderOf('ehrId')
    const sameNumber = holderOf('personalNumber')
    const sameBirth = holderOf('nameAndBirth')
    const sameName = sameBirth ?? holderOf('nameAndAddress')
    if (sameId !== null && person.ehrId !== null) {
      const firstLine = sameId.person.line
      warn(person.line, { kind: 'sharedEhrId', ehrId: person.ehrId, firstLine })
    }
    if (sameNumber !== null) {
      warn(person.line, { kind: 'sharedNumber', firstLine: sameNumber.person.line })
    }
    const isUnsure = sameName !== null && canBeSame(sameName.identity, identity, 'nameAndBirth')
    if (isUnsure && sameId === null) {
      const firstLine = sameName.person.line
      warn(person.line, {
        kind: 'sameNameOnly',
        firstLine,
        ...(sameBirth === null ? {} : { hasSameBirth: true }),
      })
    }
    const gathered = { person, identity }
    people.push(gathered)
    index.add(gathered)
    return gathered
  }

  function merge(known: GatheredPerson, further: ListedPerson): void {
    warn(further.line, ...contradictions(known.person, further))
    known.person = mergeListed(known.person, further)
    known.identity = identityOf(known.person)
    index.add(known)
    merged += 1
    linesByPerson.set(known, [...(linesByPerson.get(known) ?? []), further.line])
  }

  function addUnreadable(
    line: number,
    reason: UnreadableReason,
    raw: string,
    identifyingTexts: readonly string[],
  ): void {
    const rows = skippedKinds.has(reason.kind) ? skipped : unreadable
    rows.push({
      line,
      reason,
      excerpt: excerptOf(raw),
      identifyingTexts: identifyingTexts.filter((text) => text.trim() !== ''),
    })
  }

  return {
    warn,
    addUnreadable,

    /** Answers whom the row is about, read before or only now; null when it cannot be read. */
    add(row: ReadRow, raw: string): GatheredPerson | null {
      const { person, warnings: rowWarnings } = row
      const identity = identityOf(person)
      const known = index.find(identity, (found) => isSurelySame(found, { person, identity }))
      if (known === null && !hasName(person)) {
        addUnreadable(person.line, namelessReason(row), raw, numbersOf(person))
        return null
      }
      warn(person.line, ...rowWarnings)
      if (known === null) return addNew(person, identity)
      merge(known, person)
      return known
    },

    /**
     * Joins a row that has services alone to the person of the line above: so a spreadsheet's merged cells are saved.
     * Null for any other row.
     */
    continues({ person, continued }: ReadRow, above: GatheredPerson | null): GatheredPerson | null {
      if (continued === undefined || above === null) return null
      const firstLine = above.person.line
      warn(person.line, { kind: 'unclearValue', ...continued, because: 'continued', firstLine })
      merge(above, { ...above.person, line: person.line, zoneName: null, facts: person.facts })
      return above
    },

    /** Adds facts from something else in the file, which names the person itself. */
    join(
      known: GatheredPerson,
      line: number,
      { warnings: further, facts }: Pick<ReadRow, 'warnings'> & Pick<ListedPerson, 'facts'>,
    ): void {
      warn(line, ...further)
      merge(known, { ...known.person, line, zoneName: null, facts })
    },

    /** Counts what belongs to a person read before without being a row of its own kind. */
    countMerged(): void {
      merged += 1
    },

    finish(): Pick<
      ListReading,
      'people' | 'merged' | 'mergedLines' | 'unreadable' | 'skipped' | 'warnings'
    > {
      const gathered = people.map(({ person }) => person)
      return {
        people: gathered,
        merged,
        mergedLines: [...linesByPerson].map(([{ person }, lines]) => ({
          firstLine: person.line,
          lines,
        })),
        unreadable: unreadable.toSorted(byLine),
        skipped: skipped.toSorted(byLine),
        warnings: [...warnings, ...gathered.flatMap(weakIdentityWarnings)].toSorted(byLine),
      }
    },
  }
}

/** What a list is printed with, and was never about anybody. */
const skippedKinds: ReadonlySet<UnreadableReason['kind']> = new Set([
  'repeatedHeader',
  'footer',
  'zoneHeading',
])

const excerptLength = 60

/** Also what goes into a log: a personal number in it is cut to the birth date. */
function excerptOf(raw: string): string {
  const opening = raw
    .slice(0, 2 * excerptLength)
    .replaceAll(/[\r\n]+/g, ' ')
    .trim()
  const start = opening.replaceAll(/(?<!\d)(\d{6}) ?\d{5}(?!\d)/g, '$1 *****')
  return start.length > excerptLength ? `${start.slice(0, excerptLength)}…` : start
}

function namelessReason({ person, leftOut }: ReadRow): UnreadableReason {
  const isNobody = person.personalNumber === null && person.ehrId === null && person.bornOn === null
  if (isNobody && Object.values(person.facts).every(isEmpty)) return { kind: 'notAPerson' }
  return { kind: 'nameMissing', ...(leftOut === undefined ? {} : { leftOut }) }
}

/** Only when all rows about a person are joined is it known how surely she is. */
function weakIdentityWarnings(person: ListedPerson): ListReading['warnings'] {
  const isWeak = identityKeys(identityOf(person)).every(({ kind }) => kind === 'nameAndAddress')
  return isWeak ? [{ line: person.line, warning: { kind: 'weakIdentity' } }] : []
}

function byLine(a: { line: number }, b: { line: number }): number {
  return a.line - b.line
}

function numbersOf({ personalNumber, ehrId }: ListedPerson): string[] {
  return [personalNumber?.value, ehrId].filter((text) => typeof text === 'string')
}

function isEmpty(value: unknown): boolean {
  return value === null || value === 'none' || (Array.isArray(value) && value.length === 0)
}
