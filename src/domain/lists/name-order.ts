import type { Patient } from '../patient/patient.ts'

/** Makes the Norwegian name order, where aa sorts as å. It is slow to make, so a composition root makes it once. */
export function norwegianCollator(): Intl.Collator {
  return new Intl.Collator('nb', { sensitivity: 'accent', numeric: true })
}

type Named = Pick<Patient, 'id' | 'name'>

/** Compares by family name, given name and id, so that the order never depends on the input. */
export function compareNamesAndIds(a: Named, b: Named, collator: Intl.Collator): number {
  return (
    collator.compare(a.name.family, b.name.family) ||
    collator.compare(a.name.given, b.name.given) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  )
}
