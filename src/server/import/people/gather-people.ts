import { foldText } from '#domain/base/folded-text.ts'
import type { ImportWarning, UnreadableReason } from '#domain/roster/import-problem.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import { mergeListed } from '#domain/roster/merge-listed.ts'
import {
  identityKeys,
  identityOf,
  PersonIndex,
  type Identified,
} from '#domain/roster/person-identity.ts'
import type { ReadList, UnreadableRow } from './list-reading.ts'
import type { ReadRow } from '../cells/read-row.ts'

type Gathered = { person: ListedPerson; identity: Identified }

const excerptLength = 60

/** Makes people of rows, in the order of the file: a further row of someone read before joins hers. */
export class PeopleGatherer {
  readonly #index = new PersonIndex<Gathered>()
  readonly #people: Gathered[] = []
  readonly #unreadable: UnreadableRow[] = []
  readonly #warnings: ReadList['warnings'] = []
  #merged = 0

  /** Answers whether there is such a person, read before or only now. */
  add({ person, warnings }: ReadRow, raw: string): 'taken' | 'unreadable' {
    const identity = identityOf(person)
    const known = this.#index.find(identity)
    if (known === null && !hasName(person)) {
      const isNobody =
        person.personalNumber === null && person.ehrId === null && person.bornOn === null
      const reason =
        isNobody && Object.values(person.facts).every(isEmpty) ? 'notAPerson' : 'nameMissing'
      this.addUnreadable(person.line, { kind: reason }, raw, numbersOf(person))
      return 'unreadable'
    }
    this.#warn(person.line, warnings)
    if (known === null) this.#addNew(person, identity)
    else this.#merge(known, person)
    return 'taken'
  }

  addUnreadable(
    line: number,
    reason: UnreadableReason,
    raw: string,
    clues: readonly string[],
  ): void {
    const start = raw.replaceAll(/[\r\n]+/g, ' ').trim()
    const excerpt = start.length > excerptLength ? `${start.slice(0, excerptLength)}…` : start
    this.#unreadable.push({
      line,
      reason,
      excerpt,
      clues: clues.filter((clue) => clue.trim() !== ''),
    })
  }

  /** Counts what belongs to a person read before without being a row of its own kind. */
  countMerged(): void {
    this.#merged += 1
  }

  warn(line: number, warning: ImportWarning): void {
    this.#warnings.push({ line, warning })
  }

  finish(): Pick<ReadList, 'people' | 'merged' | 'unreadable' | 'warnings'> {
    const people = this.#people.map(({ person }) => person)
    return {
      people,
      merged: this.#merged,
      unreadable: this.#unreadable.toSorted(byLine),
      warnings: [...this.#warnings, ...people.flatMap(lastingWarnings)].toSorted(byLine),
    }
  }

  #addNew(person: ListedPerson, identity: Identified): void {
    const sameId = identityKeys(identity)
      .filter(({ kind }) => kind === 'ehrId')
      .map((key) => this.#index.holderOf(key))[0]
    if (sameId && person.ehrId !== null) {
      const firstLine = sameId.person.line
      this.warn(person.line, { kind: 'sharedEhrId', ehrId: person.ehrId, firstLine })
    }
    const gathered = { person, identity }
    this.#people.push(gathered)
    this.#index.add(gathered)
  }

  #merge(known: Gathered, further: ListedPerson): void {
    const first = known.person
    if (hasName(further) && foldedName(first) !== foldedName(further)) {
      const name = `${further.name.family}, ${further.name.given}`
      this.warn(further.line, { kind: 'differentName', name, firstLine: first.line })
    }
    if (
      first.zoneName !== null &&
      further.zoneName !== null &&
      foldText(first.zoneName) !== foldText(further.zoneName)
    ) {
      const zone = further.zoneName
      this.warn(further.line, { kind: 'severalZones', zone, firstLine: first.line })
    }
    if (isOtherAddress(first, further)) {
      this.warn(further.line, { kind: 'otherAddress', firstLine: first.line })
    }
    known.person = mergeListed(first, further)
    known.identity = identityOf(known.person)
    this.#index.add(known)
    this.#merged += 1
  }

  #warn(line: number, warnings: readonly ImportWarning[]): void {
    for (const warning of warnings) this.warn(line, warning)
  }
}

/** What is said once all rows about a person are joined. */
function lastingWarnings(person: ListedPerson): ReadList['warnings'] {
  const isWeak = identityKeys(identityOf(person)).every(({ kind }) => kind === 'nameAndAddress')
  return isWeak ? [{ line: person.line, warning: { kind: 'weakIdentity' } }] : []
}

/** Two who share name and birth date, and nothing surer, may be two. */
function isOtherAddress(first: ListedPerson, further: ListedPerson): boolean {
  const sure = new Set(sureKeys(first))
  if (sureKeys(further).some((key) => sure.has(key))) return false
  const [one, other] = [first, further].map(({ facts }) => foldText(facts.address?.street ?? ''))
  return one !== '' && other !== '' && one !== other
}

function sureKeys(person: ListedPerson): string[] {
  return identityKeys(identityOf(person)).flatMap(({ kind, value }) =>
    kind === 'personalNumber' || kind === 'ehrId' ? [`${kind}:${value}`] : [],
  )
}

function byLine(a: { line: number }, b: { line: number }): number {
  return a.line - b.line
}

function foldedName({ name }: ListedPerson): string {
  return foldText(name.family + name.given)
}

function hasName(person: ListedPerson): boolean {
  return foldedName(person) !== ''
}

function numbersOf({ personalNumber, ehrId }: ListedPerson): string[] {
  return [personalNumber?.value, ehrId].filter((clue) => typeof clue === 'string')
}

function isEmpty(value: unknown): boolean {
  return value === null || value === 'none' || (Array.isArray(value) && value.length === 0)
}
