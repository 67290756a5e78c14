import type { PatientId } from '../base/ids.ts'
import type { Patient } from '../patient/patient.ts'

/**
 * The place of each patient by family name, given name and id: the order of `compareNamesAndIds`. A collator is slow, so
 * it compares each different name once, and ten thousand patients have far fewer names.
 */
export function nameRanks(
  patients: readonly Patient[],
  collator: Intl.Collator,
): ReadonlyMap<PatientId, number> {
  const family = textRanks(
    patients.map(({ name }) => name.family),
    collator,
  )
  const given = textRanks(
    patients.map(({ name }) => name.given),
    collator,
  )
  const keyed = patients.map(({ id, name }) => ({
    id,
    family: family.get(name.family) ?? 0,
    given: given.get(name.given) ?? 0,
  }))
  keyed.sort(
    (a, b) => a.family - b.family || a.given - b.given || (a.id < b.id ? -1 : Number(a.id > b.id)),
  )
  return new Map(keyed.map(({ id }, rank) => [id, rank]))
}

/** Texts that the collator holds equal have one rank. */
function textRanks(texts: readonly string[], collator: Intl.Collator): ReadonlyMap<string, number> {
  const sorted = [...new Set(texts)].toSorted((a, b) => collator.compare(a, b))
  const ranks = new Map<string, number>()
  let rank = 0
  let last: string | null = null
  for (const text of sorted) {
    if (last !== null && collator.compare(last, text) !== 0) rank += 1
    ranks.set(text, rank)
    last = text
  }
  return ranks
}
