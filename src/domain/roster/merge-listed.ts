import { canonicalJson } from '../base/canonical-json.ts'
import { foldText } from '../base/folded-text.ts'
import type { ListedAccess, ListedFacts, ListedPerson } from './listed-person.ts'

/**
 * One person of two rows about her. The first row's words stand; lists are joined, gaps are filled, and the
 * stricter address protection counts.
 */
export function mergeListed(first: ListedPerson, further: ListedPerson): ListedPerson {
  const numbers = [first.personalNumber, further.personalNumber].filter((number) => number !== null)
  return {
    line: first.line,
    name: hasName(first) ? first.name : further.name,
    bornOn: first.bornOn ?? further.bornOn,
    personalNumber: numbers.find(({ valid }) => valid) ?? numbers[0] ?? null,
    ehrId: first.ehrId ?? further.ehrId,
    zoneName: first.zoneName ?? further.zoneName,
    facts: mergeFacts(first.facts, further.facts),
  }
}

function hasName({ name }: ListedPerson): boolean {
  return foldText(name.family + name.given) !== ''
}

function mergeFacts(a: Partial<ListedFacts>, b: Partial<ListedFacts>): Partial<ListedFacts> {
  const merged: Partial<ListedFacts> = { ...b, ...a }
  if (b.addressProtection !== undefined) {
    const levels = [a.addressProtection, b.addressProtection]
    merged.addressProtection =
      (['strictlyConfidential', 'confidential', 'none'] as const).find((level) =>
        levels.includes(level),
      ) ?? 'none'
  }
  for (const fact of singleFacts) {
    if (a[fact] === null && b[fact] !== undefined) Object.assign(merged, { [fact]: b[fact] })
  }
  if (a.services && b.services) merged.services = joined(a.services, b.services)
  if (a.devices && b.devices) merged.devices = joined(a.devices, b.devices)
  if (a.doseTimes && b.doseTimes) merged.doseTimes = joined(a.doseTimes, b.doseTimes).toSorted()
  if (a.supervisionTimes && b.supervisionTimes)
    merged.supervisionTimes = joined(a.supervisionTimes, b.supervisionTimes).toSorted()
  if (a.nextOfKin && b.nextOfKin) merged.nextOfKin = joined(a.nextOfKin, b.nextOfKin)
  if (a.critical && b.critical) merged.critical = joined(a.critical, b.critical)
  if (a.access && b.access) merged.access = joinedAccess(a.access, b.access)
  if (a.codes && b.codes) merged.codes = joined(a.codes, b.codes)
  if (a.remarks && b.remarks) merged.remarks = joined(a.remarks, b.remarks)
  if (a.diagnoses && b.diagnoses) merged.diagnoses = joined(a.diagnoses, b.diagnoses)
  if (a.medications && b.medications) merged.medications = joined(a.medications, b.medications)
  return merged
}

const singleFacts = [
  'address',
  'phone',
  'livesAlone',
  'generalPractitioner',
  'mobility',
  'communication',
  'gender',
  'resuscitation',
  'nutrition',
  'pharmacy',
] as const

/** A second row about the same way in may be the one that has its code; two codes are two ways in. */
function joinedAccess(
  first: readonly ListedAccess[],
  second: readonly ListedAccess[],
): ListedAccess[] {
  const ways = [...first]
  for (const way of second) {
    const place = ways.findIndex(
      ({ kind, description, code }) =>
        kind === way.kind &&
        description === way.description &&
        (code === way.code || code === null || way.code === null),
    )
    const known = ways[place]
    if (known === undefined) ways.push(way)
    else ways[place] = { ...known, code: known.code ?? way.code }
  }
  return ways
}

function joined<Value>(first: readonly Value[], second: readonly Value[]): Value[] {
  return [...new Map([...first, ...second].map((value) => [canonicalJson(value), value])).values()]
}
