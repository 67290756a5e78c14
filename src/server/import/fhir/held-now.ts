import type { LocalDate } from '#domain/time/instant.ts'
import type { Period } from './fhir-resource.ts'

type Held = { use?: string | undefined; period?: Period | undefined }

/** Whether a name, number, address or service is somebody's today: neither old, nor ended, nor to come. */
export function isHeldNow({ use, period }: Held, today: LocalDate): boolean {
  return use !== 'old' && !hasEndedBy(period, today) && !(dayText(period?.start) > today)
}

/** Whether a period is over; «2020» and «2020-01» end with the year and the month. */
export function hasEndedBy(period: Period | undefined, today: LocalDate): boolean {
  const end = dayText(period?.end)
  return end !== '' && end < today.slice(0, end.length)
}

function dayText(text: string | undefined): string {
  return text?.slice(0, 10) ?? ''
}

/** Those of today, the preferred use first; uses that are not named come between the two lists. */
export function heldNow<Item extends Held>(
  items: readonly Item[] | undefined,
  today: LocalDate,
  uses: { first: readonly string[]; last: readonly string[] },
): Item[] {
  const rank = ({ use = '' }: Item) => {
    const [first, last] = [uses.first.indexOf(use), uses.last.indexOf(use)]
    if (first !== -1) return first
    return last === -1 ? uses.first.length : uses.first.length + 1 + last
  }
  return (items ?? [])
    .filter((item) => isHeldNow(item, today))
    .toSorted((a, b) => rank(a) - rank(b))
}
