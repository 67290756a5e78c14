import type { PatientId } from '#domain/base/ids.ts'
import type { LateNeeds } from '#domain/people/counting/late-needs.ts'
import type { Core } from '#app/bridge/core.ts'
import type { Elsewhere, PersonReading } from '#app/bridge/incident-queries.ts'

/** Somebody who needs a visit, as it was said in an incident that was over. */
export type LateNeed = {
  incident: LateNeeds['incident']
  patientId: PatientId
  /** Null for one who is not on this phone. */
  person: PersonReading | null
  elsewhere: Elsewhere | null
}

/** More than these are a list of their own. */
const shown = 3

/** The first of them as the people they are, and how many more there are. */
export async function readLateNeeds(
  { incidents }: Pick<Core, 'incidents'>,
  needs: readonly LateNeeds[],
): Promise<{ people: readonly LateNeed[]; more: number }> {
  const all = needs.flatMap(({ incident, patients }) =>
    patients.map((patientId) => ({ incident, patientId })),
  )
  const people = await Promise.all(
    all.slice(0, shown).map(async ({ incident, patientId }) => {
      const found = await incidents.person(incident, patientId)
      const person = found.kind === 'open' ? found.value : null
      if (person !== null) return { incident, patientId, person, elsewhere: null }
      const where = await incidents.whereIs(patientId)
      const elsewhere = where.kind === 'open' ? where.value : null
      return { incident, patientId, person, elsewhere }
    }),
  )
  return { people, more: all.length - people.length }
}
