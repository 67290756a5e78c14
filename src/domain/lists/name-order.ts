import type { Patient } from '../patient/patient.ts'

/** Norwegian name order, made once by whoever composes the app, because making one takes longer than sorting with it: aa sorts as å. */
export function norwegianCollator(): Intl.Collator {
  return new Intl.Collator('nb', { sensitivity: 'accent', numeric: true })
}

/** By family name, given name and, for people of the same name, id: never by the order in which they came. */
export function compareNamesAndIds(a: Patient, b: Patient, collator: Intl.Collator): number {
  return (
    collator.compare(a.name.family, b.name.family) ||
    collator.compare(a.name.given, b.name.given) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  )
}
