import type { PatientId } from '#domain/base/ids.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { isWithinTypos, searchWords, maxTypos, spacedWords } from '#domain/lists/search-words.ts'

/** A patient with the `spacedWords` that may be typed to find her. */
type Indexed = { patient: Patient; name: string; others: string }
/** Whether a text of spaced words has one that a typed word matches. */
type Means = (typed: string, words: string) => boolean

const maxHits = 60

/** The number of patients whose words are folded at once, which takes a few milliseconds. */
const foldBatch = 500
/** A delay, so that the first list is answered before the folding begins. */
const foldAfterMilliseconds = 200

/**
 * Finds patients for whom every typed word begins a word of the name, the address or a number, or of what was signed about them since the list.
 *
 * It searches all of them at each key press: for ten thousand that takes a few milliseconds, while an
 * index with every telephone number takes two hundred for the key «9».
 */
export function patientSearch() {
  let indexed: readonly Indexed[] = []

  return {
    /** Folds the patients' words soon, in batches, so that the screens' queries are answered in between. */
    prepare(patients: readonly Patient[]): void {
      const ahead: Indexed[] = []
      const foldSome = (): void => {
        if (isSame(indexed, patients)) return
        const next = patients.slice(ahead.length, ahead.length + foldBatch)
        ahead.push(...next.map(indexOf))
        if (ahead.length === patients.length) indexed = ahead
        else setTimeout(foldSome)
      }
      setTimeout(foldSome, foldAfterMilliseconds)
    },

    /** `since` has what else may be typed to find a patient: what was signed about her since the list. */
    find(
      patients: readonly Patient[],
      text: string,
      since: ReadonlyMap<PatientId, string> = new Map(),
    ): Patient[] {
      if (!isSame(indexed, patients)) indexed = patients.map(indexOf)
      const typed = typedWords(text)
      if (typed.length === 0) return []
      const all = withSince(indexed, since)
      const found = best(all, typed, beginsWord)
      return found.length > 0 ? found : best(all, typed, nearlyWord())
    },
  }
}

/** Whether the patients are the same, though the array may be a new one. */
function isSame(indexed: readonly Indexed[], patients: readonly Patient[]): boolean {
  return (
    indexed.length === patients.length &&
    indexed.every(({ patient }, at) => patient === patients[at])
  )
}

function indexOf(patient: Patient): Indexed {
  const { name, address, ehrId, phone } = patient
  const digits = phone?.replaceAll(/\D/g, '').replace(/^(00)?47(?=\d{8}$)/, '')
  return {
    patient,
    name: spacedWords(`${name.family} ${name.given}`),
    others: spacedWords(
      `${address?.street ?? ''} ${address?.detail ?? ''} ${address?.city ?? ''} ${ehrId ?? ''} ${digits ?? ''}`,
    ),
  }
}

/** The few whom something was signed about, with its words beside those of the list, which still find them. */
function withSince(
  indexed: readonly Indexed[],
  since: ReadonlyMap<PatientId, string>,
): readonly Indexed[] {
  if (since.size === 0) return indexed
  return indexed.map((each) => {
    const text = since.get(each.patient.id)
    return text === undefined ? each : { ...each, others: each.others + spacedWords(text) }
  })
}

/** A number is one word, however it was spaced. */
function typedWords(text: string): string[] {
  const isNumber = /^[\d\s]+$/.test(text)
  return searchWords(isNumber ? text.replaceAll(/\s/g, '') : text)
}

function best(indexed: readonly Indexed[], typed: readonly string[], means: Means): Patient[] {
  const hits: { patient: Patient; score: number }[] = []
  for (const each of indexed) {
    const score = scoreOf(each, typed, means)
    if (score > 0) hits.push({ patient: each.patient, score })
  }
  return hits
    .toSorted((a, b) => b.score - a.score)
    .slice(0, maxHits)
    .map(({ patient }) => patient)
}

/** 0 when a typed word is nowhere. A whole word counts more than its beginning, a name more than a street. */
function scoreOf({ name, others }: Indexed, typed: readonly string[], means: Means): number {
  let sum = 0
  for (const word of typed) {
    const score = name.includes(` ${word} `)
      ? 8
      : means(word, name)
        ? 4
        : others.includes(` ${word} `)
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

/** Also words with a slip in them. Each pair is compared once, for many patients share their words. */
function nearlyWord(): Means {
  const known = new Map<string, Map<string, boolean>>()
  const isNear = (typed: string, word: string, slips: number): boolean => {
    let nearByWord = known.get(typed)
    if (nearByWord === undefined) known.set(typed, (nearByWord = new Map<string, boolean>()))
    let near = nearByWord.get(word)
    if (near === undefined) nearByWord.set(word, (near = isWithinTypos(typed, word, slips)))
    return near
  }
  return (typed, words) => {
    if (beginsWord(typed, words)) return true
    const slips = maxTypos(typed)
    if (slips === 0) return false
    return words.split(' ').some((word) => !beginsWithDigit(word) && isNear(typed, word, slips))
  }
}

function beginsWithDigit(word: string): boolean {
  return word < ':'
}
