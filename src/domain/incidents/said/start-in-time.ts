import type { Instant } from '../../time/instant.ts'
import type { CoordinationFactBody } from '../coordination-fact.ts'

/**
 * What is said of an incident, with its start moved, as a clock is wrong by which somebody pressed «nå» or «for en halv
 * time siden». A start that lies ahead of `saidAt` was announced by others, and stands.
 */
export function withMovedStart(
  body: CoordinationFactBody,
  saidAt: Instant,
  move: (start: Instant) => Instant,
): CoordinationFactBody {
  const start = startOf(body)
  return start === null || start > saidAt ? body : withStart(body, move(start))
}

/** The start that is said of an incident; null when none is. */
export function startOf(body: CoordinationFactBody): Instant | null {
  if (body.kind === 'started') return body.startsAt
  return body.kind === 'corrected' && body.to.part === 'startsAt' ? body.to.value : null
}

/** The same with another start, if it says one. */
export function withStart(body: CoordinationFactBody, start: Instant): CoordinationFactBody {
  if (body.kind === 'started') return { ...body, startsAt: start }
  return body.kind === 'corrected' && body.to.part === 'startsAt'
    ? { ...body, to: { ...body.to, value: start } }
    : body
}
