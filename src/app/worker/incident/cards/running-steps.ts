import type { RunningCard, RunningStep } from '#app/bridge/incident-queries.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import type { ActionCard, CardPhase, CardRole, CardStep } from '#domain/cards/action-card.ts'
import { phaseKindOf } from '#domain/cards/step-to-run.ts'
import {
  type DueStep,
  dueSteps,
  reachedThresholds,
  zonesOfStep,
} from '#domain/incidents/due-steps.ts'
import type { Incident, MarkedStep } from '#domain/incidents/incident.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'

export type RunningGround = {
  incident: Incident
  /** The cards of this phone. */
  cards: readonly ActionCard[]
  marked: readonly MarkedStep[]
  now: Instant
}

/** All steps of the incident's cards in their order, each in the zones that it is done in; null for all zones. */
export function runningSteps(ground: RunningGround, zone: ZoneId | null): RunningStep[] {
  const { incident, cards } = ground
  return incident.cards.flatMap(({ code }) =>
    cards.filter((card) => card.code === code).flatMap((card) => stepsOf(card, ground, zone)),
  )
}

/** A card of the incident as it runs, phase by phase. */
export function runningCard(
  card: ActionCard,
  ground: RunningGround,
  zone: ZoneId | null,
): RunningCard {
  const { incident, now } = ground
  const used = incident.cards.find(({ code }) => code === card.code)
  const steps = stepsOf(card, ground, zone)
  return {
    incident,
    card,
    isOtherVersion: used !== undefined && used.version !== card.version,
    thresholds: reachedThresholds(
      { ...incident, cards: [{ code: card.code, version: card.version }] },
      [{ code: card.code, thresholds: card.timedThresholds ?? [] }],
      now,
    ).map(({ threshold, at, isReached }) => ({ threshold, at, isReached })),
    phases: card.phases
      .filter((phase) => isPartOf(incident, phase))
      .map((phase) => ({
        title: phase.title,
        until: phase.toMinutes === null ? null : plusMinutes(incident.startsAt, phase.toMinutes),
        steps: steps.filter(({ step }) => phase.steps.some((own) => own.number === step.number)),
      })),
  }
}

/** Soonest first, those that are done last. */
export function tasksOf(steps: readonly RunningStep[], role: CardRole | null): RunningStep[] {
  return steps
    .filter(({ step }) => role === null || step.roles.includes(role))
    .toSorted((a, b) => rank(a) - rank(b) || compareDue(a.dueAt, b.dueAt))
}

/** Each once, whatever the number of its zones: an employee of several marks them by one press. */
export function countSteps(steps: readonly RunningStep[]): number {
  return new Set(steps.map(({ card, step }) => `${card} ${step.number}`)).size
}

function stepsOf(card: ActionCard, ground: RunningGround, zone: ZoneId | null): RunningStep[] {
  const { incident, marked, now } = ground
  const steps = card.phases.filter((phase) => isPartOf(incident, phase)).flatMap(stepsOfPhase)
  const timed = { code: card.code, steps: steps.map(withDue), thresholds: [] }
  const inUse = { ...incident, cards: [{ code: card.code, version: card.version }] }
  const left = new Map(
    dueSteps(inUse, [timed], marked, now).map((due) => [keyOf(due.step.number, due.zone), due]),
  )
  const marks = new Map(
    marked
      .filter((mark) => mark.card === card.code)
      .map((mark) => [keyOf(mark.step, mark.zone), mark]),
  )
  return steps.flatMap((step) =>
    zonesOfStep(step.roles, incident.area.zones)
      .filter((place) => zone === null || place === null || place === zone)
      .map((place) => {
        const key = keyOf(step.number, place)
        const { dueMinutes } = withDue(step)
        return {
          card: card.code,
          step,
          zone: place,
          dueAt: dueMinutes === null ? null : plusMinutes(incident.startsAt, dueMinutes),
          urgency: urgencyOf(left.get(key), marks.get(key)),
          marked: marks.get(key)?.standing ?? null,
        }
      }),
  )
}

/** A step that failed is to do still, with its mark. */
function urgencyOf(
  due: Pick<DueStep, 'state'> | undefined,
  mark: MarkedStep | undefined,
): RunningStep['urgency'] {
  if (due === undefined) return mark === undefined ? 'upcoming' : 'marked'
  return due.state === 'noDeadline' ? 'upcoming' : due.state
}

/** What is done for one patient alone is no part of it, nor what is done before a start that nobody knew beforehand. */
function isPartOf({ startsAt, started }: Incident, phase: CardPhase): boolean {
  const kind = phaseKindOf(phase)
  return kind !== 'single' && (kind !== 'before' || startsAt > started.at)
}

function stepsOfPhase({ steps }: CardPhase): CardStep[] {
  return steps
}

function withDue(step: CardStep) {
  return { ...step, dueMinutes: step.dueMinutes ?? null }
}

function keyOf(step: number, zone: ZoneId | null): string {
  return `${step} ${zone ?? ''}`
}

function rank({ urgency }: RunningStep): number {
  return urgency === 'marked' ? 1 : 0
}

/** Those without a deadline last. */
function compareDue(a: Instant | null, b: Instant | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : Number(a > b)
}
