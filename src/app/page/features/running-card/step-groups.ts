import { stepWorry } from '#domain/incidents/marked-steps.ts'
import type { StepState } from '#domain/incidents/coordination-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { RunningStep } from '#app/bridge/incident-queries.ts'
import { isFinished, markState } from './mark-text.ts'

/** A step of a card, in all zones that she does it in: she reads it once, and marks it by one press. */
export type StepGroup = {
  key: string
  card: RunningStep['card']
  step: RunningStep['step']
  dueAt: Instant | null
  /** Of the places that are left. */
  isOverdue: boolean
  isDue: boolean
  places: readonly RunningStep[]
}

/** In the order of the first place of each. */
export function groupSteps(steps: readonly RunningStep[]): StepGroup[] {
  const groups = new Map<string, RunningStep[]>()
  for (const step of steps) {
    const key = `${step.card} ${step.step.number}`
    groups.set(key, [...(groups.get(key) ?? []), step])
  }
  return [...groups].flatMap(([key, places]): StepGroup[] => {
    const [first] = places
    if (first === undefined) return []
    const { card, step, dueAt } = first
    const left = places.filter((place) => !isFinished(place))
    return [
      {
        key,
        card,
        step,
        dueAt,
        isOverdue: left.some(({ urgency }) => urgency === 'overdue'),
        isDue: left.some(({ urgency }) => urgency === 'due'),
        places,
      },
    ]
  })
}

export function isGroupFinished({ places }: StepGroup): boolean {
  return places.every(isFinished)
}

/** What somebody has said of it everywhere, the most worrying; null while a place has no mark. */
export function stateOfGroup({ places }: StepGroup): StepState | null {
  const states = places.map(({ marked }) => (marked === null ? null : markState(marked.shown)))
  const known = states.filter((state) => state !== null)
  if (known.length < states.length) return null
  return known.toSorted((a, b) => stepWorry[b] - stepWorry[a]).at(0) ?? null
}
