import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import { shortened } from '../texts/cell-values.ts'
import type { Concept, Period } from './fhir-resource.ts'
import { hasEndedBy } from './held-now.ts'

/** What a resource says of whether it holds today. */
export type ResourceState = 'current' | 'onHold' | 'ended' | 'notYet'

type Stated = {
  status?: string | undefined
  intent?: string | undefined
  doNotPerform?: boolean | undefined
  period?: Period | undefined
}

const ended = new Set([
  'finished',
  'cancelled',
  'completed',
  'revoked',
  'entered-in-error',
  'stopped',
  'not-taken',
  'inactive',
  'ended',
  'rejected',
])
/** Neither in use nor known to have been: somebody thinks of it. */
const notYet = new Set([
  'draft',
  'planned',
  'proposed',
  'waitlist',
  'intended',
  'unknown',
  'not-started',
  'scheduled',
])
const intents = new Set(['proposal', 'option', 'plan'])

/** A plan of care is meant by its status; every other resource that is a plan or a proposal is nobody's yet. */
export function stateOf(
  { status, intent, doNotPerform, period }: Stated,
  today: LocalDate,
  kind: 'carePlan' | 'other' = 'other',
): ResourceState {
  if ((status !== undefined && ended.has(status)) || hasEndedBy(period, today)) return 'ended'
  const isProposed = intent === 'proposal' || intent === 'option'
  const isPlanned = kind === 'other' && intent !== undefined && intents.has(intent)
  if (doNotPerform === true || isProposed || isPlanned) return 'notYet'
  if (status !== undefined && notYet.has(status)) return 'notYet'
  return status === 'on-hold' || status === 'onhold' ? 'onHold' : 'current'
}

/** Tells of what is not simply in use; what has ended is as good as gone. */
export function stateWarnings(
  state: ResourceState,
  resourceType: string,
  name: string | null,
): ImportWarning[] {
  if (state !== 'notYet' && state !== 'onHold') return []
  const because = state === 'onHold' ? 'onHold' : 'notCurrent'
  return [
    {
      kind: 'unclearValue',
      heading: resourceType,
      value: shortened(name ?? resourceType),
      because,
    },
  ]
}

const wrongStatuses = new Set(['entered-in-error', 'refuted'])
const pastStatuses = new Set(['resolved', 'inactive', 'remission'])

/** Whether an allergy or a diagnosis is one that somebody has: not past, not refuted, not written by mistake. */
export function isFound(finding: {
  clinicalStatus?: Concept | undefined
  verificationStatus?: Concept | undefined
}): boolean {
  return (
    !hasCode(finding.verificationStatus, wrongStatuses) &&
    !hasCode(finding.clinicalStatus, pastStatuses)
  )
}

/** Whether a diagnosis is only thought of. */
export function isUnsure({
  verificationStatus,
}: {
  verificationStatus?: Concept | undefined
}): boolean {
  return hasCode(verificationStatus, new Set(['provisional', 'differential', 'unconfirmed']))
}

function hasCode(concept: Concept | undefined, codes: ReadonlySet<string>): boolean {
  return concept?.coding?.some(({ code }) => code !== undefined && codes.has(code)) === true
}
