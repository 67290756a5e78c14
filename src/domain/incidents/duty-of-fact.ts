import type { Duty } from '../roles/duties.ts'
import type { CoordinationFactBody } from './coordination-fact.ts'

/** What one must be allowed to do, to say this of an incident. Taking facts back takes what it took to say them, too. */
export function dutyOfFact({ kind }: Pick<CoordinationFactBody, 'kind'>): Duty {
  switch (kind) {
    case 'started':
    case 'corrected':
    case 'merged':
    case 'step':
    case 'undone':
      return 'startIncidents'
    case 'confirmed':
      return 'confirmIncidents'
    case 'closed':
    case 'reopened':
      return 'closeIncidents'
  }
}
