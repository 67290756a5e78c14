import type { Instant } from '../time/instant.ts'
import type { CoordinationFactBody } from './coordination-fact.ts'

/**
 * What is said of an incident, with its start moved, as a clock is wrong by which somebody pressed «nå» or «for en halv
 * time siden». A start that lies ahead of `saidAt` was announced by others, and stands.
 */
export function withMovedStart(
  body: CoordinationFactBody,
  saidAt: Instant,
  move: (start: Instant) => Instant,
): CoordinationFactBody {
  const moved = (start: Instant) => (start > saidAt ? start : move(start))
  if (body.kind === 'started') return { ...body, startsAt: moved(body.startsAt) }
  if (body.kind !== 'corrected' || body.to.part !== 'startsAt') return body
  return { ...body, to: { ...body.to, value: moved(body.to.value) } }
}
