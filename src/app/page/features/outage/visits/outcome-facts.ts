import type { PersonFactBody, VisitKey, VisitOutcome } from '#domain/people/person-fact.ts'

/** What an outcome says: of the visit, and that she was seen where somebody was with her. */
export function outcomeFacts(
  visit: VisitKey,
  outcome: VisitOutcome,
  word: string | null,
): [PersonFactBody, ...PersonFactBody[]] {
  const ended = { kind: 'visitEnded', visit, outcome, word } as const
  const wasSeen = outcome === 'done' || outcome === 'partly'
  if (!wasSeen) return [ended]
  const { patientId } = visit
  return [ended, { kind: 'contact', patientId, state: 'visited', word: null }]
}
