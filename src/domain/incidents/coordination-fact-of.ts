import type { CoordinationFact, CoordinationFactBody } from './coordination-fact.ts'

export type CoordinationFactOf<Kind extends CoordinationFactBody['kind']> = CoordinationFact & {
  body: Extract<CoordinationFactBody, { kind: Kind }>
}

export function isKind<Kind extends CoordinationFactBody['kind']>(
  fact: CoordinationFact,
  kind: Kind,
): fact is CoordinationFactOf<Kind> {
  return fact.body.kind === kind
}
