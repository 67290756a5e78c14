import { canonicalJson } from '../base/canonical-json.ts'
import { foldText } from '../base/folded-text.ts'
import type { ListedFacts } from '../roster/listed-person.ts'
import type { Address } from '../patient/patient.ts'
import { type Instant, type LocalDate, localClock } from '../time/instant.ts'
import type { Amendment, ProtectedAmendment } from './amendment.ts'
import type { Medication } from '../patient/medication.ts'
import { spacedWords } from '../lists/search-words.ts'
import { findMedicine, isSameDose, isStopped, mayMean } from './same-medicine.ts'

/** What a list says of an amendment. `text` is what it says, for telling whether a later list repeats it. */
type Comparison =
  /** The list has no place for it. */
  { kind: 'notCarried' } | { kind: 'agrees' } | { kind: 'differs'; text: string }

/**
 * What a list says of a patient, and the medicines that the sheet had before it. Null for a patient whom the list leaves
 * out, although it covers her zone.
 */
export type ListedOf = { facts: Partial<ListedFacts>; before: readonly Medication[] } | null

/** Compares an amendment with what a newer list says of the same. `hidden` is its protected part, if it has one. */
function compareWithList(
  { body }: Amendment,
  hidden: ProtectedAmendment | null,
  listed: ListedOf,
  on: LocalDate,
): Comparison {
  if (listed === null) return compareWithAbsence(body.kind)
  const { facts, before } = listed
  switch (body.kind) {
    case 'dose': {
      if (facts.medications === undefined) return notCarried
      const line = findMedicine(body.medicine, facts.medications)
      return line !== null && isSameDose(body, line, on) ? agrees : differs(line)
    }
    case 'stopped': {
      if (facts.medications === undefined) return notCarried
      return compareStopped(body.medicine, { listed: facts.medications, before, on })
    }
    case 'moved': {
      if (facts.address === undefined) return notCarried
      const written = body.address ?? hidden?.address ?? null
      return written !== null && isSameAddress(written, facts.address)
        ? agrees
        : differs(facts.address)
    }
    case 'key':
      return compareKey(body.place, hidden?.code ?? null, facts)
    case 'nextOfKin': {
      if (facts.nextOfKin === undefined) return notCarried
      const kin = facts.nextOfKin.find(({ name }) => foldText(name) === foldText(body.name))
      const isSamePhone = body.phone === null || digits(kin?.phone) === digits(body.phone)
      return kin !== undefined && isSamePhone ? agrees : differs(facts.nextOfKin)
    }
    case 'died':
      return differs('listed')
    case 'home':
      return agrees
    case 'hospitalised':
    case 'other':
    case 'withdrawn':
      return notCarried
  }
}

const notCarried: Comparison = { kind: 'notCarried' }
const agrees: Comparison = { kind: 'agrees' }

function differs(value: unknown): Comparison {
  return { kind: 'differs', text: canonicalJson(value) }
}

/** That she is gone from the list is just what these say; of the rest it says nothing. */
function compareWithAbsence(kind: Amendment['body']['kind']): Comparison {
  return kind === 'died' || kind === 'moved' || kind === 'hospitalised' ? agrees : notCarried
}

/**
 * That a medicine is not on the list says that it was stopped only if it was on the sheet before. A name that was never
 * there may be misspelt, and the medicine still be on the list.
 */
function compareStopped(
  medicine: string,
  {
    listed,
    before,
    on,
  }: { listed: readonly Medication[]; before: readonly Medication[]; on: LocalDate },
): Comparison {
  const given = listed.filter((other) => !isStopped(other, on))
  const line = findMedicine(medicine, listed)
  if (line !== null) return isStopped(line, on) ? agrees : differs(line)
  const alike = given.filter((other) => mayMean(medicine, other))
  if (alike.length > 0) return differs(alike)
  return findMedicine(medicine, before) === null ? notCarried : agrees
}

function compareKey(
  place: string,
  code: string | null,
  { access, codes }: Partial<ListedFacts>,
): Comparison {
  if (access === undefined) return notCarried
  const way = access.find(({ description }) => isSamePlace(description, place))
  if (way === undefined) return differs(access)
  const said = [way.code, ...(codes ?? []).map((listed) => listed.code)].filter(
    (one) => one !== null,
  )
  // A list without codes says nothing of the code.
  if (code === null || said.length === 0) return agrees
  return said.some((one) => foldText(one) === foldText(code)) ? agrees : differs(said)
}

function isSamePlace(listed: string, written: string): boolean {
  const [one, other] = [foldText(listed), foldText(written)]
  return one !== '' && (one === other || one.includes(other) || other.includes(one))
}

/** The street decides; a postal code only where both say one. */
function isSameAddress(written: string, address: Address | null): boolean {
  if (address === null || address.street.trim() === '') return false
  const [first = ''] = written.split(',')
  // By whole words: «Storgata 1» is not «Storgata 12».
  const isStreet =
    spacedWords(written).startsWith(spacedWords(address.street)) ||
    foldText(first) === foldText(address.street)
  const code = /\b\d{4}\b/.exec(written.slice(first.length))?.[0] ?? null
  return isStreet && (code === null || address.postalCode === null || code === address.postalCode)
}

function digits(phone: string | null | undefined): string {
  return (phone ?? '').replaceAll(/\D/g, '').replace(/^(00)?47(?=\d{8}$)/, '')
}

/** `left`: the list says nothing of it, or was made before it, so that it could not know. */
export type Judgement =
  | { kind: 'confirmed' }
  | { kind: 'left' }
  | { kind: 'contradicted'; text: string }

/**
 * What a list that is valid from `asOf` makes of an amendment. Whatever its date, a list that agrees confirms. One that
 * differs contradicts only what was both written and in force before it was made.
 */
export function judgeByList(
  amendment: Amendment,
  hidden: ProtectedAmendment | null,
  { listed, asOf }: { listed: ListedOf; asOf: Instant },
): Judgement {
  const comparison = compareWithList(amendment, hidden, listed, localClock(asOf).on)
  const isNewer = asOf > amendment.writtenAt && asOf > amendment.from
  // That she is on the list, or is not, says something only of a list that could know.
  const needsNewer = listed === null || amendment.body.kind === 'home'
  if (comparison.kind === 'agrees' && (isNewer || !needsNewer)) return { kind: 'confirmed' }
  if (comparison.kind === 'differs' && isNewer) {
    return { kind: 'contradicted', text: comparison.text }
  }
  return { kind: 'left' }
}
