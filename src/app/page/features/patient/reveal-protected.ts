import type { Patient } from '#domain/patient/patient.ts'
import type { ProtectedDetails } from '#domain/patient/protected-details.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { Revealed } from '#app/bridge/card-openings.ts'
import type { Core } from '#app/bridge/core.ts'

/** notHere: the server never gave it to this employee, or nothing is recorded. */
export type RevealRefusal = 'notHere' | 'notLogged'

/** Logs that a protected part is shown, and answers the part only when the log entry is durable. */
export async function revealProtected(
  { reader, openings, trigger }: Core,
  { id, zone }: Patient,
  revealed: Revealed,
): Promise<Result<ProtectedDetails, RevealRefusal>> {
  const reading = await reader.findProtected(id, zone)
  if (reading.kind !== 'open' || reading.value === null) return refused('notHere')
  const logged = await openings.reveal(id, zone, revealed)
  if (!logged.ok) return refused('notLogged')
  void trigger('written')
  return accepted(reading.value)
}
