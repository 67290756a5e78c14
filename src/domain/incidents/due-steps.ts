import type { ZoneId } from '../base/ids.ts'
import type { CardCode, CardRole } from '../cards/action-card.ts'
import { type Instant, minutesBetween, plusMinutes } from '../time/instant.ts'
import type { Incident, MarkedStep } from './incident.ts'

/** A card as far as its clock goes, with the steps that an incident has: not those for one patient alone. */
export type TimedCard<Step extends TimedStep = TimedStep> = {
  code: CardCode
  steps: readonly Step[]
}

export type TimedStep = {
  number: number
  roles: readonly CardRole[]
  /** From the incident's start; negative before a planned one, null without a deadline. */
  dueMinutes: number | null
  critical: boolean
}

export type TimedThreshold = { afterMinutes: number; from: 'start' | 'announcedEnd' }

/** Each instant is in exactly one: upcoming until a quarter of an hour before the deadline, overdue from the deadline on. */
export type DueState = 'noDeadline' | 'upcoming' | 'due' | 'overdue'

export type DueStep<Step extends TimedStep = TimedStep> = {
  card: CardCode
  step: Step
  /** Null for a step that is the municipality's. */
  zone: ZoneId | null
  dueAt: Instant | null
  state: DueState
  /** A mark that leaves it to do: failed. */
  marked: MarkedStep | null
}

export type ReachedThreshold<Threshold extends TimedThreshold> = {
  card: CardCode
  threshold: Threshold
  at: Instant
  isReached: boolean
}

const dueBeforeMinutes = 15

/**
 * What is left to do on the incident's cards, soonest deadline first. `now` is the phone's time as the server last
 * corrected it: a phone that is years wrong is not years late.
 */
export function dueSteps<Step extends TimedStep>(
  incident: Incident,
  cards: readonly TimedCard<Step>[],
  marked: readonly MarkedStep[],
  now: Instant,
): DueStep<Step>[] {
  if (incident.standing === 'closed') return []
  const marks = new Map(marked.map((mark) => [markKey(mark.card, mark.step, mark.zone), mark]))
  const inUse = cardsInUse(incident, cards)
  return inUse
    .flatMap(({ code, steps }) =>
      steps.flatMap((step) =>
        zonesOfStep(step.roles, incident.area.zones).map((zone) => ({ code, step, zone })),
      ),
    )
    .flatMap(({ code, step, zone }): DueStep<Step>[] => {
      const mark = marks.get(markKey(code, step.number, zone)) ?? null
      if (mark !== null && !isLeft(mark)) return []
      const dueAt =
        step.dueMinutes === null ? null : plusMinutes(incident.startsAt, step.dueMinutes)
      return [{ card: code, step, zone, dueAt, state: dueState(dueAt, now), marked: mark }]
    })
    .toSorted((a, b) => compareDue(a.dueAt, b.dueAt))
}

/**
 * The zones that a step is done in. Employees on the route and shift leads do it in each zone; what only a leader, HDU
 * or the crisis management does is done once, and has none.
 */
export function zonesOfStep(
  roles: readonly CardRole[],
  zones: readonly ZoneId[],
): readonly (ZoneId | null)[] {
  return roles.some((role) => role === 'A' || role === 'V') ? zones : [null]
}

/** The thresholds of the cards in use, soonest first. */
export function reachedThresholds<Threshold extends TimedThreshold>(
  incident: Incident,
  cards: readonly { code: CardCode; thresholds: readonly Threshold[] }[],
  now: Instant,
): ReachedThreshold<Threshold>[] {
  return cardsInUse(incident, cards)
    .flatMap(({ code, thresholds }) =>
      thresholds.map((threshold) => {
        const at = thresholdAt(threshold, incident)
        return { card: code, threshold, at, isReached: minutesBetween(at, now) >= 0 }
      }),
    )
    .toSorted((a, b) => compareDue(a.at, b.at))
}

function thresholdAt({ afterMinutes, from }: TimedThreshold, incident: Incident): Instant {
  const { startsAt, announcedEnd } = incident
  return plusMinutes(from === 'announcedEnd' ? (announcedEnd ?? startsAt) : startsAt, afterMinutes)
}

function cardsInUse<Card extends { code: CardCode }>(
  incident: Incident,
  cards: readonly Card[],
): Card[] {
  return incident.cards.flatMap(({ code }) => cards.filter((card) => card.code === code))
}

function isLeft({ standing }: MarkedStep): boolean {
  return standing.shown.body.kind === 'step' && standing.shown.body.state === 'failed'
}

export function dueState(dueAt: Instant | null, now: Instant): DueState {
  if (dueAt === null) return 'noDeadline'
  const left = minutesBetween(now, dueAt)
  if (left <= 0) return 'overdue'
  return left <= dueBeforeMinutes ? 'due' : 'upcoming'
}

/** Those without a deadline last. */
function compareDue(a: Instant | null, b: Instant | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : Number(a > b)
}

function markKey(card: CardCode, step: number, zone: ZoneId | null): string {
  return `${card} ${step} ${zone ?? ''}`
}
