import type { Instant } from '#domain/time/instant.ts'
import type { CountdownRow } from '#app/bridge/incident-queries.ts'

/** Whether a row is red by now, which may be later than when the worker was asked. */
export function isRedAt({ redAfter }: Pick<CountdownRow, 'redAfter'>, now: Instant): boolean {
  return redAfter !== null && redAfter < now
}
