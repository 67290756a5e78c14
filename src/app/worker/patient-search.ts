import type { Patient } from '#domain/patient/patient.ts'
import { findIndexed, type Indexed, indexed } from '#domain/lists/find-people.ts'

/** The number of patients whose words are folded at once, which takes a few milliseconds. */
const foldBatch = 500
/** A delay, so that the first list is answered before the folding begins. */
const foldAfterMilliseconds = 200

/**
 * Keeps the folded words of the patients who were searched last.
 *
 * It searches all of them at each key press: for ten thousand that takes a few milliseconds, while an
 * index with every telephone number takes two hundred for the key «9».
 */
export function patientSearch() {
  let known: readonly Indexed<Patient>[] = []

  return {
    /** Folds the patients' words soon, in batches, so that the screens' queries are answered in between. */
    prepare(patients: readonly Patient[]): void {
      const ahead: Indexed<Patient>[] = []
      const foldSome = (): void => {
        if (isSame(known, patients)) return
        const next = patients.slice(ahead.length, ahead.length + foldBatch)
        ahead.push(...next.map((patient) => indexed(patient)))
        if (ahead.length === patients.length) known = ahead
        else setTimeout(foldSome)
      }
      setTimeout(foldSome, foldAfterMilliseconds)
    },

    find(patients: readonly Patient[], text: string): Patient[] {
      if (!isSame(known, patients)) known = patients.map((patient) => indexed(patient))
      return findIndexed(known, text)
    },
  }
}

/** Whether the patients are the same, though the array may be a new one. */
function isSame(known: readonly Indexed<Patient>[], patients: readonly Patient[]): boolean {
  return (
    known.length === patients.length && known.every(({ person }, at) => person === patients[at])
  )
}
