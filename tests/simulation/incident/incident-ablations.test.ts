import { expect, test } from 'vitest'
import { incidentAblations, isIncidentAblation } from './incident-ablations.ts'
import { simulateIncident } from './simulate-incident.ts'

const names = Object.keys(incidentAblations).filter(isIncidentAblation)

/** Within so many seeds each mechanism is missed when it is left out. */
const mostSeeds = 300

test.each(names)('without %s the simulation of an incident fails', (without) => {
  let failure: string | null = null
  for (let seed = 1; seed <= mostSeeds && failure === null; seed++) {
    failure = simulateIncident({ seed, without })
  }

  expect(failure).not.toBeNull()
})
