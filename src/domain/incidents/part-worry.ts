import { millisecondsFromInstant } from '../time/instant.ts'
import type { IncidentPart } from './coordination-fact.ts'

/**
 * Of two corrections that know nothing of each other, the one that shows is the one by which more people are looked
 * after, and sooner: more that fails, a wider area, an earlier start, no end in sight.
 */
export function partWorry(to: IncidentPart): number {
  switch (to.part) {
    case 'symptoms':
    case 'cards':
      return to.value.length
    case 'area':
      // A whole zone is more than any of its streets.
      return to.value.zones.length * 1000 + (to.value.streets.length || 999)
    case 'startsAt':
      return -millisecondsFromInstant(to.value)
    case 'announcedEnd':
      return to.value === null ? Number.MAX_SAFE_INTEGER : millisecondsFromInstant(to.value)
    case 'level':
      return to.value
  }
}
