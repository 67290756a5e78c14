import type { IncidentQueries } from '#app/bridge/incident-queries.ts'
import { mapReading, type Reading, withNeeded, withOptional } from '#app/bridge/reading.ts'
import type { IncidentId } from '#domain/base/ids.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { markedSteps } from '#domain/incidents/marked-steps.ts'
import type { DeviceLists } from '../../lists/device-lists.ts'
import type { IncidentModel } from '../model/incident-model.ts'
import { keptLast } from '../model/kept.ts'
import type { KnownClock } from '../model/known-clock.ts'
import { runningCard, type RunningGround, runningSteps, tasksOf } from './running-steps.ts'

/** An incident's cards as they run. */
export function cardQueries({
  lists,
  model,
  clock,
}: {
  lists: DeviceLists
  model: IncidentModel
  clock: KnownClock
}): Pick<IncidentQueries, 'runningCard' | 'tasks'> & {
  /** Without cards when they are not on this phone. Null when no incident has the id. */
  ground(incident: IncidentId): Promise<Reading<RunningGround | null>>
} {
  const marksOf = keptLast((facts: readonly CoordinationFact[], incident: Incident) =>
    markedSteps(facts, incident),
  )

  async function ground(id: IncidentId): Promise<Reading<RunningGround | null>> {
    const [cards, facts, found, now] = await Promise.all([
      lists.listCards(),
      model.coordination(),
      model.find(id),
      clock.now(),
    ])
    return mapReading(withOptional(withNeeded(facts, found), cards), ({ value, needed }) =>
      needed === null
        ? null
        : {
            incident: needed,
            cards: cards.kind === 'open' ? cards.value : [],
            marked: marksOf(value, needed),
            now,
          },
    )
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
