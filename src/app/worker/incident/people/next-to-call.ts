import type { IncidentBoard } from '#app/bridge/incident-queries.ts'
import type { ContactRow } from '#domain/people/contact-list.ts'
import type { Countdown } from '#domain/people/countdown.ts'

/**
 * Whom to call next of those who are hers to call: who has not been called before who did not answer, and of these the one
 * whose power lasts shortest, then by the order of the list. Who needs a visit has answered.
 */
export function nextToCall(
  mine: readonly ContactRow[],
  { known, unknown }: Pick<Countdown, 'known' | 'unknown'>,
): IncidentBoard['next'] {
  const notCalled = mine.filter(({ state }) => state === 'notContacted')
  const noAnswer = mine.filter(({ state }) => state === 'noAnswer')
  const [waiting = []] = [notCalled, noAnswer].filter((rows) => rows.length > 0)
  const byPatient = new Map(waiting.map((row) => [row.patient.id, row]))
  const soonest = [...known, ...unknown].find(({ patient }) => byPatient.has(patient.id))
  const next = soonest === undefined ? waiting[0] : byPatient.get(soonest.patient.id)
  return next === undefined
    ? null
    : { patientId: next.patient.id, fact: next.standing?.shown.entryId ?? null }
}
