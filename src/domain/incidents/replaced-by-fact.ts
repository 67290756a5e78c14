import type { EntryId } from '../base/ids.ts'
import { maxReplaced } from '../facts/said.ts'
import { standingIds } from '../facts/standing-ids.ts'
import type { CoordinationFactBody } from './coordination-fact.ts'
import type { Incident, MarkedStep } from './incident.ts'

/**
 * What a fact takes the place of when it is said with this incident on the screen. A correction, a closing and a
 * reopening also name the starts of all members, or they would be for the member alone in which they are written; and
 * what is said of a closed incident names the closing, so that it is not called late.
 */
export function replacedByFact(
  body: CoordinationFactBody,
  { closed, closing, corrections, starts }: Incident,
  marked: readonly MarkedStep[],
): EntryId[] {
  const replaced = (): EntryId[] => {
    switch (body.kind) {
      case 'corrected':
        return [...standingIds(corrections.get(body.to.part)), ...starts]
      case 'closed':
      case 'reopened':
        return [...standingIds(closing), ...starts]
      case 'step':
        return marked
          .filter(
            ({ card, step, zone }) =>
              card === body.card && step === body.step && zone === body.zone,
          )
          .flatMap(({ standing }) => standingIds(standing))
      // A renewed confirmation leaves the earlier one, which counts when the later is taken back.
      case 'started':
      case 'confirmed':
      case 'merged':
      case 'undone':
        return []
    }
  }
  const known = closed === null ? [] : [closed.fact]
  return [...new Set([...known, ...replaced()])].slice(0, maxReplaced)
}
