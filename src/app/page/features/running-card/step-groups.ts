import { stepWorry } from '#domain/incidents/marked-steps.ts'
import type { EntryId } from '#domain/base/ids.ts'
import type { CoordinationFact, StepState } from '#domain/incidents/coordination-fact.ts'
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

/** Places of a step that one press has marked. */
export type MarkedPlaces = {
  shown: CoordinationFact
  beside: readonly CoordinationFact[]
  /** Empty where it is marked everywhere alike. */
  zoneNames: readonly string[]
  /** All that is said there: undone together. */
  facts: readonly EntryId[]
}

/** What is marked alike stands in one line: same person, same minute, same words, and nobody says otherwise. */
export function markedPlaces(
  { places }: StepGroup,
  nameOf: (place: RunningStep) => string | null,
  wordsOf: (fact: CoordinationFact) => string,
): MarkedPlaces[] {
  const alike = new Map<string, RunningStep[]>()
  for (const place of places) {
    if (place.marked === null) continue
    const isAlone = place.marked.beside.length === 0
    const key = isAlone ? wordsOf(place.marked.shown) : `${place.zone} ${place.card}`
    alike.set(key, [...(alike.get(key) ?? []), place])
  }
  return [...alike.values()].flatMap((same): MarkedPlaces[] => {
    const [first] = same
    if (first === undefined || first.marked === null) return []
    const { shown, beside } = first.marked
    return [
      {
        shown,
        beside,
        zoneNames:
          same.length === places.length ? [] : same.map(nameOf).filter((name) => name !== null),
        facts: same.flatMap(({ marked }) =>
          marked === null ? [] : [marked.shown, ...marked.beside].map(({ entryId }) => entryId),
        ),
      },
    ]
  })
}
