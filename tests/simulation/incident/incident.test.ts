import { expect, test } from 'vitest'
import { unmetVisits } from '#domain/people/visits/unmet-visits.ts'
import type { IncidentView } from './incident-view.ts'
import { simulateIncident } from './simulate-incident.ts'

function failingSeeds(seeds: number): string[] {
  const found: string[] = []
  for (let seed = 1; seed <= seeds; seed++) {
    const failure = simulateIncident({ seed })
    if (failure !== null) found.push(`seed ${seed}: ${failure}`)
  }
  return found
}

test('phones without a server, with wrong clocks, come to show the same, and nothing is lost', () => {
  expect(failingSeeds(3_000)).toEqual([])
})

/** Which of the things that must go right have come about. */
function metIn({ incidents, marks, people }: IncidentView): Record<string, boolean> {
  const visits = [...people.visits.values()]
  return {
    merged: incidents.some(({ members }) => members.length > 1),
    closed: incidents.some(({ standing }) => standing === 'closed'),
    late: incidents.some(({ late }) => late.length > 0),
    confirmed: incidents.some(({ standing }) => standing === 'confirmed'),
    marksBeside: marks.some(({ standing }) => standing.beside.length > 0),
    contactsBeside: [...people.contacts.values()].some(({ beside }) => beside.length > 0),
    takenByTwo: visits.some(({ taken }) => (taken?.beside.length ?? 0) > 0),
    needsTwo: unmetVisits(people).length > 0,
    doubled: [...people.doses.values()].some(({ isDoubled }) => isDoubled),
  }
}

test('the seeds meet all that they are for', () => {
  const counts: Record<string, number> = {}
  const count = (view: IncidentView) => {
    for (const [name, has] of Object.entries(metIn(view))) {
      counts[name] = (counts[name] ?? 0) + Number(has)
    }
  }
  for (let seed = 1; seed <= 200; seed++) simulateIncident({ seed, onLast: count })

  expect(Object.entries(counts).filter(([, times]) => times < 5)).toEqual([])
})

test('a seed replays to the last fact', () => {
  const views: IncidentView[] = []
  for (const seed of [7, 7]) simulateIncident({ seed, onLast: (view) => views.push(view) })

  expect(views[0]).toEqual(views[1])
})
