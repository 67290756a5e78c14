import type { EmployeeId, PatientId } from '../base/ids.ts'
import type { Standing } from '../facts/standing.ts'
import type { DoseKey, PersonFact, PersonFactBody, VisitKey } from './person-fact.ts'

export type FactOf<Kind extends PersonFactBody['kind']> = PersonFact & {
  body: Extract<PersonFactBody, { kind: Kind }>
}

/** A visit, as far as it is known here. */
export type VisitState = {
  key: VisitKey
  /** Whose it is: the giver's until the receiver has taken it over; null while it is nobody's. */
  holder: { employeeId: EmployeeId; name: string } | null
  /** A gift that nobody has taken over yet. */
  offered: Standing<FactOf<'visitGiven'>> | null
  /** Who has taken it: the later shows, and the other stands beside. Both go where two are needed. */
  taken: Standing<FactOf<'visitTaken'>> | null
  /** Done by anyone is done. */
  ended: Standing<FactOf<'visitEnded'>> | null
  /** Somebody found that it takes two, and nobody has done it since. */
  needsTwo: boolean
}

/** A dose, as far as it is known here. That nothing is known never means that it was not given. */
export type DoseState = {
  key: DoseKey
  lastKnown: FactOf<'dose'> | null
  given: readonly FactOf<'dose'>[]
  /** Given twice by different facts, and nobody has looked into it yet. */
  isDoubled: boolean
}

/** What the facts say about a zone's patients, or several zones': read across all incidents of a world, each patient once. */
export type People = {
  contacts: ReadonlyMap<PatientId, Standing<FactOf<'contact'>>>
  /** The findings about power that stand, newest first. */
  power: ReadonlyMap<PatientId, readonly FactOf<'power'>[]>
  places: readonly FactOf<'placePower'>[]
  /** By `visitKeyText`. */
  visits: ReadonlyMap<string, VisitState>
  /** By `doseKeyText`. */
  doses: ReadonlyMap<string, DoseState>
}
