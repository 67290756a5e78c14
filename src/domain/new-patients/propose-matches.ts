import { foldText } from '../base/folded-text.ts'
import { grouped } from '../base/grouped.ts'
import type { Patient } from '../patient/patient.ts'
import { canBeSame, identityKeys, type Identified } from '../roster/person-identity.ts'
import type { RosterRecord } from '../roster/roster-record.ts'

/** Why a temporary patient may be one of a list; the surest first. */
export const matchReasons = [
  'personalNumber',
  'nameAndBirth',
  'name',
  'bornOn',
  'address',
  'phone',
] as const
export type MatchReason = (typeof matchReasons)[number]

export type ProposedMatch = { patient: Patient; reasons: MatchReason[] }

const maxProposals = 5

type Known = { record: RosterRecord; identity: Identified }

/**
 * Proposes whom of the lists a temporary patient may be, the likeliest first. By the rules that make two rows of a list one
 * person; and besides, since what is told by telephone is misheard, by one name at one address, or with one telephone. Who
 * has another valid personal number is never proposed. Nobody is joined by it.
 */
export function matchFinder(
  listed: readonly RosterRecord[],
): (temporary: RosterRecord) => ProposedMatch[] {
  const known = listed
    .filter(({ patient }) => patient.temporary === undefined)
    .map((record): Known => ({ record, identity: identityOfRecord(record) }))
  const byKey = grouped(
    known.flatMap((one) => keysOf(one).map((key) => ({ key, one }))),
    ({ key }) => key,
  )
  return (temporary) => {
    const sought = { record: temporary, identity: identityOfRecord(temporary) }
    const candidates = new Set(
      keysOf(sought).flatMap((key) => (byKey.get(key) ?? []).map(({ one }) => one)),
    )
    return [...candidates]
      .flatMap((candidate) => {
        const reasons = reasonsFor(sought, candidate)
        return reasons === null ? [] : [{ patient: candidate.record.patient, reasons }]
      })
      .toSorted((a, b) => compareMatches(a, b))
      .slice(0, maxProposals)
  }
}

export function identityOfRecord({ patient, details, protectedDetails }: RosterRecord): Identified {
  const street = patient.address?.street ?? protectedDetails?.address?.street ?? ''
  return { ...patient, personalNumber: details.personalNumber, street }
}

/** Beside the keys of the lists: the name alone, and the telephone, of which each is looked at more closely. */
function keysOf({ record, identity }: Known): string[] {
  const phone = phoneOf(record)
  return [
    ...identityKeys(identity).map(({ kind, value }) => `${kind}:${value}`),
    `name:${nameOf(identity)}`,
    ...(phone === '' ? [] : [`phone:${phone}`]),
  ]
}

/** Null when the two cannot be one, or when nothing but a name, or a house, says that they are. */
function reasonsFor(temporary: Known, listed: Known): MatchReason[] | null {
  const [a, b] = [temporary.identity, listed.identity]
  const hasNumber = a.personalNumber?.valid === true && b.personalNumber?.valid === true
  const isNumber = hasNumber && a.personalNumber?.value === b.personalNumber?.value
  const isName = nameOf(a) === nameOf(b)
  const isBirth = a.bornOn !== null && a.bornOn === b.bornOn
  const isAddress = foldText(a.street) !== '' && foldText(a.street) === foldText(b.street)
  const phone = phoneOf(temporary.record)
  const isPhone = phone !== '' && phone === phoneOf(listed.record)
  if (!canBeSame(a, b, isNumber ? 'personalNumber' : 'nameAndBirth')) return null
  const isOtherBirth = a.bornOn !== null && b.bornOn !== null && !isBirth
  const isLikely =
    isNumber || (isName && isBirth) || (isName && (isAddress || isPhone)) || (isPhone && isBirth)
  if (!isLikely || (isOtherBirth && !isNumber && !isAddress)) return null
  const said: Record<MatchReason, boolean> = {
    personalNumber: isNumber,
    nameAndBirth: isName && isBirth,
    name: isName && !isBirth,
    bornOn: isBirth && !isName,
    address: isAddress,
    phone: isPhone,
  }
  return matchReasons.filter((reason) => said[reason])
}

/** With the first given name: «Kari» may be «Kari Anne» of the list. */
function nameOf({ name }: Identified): string {
  const [first] = name.given.split(/[\s-]+/)
  return `${foldText(name.family)}|${foldText(first ?? '')}`
}

function phoneOf({ patient, protectedDetails }: RosterRecord): string {
  const phone = patient.phone ?? protectedDetails?.phone ?? ''
  return phone.replaceAll(/\D/g, '').replace(/^(00)?47(?=\d{8}$)/, '')
}

function compareMatches(a: ProposedMatch, b: ProposedMatch): number {
  const rank = ({ reasons }: ProposedMatch) =>
    reasons.reduce(
      (sum, reason) => sum + 2 ** (matchReasons.length - matchReasons.indexOf(reason)),
      0,
    )
  return rank(b) - rank(a) || (a.patient.id < b.patient.id ? -1 : 1)
}
