import { grouped } from '../base/grouped.ts'
import { standingFacts } from '../facts/standing-facts.ts'
import { standingOf } from '../facts/standing-of.ts'
import type { CoordinationFact } from './coordination-fact.ts'
import { type CoordinationFactOf, isKind } from './coordination-fact-of.ts'
import { coordinationUndoes } from './coordination-undoes.ts'
import { incidentSubject } from './incident-subject.ts'
import type { Incident, MarkedStep } from './incident.ts'
import type { StepState } from './coordination-fact.ts'

/**
 * What shows of marks that know nothing of each other. «Failed» shows over «done»: somebody has to look, and looking
 * costs less than a P1 whom nobody rang. «Not relevant» shows over «done», because it says that nobody did it.
 */
export const stepWorry = { done: 0, notRelevant: 1, failed: 2 } satisfies Record<StepState, number>

/** The steps that somebody has marked in this incident or one that it was merged with, by card, step and zone. */
export function markedSteps(
  facts: readonly CoordinationFact[],
  { id, members }: Pick<Incident, 'id' | 'members'>,
): MarkedStep[] {
  const inside = new Set(members)
  // Undos are read wherever they are written.
  const own = facts.filter(
    ({ incident, body }) =>
      body.kind === 'undone' || (body.kind === 'step' && inside.has(incident)),
  )
  const standing = standingFacts(own, {
    undoes: coordinationUndoes,
    about: (fact) => incidentSubject(fact, () => id),
  }).filter((fact) => isKind(fact, 'step'))
  return [...grouped(standing, (fact) => incidentSubject(fact, () => id)).values()]
    .flatMap(markedStep)
    .toSorted(
      (a, b) =>
        compareText(a.card, b.card) || a.step - b.step || compareText(a.zone ?? '', b.zone ?? ''),
    )
}

function markedStep(concurrent: readonly CoordinationFactOf<'step'>[]): MarkedStep[] {
  const standing = standingOf(concurrent, ({ body }) => stepWorry[body.state])
  if (standing === null) return []
  const { card, step, zone } = standing.shown.body
  return [{ card, step, zone, standing }]
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
