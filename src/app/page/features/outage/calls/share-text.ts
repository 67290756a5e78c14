import type { Instant } from '#domain/time/instant.ts'
import { callList as words } from '#text/nb/screens/call-list.ts'
import { firstName } from '#text/nb/words/name.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { ContactReading, ContactRow } from '#app/bridge/incident-queries.ts'

/** «Du ringer A–H» where names are dealt by the alphabet, else «Du ringer»; «Å ringe» while nothing is dealt. */
export function mineText({ mine, others, reached }: ContactReading): string {
  const me = mine.find(({ caller }) => caller !== null)?.caller?.employeeId
  if (me === undefined) return words.toCall
  const own = [...mine, ...reached].filter(({ caller }) => caller?.employeeId === me)
  const rest = [...others, ...reached].filter(
    ({ caller }) => caller !== null && caller.employeeId !== me,
  )
  const names = namesOf(own, rest)
  return names === null ? words.youCall : words.youCallNames(names)
}

/** «Eva ringer I–Å, avtalt 02:55»; null while nobody else calls. */
export function othersText(
  { mine, others, reached, dealtAt }: ContactReading,
  now: Instant,
): string | null {
  const dealt = [...mine, ...others, ...reached].filter(({ caller }) => caller !== null)
  const me = mine[0]?.caller?.employeeId
  const callers = new Map(dealt.map(({ caller }) => [caller?.employeeId, caller?.name ?? '']))
  const texts = [...callers].flatMap(([id, name]) => {
    if (id === me) return []
    const isHers = ({ caller }: ContactRow) => caller?.employeeId === id
    const own = dealt.filter(isHers)
    const names = namesOf(
      own,
      dealt.filter((row) => !isHers(row)),
    )
    const first = firstName(name)
    return [names === null ? words.callsCount(first, own.length) : words.callsNames(first, names)]
  })
  if (texts.length === 0 || dealtAt === null) return null
  return words.agreed(texts.join(', '), momentWords(dealtAt, now))
}

const collator = new Intl.Collator('nb', { sensitivity: 'base' })

/** The letters from the first name to the last; null when a name of somebody else lies between them. */
function namesOf(own: readonly ContactRow[], rest: readonly ContactRow[]): string | null {
  const letters = own.map(letterOf).toSorted(collator.compare)
  const [first, last] = [letters[0], letters.at(-1)]
  if (first === undefined || last === undefined) return null
  const isMixed = rest
    .map(letterOf)
    .some((letter) => collator.compare(first, letter) <= 0 && collator.compare(letter, last) <= 0)
  if (isMixed) return null
  return first === last ? first : `${first}–${last}`
}

function letterOf({ patient }: ContactRow): string {
  return patient.name.family.charAt(0).toUpperCase()
}
