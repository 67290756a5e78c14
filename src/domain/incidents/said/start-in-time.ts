import { movedNow } from '../../facts/placed-in-time.ts'
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

/**
 * What is said of an incident as it stands once the server has it: what was pressed moves by how far the phone's clock was
 * ahead, and is never later than `receivedAt`; on the phone, before the receipt, than now. What was typed stands.
 */
export function bodyInTime(
  said: { body: CoordinationFactBody; isTyped: boolean; writtenAt: Instant },
  clock: { clockAheadMinutes: number; receivedAt: Instant },
): CoordinationFactBody {
  const { body, isTyped, writtenAt } = said
  if (isTyped) return body
  const { clockAheadMinutes, receivedAt } = clock
  return withMovedStart(body, writtenAt, (start) => movedNow(start, clockAheadMinutes, receivedAt))
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
