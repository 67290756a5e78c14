import type { LocalDate } from '#domain/time/instant.ts'
import { tidy } from '../texts/cell-values.ts'
import { withoutPersonalNumbers } from '../texts/personal-numbers.ts'
import { findPhones, hasUnreadPhone } from '../texts/phones.ts'
import type { Telecom } from './fhir-resource.ts'
import { heldNow } from './held-now.ts'

const uses = { first: [], last: ['temp', 'work'] }

/** The phone numbers that somebody has today, in their order of rank, and what is written there and is none. */
export function telecomPhones(
  telecoms: readonly Telecom[] | undefined,
  today: LocalDate,
): { phones: string[]; unread: string[] } {
  const ranked = heldNow(telecoms, today, uses)
    .filter(isPhone)
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
  const texts = ranked.map(({ value }) => value ?? '')
  return {
    phones: [...new Set(texts.flatMap(findPhones))],
    unread: texts
      .filter(
        (text) => tidy(text) !== '' && (hasUnreadPhone(text) || findPhones(text).length === 0),
      )
      .map((text) => withoutPersonalNumbers(tidy(text))),
  }
}

function isPhone({ system }: Telecom): boolean {
  return system === 'phone' || system === 'sms' || system === undefined
}
