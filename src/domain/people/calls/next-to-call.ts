import type { Standing } from '../../facts/standing.ts'
import { phoneShown } from '../../patient/address-shown.ts'
import type { Patient } from '../../patient/patient.ts'
import { type Instant, plusMinutes } from '../../time/instant.ts'
import type { FactOf } from '../people.ts'

/** Who has not answered is called again, or gone to, when so long has passed (TK-01, the first fifteen minutes). */
const tryAgainMinutes = 10

type Callable = { patient: Patient; contact: Standing<FactOf<'contact'>> | null }

/** When somebody who did not answer is called again; null for every other state. */
export function tryAgainAt(contact: Callable['contact']): Instant | null {
  if (contact?.shown.body.state !== 'noAnswer') return null
  return plusMinutes(contact.shown.at, tryAgainMinutes)
}

/**
 * Returns whom to call next: the first of the rows whom nobody has tried, then who did not answer, when it is time again.
 * Null when nobody is left whose number the phone has.
 */
export function nextToCall<Row extends Callable>(rows: readonly Row[], now: Instant): Row | null {
  const callable = rows.filter(({ patient }) => phoneShown(patient) !== null)
  const untried = callable.find(({ contact }) => contact === null)
  const due = callable.find(({ contact }) => {
    const again = tryAgainAt(contact)
    return again !== null && again <= now
  })
  return untried ?? due ?? null
}
