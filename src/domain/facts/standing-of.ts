import { compareFacts } from './fact-order.ts'
import type { Said } from './said.ts'
import type { Standing } from './standing.ts'

/** Which of the facts that stand is shown; null for none. A higher worry is more worrying. */
export function standingOf<Fact extends Said>(
  concurrent: readonly Fact[],
  worry: (fact: Fact) => number,
): Standing<Fact> | null {
  const [shown, ...beside] = concurrent.toSorted(
    (a, b) => worry(b) - worry(a) || compareFacts(b, a),
  )
  return shown === undefined ? null : { shown, beside }
}
