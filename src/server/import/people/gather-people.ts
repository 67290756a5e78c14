import { foldText } from '#domain/base/folded-text.ts'
import type { ImportWarning, UnreadableReason } from '#domain/roster/import-problem.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import { mergeListed } from '#domain/roster/merge-listed.ts'
import {
  type Identified,
  type IdentityKey,
  identityKeys,
  identityOf,
  isNameAlone,
} from '#domain/roster/person-identity.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { PersonIndex } from '#domain/roster/person-index.ts'
import type { ListReading } from './list-reading.ts'
import type { UnreadableRow } from './unreadable-row.ts'
import type { ReadRow } from '../cells/read-row.ts'

/** A person as far as the rows read so far tell of her. */
export type Gathered = { person: ListedPerson; identity: Identified }

const excerptLength = 60

/** Makes people of rows, in the order of the file: a further row of someone read before joins hers. */
export class PeopleGatherer {
  readonly #index = new PersonIndex<Gathered>()
  readonly #people: Gathered[] = []
  readonly #unreadable: UnreadableRow[] = []
  readonly #warnings: ListReading['warnings'] = []
  #merged = 0

  /** Answers whom the row is about, read before or only now; null when it cannot be read. */
  add({ person, warnings }: ReadRow, raw: string): Gathered | null {
    const identity = identityOf(person)
    const known = this.#index.find(identity, (found) => isSurelyOne(found, { person, identity }))
    if (known === null && !hasName(person)) {
      const isNobody =
        person.personalNumber === null && person.ehrId === null && person.bornOn === null
      const reason =
        isNobody && Object.values(person.facts).every(isEmpty) ? 'notAPerson' : 'nameMissing'
      this.addUnreadable(person.line, { kind: reason }, raw, numbersOf(person))
      return null
    }
    this.#warn(person.line, warnings)
    if (known === null) return this.#addNew(person, identity)
    this.#merge(known, person)
    return known
  }

  /** Adds what something else in the file tells of a person, whom it names itself. */
  join(
    known: Gathered,
    line: number,
    told: Pick<ReadRow, 'warnings'> & Pick<ListedPerson, 'facts'>,
  ): void {
    this.#warn(line, told.warnings)
    this.#merge(known, { ...known.person, line, zoneName: null, facts: told.facts })
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

  finish(): Pick<ListReading, 'people' | 'merged' | 'unreadable' | 'warnings'> {
    const people = this.#people.map(({ person }) => person)
    return {
      people,
      merged: this.#merged,
      unreadable: this.#unreadable.toSorted(byLine),
      warnings: [...this.#warnings, ...people.flatMap(lastingWarnings)].toSorted(byLine),
    }
  }

  #addNew(person: ListedPerson, identity: Identified): Gathered {
    const holderOf = (kind: IdentityKey['kind']) => {
      const key = identityKeys(identity).find((key) => key.kind === kind)
      return key === undefined ? null : this.#index.holderOf(key)
    }
    const [sameId, sameNumber] = [holderOf('ehrId'), holderOf('personalNumber')]
    const sameName = isNameAlone(identity) ? holderOf('nameAndAddress') : null
    if (sameId !== null && person.ehrId !== null) {
      const firstLine = sameId.person.line
      this.warn(person.line, { kind: 'sharedEhrId', ehrId: person.ehrId, firstLine })
    }
    if (sameNumber !== null) {
      this.warn(person.line, { kind: 'sharedNumber', firstLine: sameNumber.person.line })
    }
    if (sameName !== null) {
      this.warn(person.line, { kind: 'sameNameOnly', firstLine: sameName.person.line })
    }
    const gathered = { person, identity }
    this.#people.push(gathered)
    this.#index.add(gathered)
    return gathered
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

/**
 * Within one list a name alone makes nobody one, but for a row that stands there twice; nor does an EHR id with two
 * birth dates that no slip of the finger explains.
 */
function isSurelyOne(known: Gathered, further: Gathered): boolean {
  if (isNameAlone(further.identity)) {
    const [one, other] = [known.person, further.person]
    return (
      one.zoneName === other.zoneName && canonicalJson(one.facts) === canonicalJson(other.facts)
    )
  }
  const [one, other] = [known.person, further.person]
  const hasNumber = one.personalNumber?.valid === true && other.personalNumber?.valid === true
  return hasNumber || isSameOrMistyped(one.bornOn, other.bornOn)
}

/** Two of the eight digits, which is also what a day and a month in each other's place come to. */
function isSameOrMistyped(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true
  return one.split('').filter((digit, place) => digit !== other[place]).length <= 2
}

/** What is said once all rows about a person are joined. */
function lastingWarnings(person: ListedPerson): ListReading['warnings'] {
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
