import type { PatientId } from '#domain/base/ids.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { findIndexed, type Indexed, indexed } from '#domain/lists/find-people.ts'
import { spacedWords } from '#domain/lists/search-words.ts'
import { temporaryNumber } from '#domain/patient/temporary-number.ts'

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
        ahead.push(...next.map(indexOf))
        if (ahead.length === patients.length) known = ahead
        else setTimeout(foldSome)
      }
      setTimeout(foldSome, foldAfterMilliseconds)
    },

    /** `since` has what else may be typed to find a patient: what was signed about her since the list. */
    find(
      patients: readonly Patient[],
      text: string,
      since: ReadonlyMap<PatientId, string> = new Map(),
    ): Patient[] {
      if (!isSame(known, patients)) known = patients.map(indexOf)
      return findIndexed(withSince(known, since), text)
    },
  }
}

/** Whether the patients are the same, though the array may be a new one. */
function isSame(known: readonly Indexed<Patient>[], patients: readonly Patient[]): boolean {
  return (
    known.length === patients.length && known.every(({ person }, at) => person === patients[at])
  )
}

function indexOf(patient: Patient): Indexed<Patient> {
  return indexed(patient, numbersOf(patient))
}

function withSince(
  known: readonly Indexed<Patient>[],
  since: ReadonlyMap<PatientId, string>,
): readonly Indexed<Patient>[] {
  if (since.size === 0) return known
  return known.map((each) => {
    const text = since.get(each.person.id)
    return text === undefined ? each : { ...each, others: each.others + spacedWords(text) }
  })
}
/** The temporary numbers that a patient has, or had. */
function numbersOf({ id, temporary }: Patient): string[] {
  return temporary === undefined ? [] : [temporaryNumber(id)]
}
