import type { IncidentQueries } from '#app/bridge/incident-queries.ts'
import { mapReading, withOptional } from '#app/bridge/reading.ts'
import { plansInForce } from '#domain/contacts/zone-plan.ts'
import { saidOfIncident } from '#domain/incidents/said-of-incident.ts'
import { mergeCandidates } from '#domain/incidents/suggest-merge.ts'
import { lateNeeds } from '#domain/people/counting/late-needs.ts'
import { streetsOf } from '#domain/people/streets.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../lists/device-lists.ts'
import { cardQueries } from './cards/card-queries.ts'
import { countSteps, runningSteps, tasksOf } from './cards/running-steps.ts'
import { incidentGround, type ReadAway } from './model/incident-ground.ts'
import type { ReadKnown } from './model/incident-model.ts'
import { keptLast } from '../lists/kept.ts'
import type { KnownClock } from './model/known-clock.ts'
import { knownPatients } from './model/known-patients.ts'
import { ifPowerGoes } from './people/if-power-goes.ts'
import { noGlance, peopleQueries } from './people/people-queries.ts'
import { whomToAskReader } from './people/read-whom-to-ask.ts'
import { zonesOfIncident } from './people/zones-of-incident.ts'

type Services = {
  vault: Pick<Vault, 'access'>
  lists: DeviceLists
  readAway: ReadAway
  readKnown: ReadKnown
  known: KnownClock
  /** For how long the server has not heard from this phone. */
  silentMinutes(): number
}

/** How many rows the front page shows of who runs empty first. */
const boardRows = 5

/** Queries of an incident's screens. They are answered in the worker, so that only the rows that are asked for leave it. */
export function incidentQueries(services: Services): IncidentQueries {
  const { lists, readKnown, readAway, known } = services
  const readPatients = knownPatients(lists)
  const read = incidentGround(readKnown, readPatients, readAway)
  const { ground, ...cards } = cardQueries(readKnown, lists)
  const readWhomToAsk = whomToAskReader(lists, services.vault.access)
  const { glance, ...people } = peopleQueries({ ...services, read, readWhomToAsk })
  const findLateNeeds = keptLast(lateNeeds)

  return {
    ...cards,
    ...people,
    ...zonesOfIncident({ ...services, readWhomToAsk }),
    ifPowerGoes: ifPowerGoes({ readPatients, readAway }),

    async streets(zones, id) {
      const [patients, known] = await Promise.all([readPatients(null), readKnown()])
      const incident = id !== null && known.kind === 'open' ? known.value.find(id) : null
      const places =
        incident !== null && known.kind === 'open'
          ? known.value.peopleOf(incident).people.places
          : []
      return mapReading(patients, (ground) =>
        streetsOf(
          ground.patients.filter(({ zone }) => zones.includes(zone)),
          { places },
          ground.collator,
        ),
      )
    },

    async history(id) {
      return mapReading(await readKnown(), ({ find, coordination }) => {
        const incident = find(id)
        return incident === null ? [] : saidOfIncident(coordination, incident)
      })
    },

    async incidents() {
      return mapReading(await readKnown(), (all) => ({
        incidents: all.incidents,
        maybeOne: mergeCandidates(all.incidents),
        lateNeeds: findLateNeeds(all.incidents, all.people),
        lastShared: all.lastShared,
      }))
    },

    async board(id, role, zone) {
      const [steps, patients] = await Promise.all([ground(id), glance(id, zone, boardRows)])
      // A role without patients has an incident's tasks alone.
      const seen = patients.kind === 'open' ? patients.value : noGlance
      return mapReading(withOptional(steps, patients), (running) => {
        if (running === null) return null
        const tasks = tasksOf(runningSteps(running, zone), role)
        const left = tasks.filter(({ urgency }) => urgency !== 'marked')
        const overdue = left.filter(({ urgency }) => urgency === 'overdue')
        return {
          ...seen,
          incident: running.incident,
          tasks: { left: countSteps(left), overdue: countSteps(overdue) },
        }
      })
    },

    async openingReason(zone) {
      return mapReading(await readKnown(), ({ incidents, effects }) => {
        const reasons = effects.widensAccess ? effects.because : []
        const found = incidents.find(
          ({ id, area }) => reasons.includes(id) && area.zones.includes(zone),
        )
        return found?.id ?? null
      })
    },

    async holdsUpdates() {
      return mapReading(await readKnown(), ({ effects }) => effects.holdsUpdates)
    },

    async plansInForce() {
      const [plans, unlocked, silent] = await Promise.all([
        lists.listZonePlans(),
        services.vault.access.findUnlocked(),
        known.silentMinutes(),
      ])
      if (unlocked === null) return { kind: 'locked' }
      const mine = new Set(unlocked.profile.zones.map(({ id }) => id))
      return mapReading(plans, (all) =>
        plansInForce(
          all.filter(({ zone }) => mine.has(zone)),
          silent,
        ),
      )
    },

    now: () => known.now(),
  }
}
