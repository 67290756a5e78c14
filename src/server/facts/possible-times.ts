import type { Instant } from '#domain/time/instant.ts'
import type { CoordinationSaid, PersonSaid } from './fact-content.ts'

/** A phone's clock may be years wrong. Beyond this it is no clock, and nothing can be counted from it. */
const possible = {
  from: Date.parse('1970-01-01T00:00:00.000Z'),
  to: Date.parse('2200-01-01T00:00:00.000Z'),
}

/** Whether every time of a fact is one that a clock or a person could say: phones count deadlines from them. */
export function hasPossibleTimes(content: CoordinationSaid | PersonSaid): boolean {
  const ofBody = content.kind === 'coordinationFact' ? timesOf(content.body) : []
  return [content.at, content.writtenAt, ...ofBody].every(isPossible)
}

function timesOf(body: CoordinationSaid['body']): Instant[] {
  if (body.kind === 'started') return [body.startsAt, body.announcedEnd ?? body.startsAt]
  if (body.kind !== 'corrected') return []
  const { to } = body
  const isTime = to.part === 'startsAt' || to.part === 'announcedEnd'
  return isTime && to.value !== null ? [to.value] : []
}

function isPossible(time: Instant): boolean {
  const milliseconds = Date.parse(time)
  return milliseconds >= possible.from && milliseconds < possible.to
}
