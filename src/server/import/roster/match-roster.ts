import type { ListedPerson } from '#domain/roster/listed-person.ts'
import {
  canBeSame,
  identityKeys,
  identityOf,
  type Identified,
} from '#domain/roster/person-identity.ts'
import { personIndex } from '#domain/roster/person-index.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'

type Known = { identity: Identified; record: RosterRecord }
type FindKnown = (
  listed: ListedPerson,
  isFree: (record: RosterRecord) => boolean,
) => RosterRecord | null

/** Answers whom of the roster a listed person is; null for somebody new. */
export function rosterMatcher(
  people: readonly ListedPerson[],
  roster: readonly RosterRecord[],
): FindKnown {
  const isRenumbered = hasOtherNumbers(people, roster)
  const identify = (identity: Identified): Identified =>
    isRenumbered ? { ...identity, ehrId: null } : identity
  const index = personIndex<Known>()
  for (const record of roster) index.add({ identity: identify(recordIdentity(record)), record })
  return (listed, isFree) =>
    index.find(identify(identityOf(listed)), ({ record }) => isFree(record))?.record ?? null
}

/**
 * Whether the list's EHR ids mean others than the roster's: some lists number their own lines, and one new person in
 * front moves them all. Then an id neither joins nor parts anybody.
 */
function hasOtherNumbers(
  people: readonly ListedPerson[],
  roster: readonly RosterRecord[],
): boolean {
  const holders = new Map<string, Identified[]>()
  for (const identity of roster.map(recordIdentity)) {
    const key = ehrKey(identity)
    if (key !== null) holders.set(key, [...(holders.get(key) ?? []), identity])
  }
  let agreeing = 0
  let contradicting = 0
  for (const identity of people.map(identityOf)) {
    const key = ehrKey(identity)
    const known = key === null ? [] : (holders.get(key) ?? [])
    if (known.some((one) => canBeSame(one, identity, 'ehrId'))) agreeing += 1
    else if (known.length > 0) contradicting += 1
  }
  return contradicting > 1 || (contradicting === 1 && agreeing === 0)
}

function ehrKey(identity: Identified): string | null {
  return identityKeys(identity).find(({ kind }) => kind === 'ehrId')?.value ?? null
}

export function recordIdentity({ patient, details, protectedDetails }: RosterRecord): Identified {
  const street = patient.address?.street ?? protectedDetails?.address?.street ?? ''
  return { ...patient, personalNumber: details.personalNumber, street }
}
