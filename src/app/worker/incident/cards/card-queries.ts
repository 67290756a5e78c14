import type { IncidentQueries } from '#app/bridge/incident-queries.ts'
import { mapReading, type Reading, withOptional } from '#app/bridge/reading.ts'
import type { IncidentId } from '#domain/base/ids.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { markedSteps } from '#domain/incidents/marked-steps.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import type { ReadKnown } from '../model/incident-model.ts'
import { keptLast } from '../../lists/kept.ts'
import { runningCard, type RunningGround, runningSteps, tasksOf } from './running-steps.ts'

/** An incident's cards as they run. */
export function cardQueries(
  readKnown: ReadKnown,
  lists: Pick<DeviceLists, 'listCards'>,
): Pick<IncidentQueries, 'runningCard' | 'tasks'> & {
  /** Without cards when they are not on this phone. Null when no incident has the id. */
  ground(incident: IncidentId): Promise<Reading<RunningGround | null>>
} {
  const marksOf = keptLast((facts: readonly CoordinationFact[], incident: Incident) =>
    markedSteps(facts, incident),
  )

  async function ground(id: IncidentId): Promise<Reading<RunningGround | null>> {
    const [cards, known] = await Promise.all([lists.listCards(), readKnown()])
    return mapReading(withOptional(known, cards), ({ find, coordination, now }) => {
      const incident = find(id)
      if (incident === null) return null
      const marked = marksOf(coordination, incident)
      return { incident, cards: cards.kind === 'open' ? cards.value : [], marked, now }
    })
  }

  /** The same, and none while no card is here. */
  async function withCards(id: IncidentId): Promise<Reading<RunningGround | null>> {
    const cards = await lists.listCards()
    return cards.kind === 'none' ? cards : ground(id)
  }

  return {
    ground,

    async runningCard(id, code, zone) {
      return mapReading(await withCards(id), (known) => {
        const card = known?.cards.find((one) => one.code === code)
        return !known || card === undefined ? null : runningCard(card, known, zone)
      })
    },

    async tasks(id, role, zone) {
      return mapReading(await withCards(id), (known) =>
        known === null ? [] : tasksOf(runningSteps(known, zone), role),
      )
    },
  }
}
