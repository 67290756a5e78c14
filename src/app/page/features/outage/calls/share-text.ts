import type { EmployeeId } from '#domain/base/ids.ts'
import { grouped } from '#domain/base/grouped.ts'
import type { Instant } from '#domain/time/instant.ts'
import { callList as words } from '#text/nb/screens/people/call-list.ts'
import { firstName } from '#text/nb/words/name.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { ContactReading, ContactRow } from '#app/bridge/incident-queries.ts'

type Share = { caller: NonNullable<ContactRow['caller']>; rows: readonly ContactRow[] }

/** «Du ringer A–H» where names are dealt by the alphabet, else «Du ringer»; «Å ringe» while nothing is dealt. */
export function mineText(contacts: ContactReading, me: EmployeeId): string {
  const shares = sharesOf(contacts)
  const own = shares.find(({ caller }) => caller.employeeId === me)
  if (own === undefined) return words.toCall
  return isByAlphabet(shares) ? words.youCallNames(namesOf(own)) : words.youCall
}

/** «Eva ringer I–Å, avtalt 02:55»; null while nobody else calls. */
export function othersText(contacts: ContactReading, me: EmployeeId, now: Instant): string | null {
  const shares = sharesOf(contacts)
  const others = shares.filter(({ caller }) => caller.employeeId !== me)
  if (others.length === 0 || contacts.dealtAt === null) return null
  const texts = others.map((share) => {
    const name = firstName(share.caller.name)
    return isByAlphabet(shares)
      ? words.callsNames(name, namesOf(share))
      : words.callsCount(name, share.rows.length)
  })
  return words.agreed(texts.join(', '), momentWords(contacts.dealtAt, now))
}

function sharesOf({ mine, others, reached }: ContactReading): Share[] {
  const dealt = [...mine, ...others, ...reached].flatMap((row) =>
    row.caller === null ? [] : [{ row, caller: row.caller }],
  )
  return [...grouped(dealt, ({ caller }) => caller.employeeId).values()].flatMap((own) => {
    const [first] = own
    return first === undefined ? [] : [{ caller: first.caller, rows: own.map(({ row }) => row) }]
  })
}

const collator = new Intl.Collator('nb', { sensitivity: 'base' })

/** Whether no share has a name between two of another share. */
function isByAlphabet(shares: readonly Share[]): boolean {
  const ends = shares.map(endsOf).toSorted((a, b) => collator.compare(a.first, b.first))
  return ends.every(({ last }, place) => {
    const next = ends[place + 1]
    return next === undefined || collator.compare(last, next.first) < 0
  })
}

function namesOf(share: Share): string {
  const { first, last } = endsOf(share)
  return first === last ? first : `${first}–${last}`
}

function endsOf({ rows }: Share): { first: string; last: string } {
  const letters = rows
    .map(({ patient }) => patient.name.family.charAt(0).toUpperCase())
    .toSorted(collator.compare)
  return { first: letters[0] ?? '', last: letters.at(-1) ?? '' }
}
