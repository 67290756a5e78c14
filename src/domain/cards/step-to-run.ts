import type { ContactId } from '../contacts/contact.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import type { ActionCard, CardPhase, CardStep, PhaseKind, TimedThreshold } from './action-card.ts'

/** A step with everything that a card of before leaves out, and the card and phase that it stands in. */
export type StepToRun = Omit<CardStep, 'dueMinutes' | 'calls' | 'inference'> & {
  dueMinutes: number | null
  calls: ContactId[]
  inference: boolean
  /** `TK-01` and the card's version: together with the number they name the step for good. */
  card: ActionCard['code']
  version: number
  phase: { title: string; kind: PhaseKind; fromMinutes: number | null; toMinutes: number | null }
}

/** All steps of a card in its order. */
export function stepsToRun(card: ActionCard): StepToRun[] {
  return card.phases.flatMap((phase) =>
    phase.steps.map((step) => ({
      ...step,
      dueMinutes: step.dueMinutes ?? null,
      calls: callsOf(step),
      inference: step.inference ?? false,
      card: card.code,
      version: card.version,
      phase: {
        title: phase.title,
        kind: phaseKindOf(phase),
        fromMinutes: phase.fromMinutes,
        toMinutes: phase.toMinutes,
      },
    })),
  )
}

/** A card of before has times on every phase but its last, normalisation. */
export function phaseKindOf({ kind, fromMinutes }: CardPhase): PhaseKind {
  return kind ?? (fromMinutes === null ? 'normalisation' : 'during')
}

/** Whom a step calls, or who is to be told by a card's list. */
export function callsOf({ calls }: Pick<CardStep, 'calls'>): ContactId[] {
  return calls ?? []
}

/** When a step must be done; null for one without a deadline. */
export function stepDueAt(
  { dueMinutes }: Pick<CardStep, 'dueMinutes'>,
  startAt: Instant,
): Instant | null {
  return typeof dueMinutes === 'number' ? plusMinutes(startAt, dueMinutes) : null
}

/** When an incident reaches a threshold; `announcedEndAt` is null for one that nobody announced an end of. */
export function thresholdAt(
  { afterMinutes, from }: TimedThreshold,
  { startAt, announcedEndAt }: { startAt: Instant; announcedEndAt: Instant | null },
): Instant {
  return plusMinutes(from === 'announcedEnd' ? (announcedEndAt ?? startAt) : startAt, afterMinutes)
}

/** Whether a line outside the steps is concluded from other facts, and approved by nobody. */
export function isInferredLine(card: ActionCard, line: string): boolean {
  return card.inferredLines?.includes(line) ?? false
}
