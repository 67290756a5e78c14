import type { Address, PersonName } from '../patient/patient.ts'
import type { LocalDate } from '../time/instant.ts'
import { birthWords, typedDatesJoined } from './search-dates.ts'
import { isNearWord, searchWords, spacedWords } from './search-words.ts'

/** What somebody can be found by. */
export type Findable = {
  name: PersonName
  bornOn: LocalDate | null
  ehrId: string | null
  address?: Address | null
  phone?: string | null
}

/** A person with the `spacedWords` that may be typed to find her. */
export type Indexed<Person> = { person: Person; name: string; others: string; births: string }

/** Whether a text of spaced words has one that a typed word matches. */
type Means = (typed: string, words: string) => boolean

const maxHits = 60

/** `numbers` are further ones that she is known by, found with or without their hyphens. */
export function indexed<Person extends Findable>(
  person: Person,
  numbers: readonly string[] = [],
): Indexed<Person> {
  const { name, address, ehrId, phone, bornOn } = person
  const digits = phone?.replaceAll(/\D/g, '').replace(/^(00)?47(?=\d{8}$)/, '')
  const written = numbers.flatMap((number) => [number, number.replaceAll('-', '')]).join(' ')
  return {
    person,
    name: spacedWords(`${name.family} ${name.given}`),
    others: spacedWords(
      `${address?.street ?? ''} ${address?.detail ?? ''} ${address?.city ?? ''} ${ehrId ?? ''} ${digits ?? ''} ${written}`,
    ),
    births: ` ${bornOn === null ? '' : birthWords(bornOn).join(' ')} `,
  }
}

/**
 * Finds those for whom every typed word begins a word of the name, the address or a number, or is the date of birth;
 * if there are none, those for whom it nearly is.
 */
export function findIndexed<Person>(people: readonly Indexed<Person>[], text: string): Person[] {
  const typed = typedWords(text)
  if (typed.length === 0) return []
  const found = best(people, typed, beginsWord)
  return found.length > 0 ? found : best(people, typed, nearlyWord())
}

/** The same for a few who are not indexed ahead. */
export function findPeople<Person extends Findable>(
  people: readonly Person[],
  text: string,
): Person[] {
  return findIndexed(
    people.map((person) => indexed(person)),
    text,
  )
}

/** A number is one word, however it was spaced. */
function typedWords(text: string): string[] {
  const joined = typedDatesJoined(text)
  const isNumber = /^[\d\s]+$/.test(joined)
  return searchWords(isNumber ? joined.replaceAll(/\s/g, '') : joined)
}

function best<Person>(
  people: readonly Indexed<Person>[],
  typed: readonly string[],
  means: Means,
): Person[] {
  const hits: { person: Person; score: number }[] = []
  for (const each of people) {
    const score = scoreOf(each, typed, means)
    if (score > 0) hits.push({ person: each.person, score })
  }
  return hits
    .toSorted((a, b) => b.score - a.score)
    .slice(0, maxHits)
    .map(({ person }) => person)
}

/** 0 when a typed word is nowhere. A whole word counts more than its beginning, a name more than a street. */
function scoreOf(
  { name, others, births }: Indexed<unknown>,
  typed: readonly string[],
  means: Means,
): number {
  let sum = 0
  for (const word of typed) {
    const score = name.includes(` ${word} `)
      ? 8
      : means(word, name)
        ? 4
        : others.includes(` ${word} `) || births.includes(` ${word} `)
          ? 2
          : means(word, others)
            ? 1
            : 0
    if (score === 0) return 0
    sum += score
  }
  return sum
}

function beginsWord(typed: string, words: string): boolean {
  return words.includes(` ${typed}`)
}

/** Also words with a slip in them. Each pair is compared once, for many share their words. */
function nearlyWord(): Means {
  const known = new Map<string, Map<string, boolean>>()
  const isNear = (typed: string, word: string): boolean => {
    let nearByWord = known.get(typed)
    if (nearByWord === undefined) known.set(typed, (nearByWord = new Map<string, boolean>()))
    let near = nearByWord.get(word)
    if (near === undefined) nearByWord.set(word, (near = isNearWord(typed, word)))
    return near
  }
  return (typed, words) =>
    beginsWord(typed, words) || words.split(' ').some((word) => isNear(typed, word))
}
