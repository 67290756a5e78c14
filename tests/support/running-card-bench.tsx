import { expect } from 'vitest'
import type { RunningCard, RunningStep } from '#app/bridge/incident-queries.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'
import {
  aCard,
  aFact,
  anIncident,
  anIncidentId,
  aRunningStep,
  nord2,
  tk01,
} from './a-shown-incident.ts'
import { incidentBench } from './incident-bench.ts'
import { openReading } from './page-bench.tsx'

export const nord1 = ZoneId.parse('nord-1')
export const nord3 = ZoneId.parse('nord-3')
export const cardPath = `/hendelse/${anIncidentId(1)}/kort/tk-01`
export const at0256 = Instant.parse('2026-11-23T01:56:00.000Z')
const at0341 = Instant.parse('2026-11-23T02:41:00.000Z')

export const overdue = aRunningStep()
const upcoming = aRunningStep({
  step: { number: 6, lead: null, text: 'Finn ut når batteriet er tomt.', critical: false },
  dueAt: at0341,
})
const ofNurses = aRunningStep({ step: { number: 4, roles: ['A'], text: 'Lad jobbtelefonen.' } })

export function markedAs(state: 'done' | 'failed', word: string | null = null): RunningStep {
  const body = {
    kind: 'step',
    card: tk01,
    cardVersion: 4,
    step: 1,
    zone: nord2,
    state,
    word,
  } as const
  return aRunningStep({
    step: { number: 1, lead: null, text: 'Noter klokkeslett.', critical: false },
    urgency: 'marked',
    marked: { shown: aFact(body), beside: [] },
  })
}

type BenchOptions = Parameters<typeof incidentBench>[0] & {
  steps?: readonly RunningStep[]
  running?: Partial<RunningCard>
}

export function benchOf({
  steps = [markedAs('done'), overdue],
  running,
  ...options
}: BenchOptions = {}) {
  const incident = anIncident()
  const card: RunningCard = {
    incident,
    card: aCard(),
    isOtherVersion: false,
    thresholds: [],
    phases: [
      { title: '0–15 min', until: at0256, steps },
      { title: '15–60 min', until: at0341, steps: [upcoming, ofNurses] },
    ],
    ...running,
  }
  return incidentBench({
    role: 'shiftLead',
    incidents: [incident],
    ...options,
    answers: {
      runningCard: () => Promise.resolve(openReading(card)),
      tasks: () => Promise.resolve(openReading([...steps, upcoming])),
    },
  })
}

export async function open(bench: ReturnType<typeof benchOf>, path = cardPath) {
  const screen = await bench.draw(path)
  await expect.element(screen.getByText(/Finn ut når batteriet er tomt/)).toBeVisible()
  return screen
}
