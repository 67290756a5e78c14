import type { IncidentQueries } from '#app/bridge/incident-queries.ts'
import { mapReading, withNeeded, withOptional } from '#app/bridge/reading.ts'
import { streetsOf } from '#domain/people/streets.ts'
import { lateNeeds } from '#domain/people/late-needs.ts'
import { saidOfIncident } from '#domain/incidents/said-of-incident.ts'
import { mergeCandidates } from '#domain/incidents/suggest-merge.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../lists/device-lists.ts'
import { cardQueries } from './cards/card-queries.ts'
import { incidentGround } from './model/incident-ground.ts'
import type { IncidentModel } from './model/incident-model.ts'
import { keptLast } from './model/kept.ts'
import type { KnownClock } from './model/known-clock.ts'
import type { KnownFacts } from './model/known-facts.ts'
import { knownPatients } from './model/known-patients.ts'
import { noCountdown, peopleQueries } from './people/people-queries.ts'
import { countSteps, runningSteps, tasksOf } from './cards/running-steps.ts'

type Services = {
  vault: Pick<Vault, 'access'>
  lists: DeviceLists
  facts: KnownFacts
  model: IncidentModel
  clock: KnownClock
  /** For how long the server has not heard from this phone. */
  silentMinutes(): number
}

/** How many rows the front page shows of who runs empty first. */
const boardRows = 5

/** Queries of an incident's screens. They are answered in the worker, so that only the rows that are asked for leave it. */
export function incidentQueries(services: Services): IncidentQueries {
  const { lists, facts, model, clock } = services
  const patients = knownPatients(lists)
  const read = incidentGround({ model, patients, clock })
  const { ground, ...cards } = cardQueries(services)
  const { glance, ...ofPeople } = peopleQueries({ ...services, read })
  const findLateNeeds = keptLast(lateNeeds)

  return {
    ...cards,
    ...ofPeople,
    async streets(zones, id) {
      const [ground, known] = await Promise.all([
        patients(null),
        id === null ? null : read(id, null),
      ])
      const places = known?.kind === 'open' ? known.value.people.places : []
      return mapReading(ground, ({ patients, collator }) =>
        streetsOf(
          patients.filter(({ zone }) => zones.includes(zone)),
          { places },
          collator,
        ),
      )
    },

    async history(id) {
      const [reading, found] = await Promise.all([model.coordination(), model.find(id)])
      return mapReading(withNeeded(reading, found), ({ value, needed }) =>
        needed === null ? [] : saidOfIncident(value, needed),
      )
    },

    async incidents() {
      const [reading, received, persons] = await Promise.all([
        model.incidents(),
        lists.listCoordinationFacts(),
        facts.people(),
      ])
      return mapReading(withOptional(reading, persons), (incidents) => ({
        incidents,
        maybeOne: mergeCandidates(incidents).map(({ ids: [one, other] }) => ({ one, other })),
        lateNeeds: findLateNeeds(incidents, persons.kind === 'open' ? persons.value : []),
        lastShared: received.kind === 'open' ? received.verifiedAt : null,
      }))
    },

    async board(id, role, zone) {
      const [steps, people] = await Promise.all([ground(id), glance(id, zone, boardRows)])
      if (steps.kind === 'locked' || people.kind === 'locked') return { kind: 'locked' }
      // A role without patients has an incident's tasks alone.
      const seen =
        people.kind === 'open'
          ? people.value
          : { emptyFirst: noCountdown, contact: { people: 0, notReached: 0 }, next: null }
      return mapReading(withOptional(steps, people), (known) => {
        if (known === null) return null
        const tasks = tasksOf(runningSteps(known, zone), role)
        const left = tasks.filter(({ urgency }) => urgency !== 'marked')
        const overdue = left.filter(({ urgency }) => urgency === 'overdue')
        return {
          ...seen,
          incident: known.incident,
          tasks: { left: countSteps(left), overdue: countSteps(overdue) },
        }
      })
    },

    async openingReason(zone) {
      const [reading, effects] = await Promise.all([model.incidents(), model.effects()])
      if (effects.kind !== 'open') return effects
      const { widensAccess, because } = effects.value
      return mapReading(reading, (incidents) => {
        const found = incidents.find(
          ({ id, area }) => because.includes(id) && area.zones.includes(zone),
        )
        return widensAccess ? (found?.id ?? null) : null
      })
    },

    async holdsUpdates() {
      return mapReading(await model.effects(), ({ holdsUpdates }) => holdsUpdates)
    },

    now: () => clock.now(),
  }
}
