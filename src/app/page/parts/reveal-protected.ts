import type { Patient } from '#domain/patient/patient.ts'
import type { ProtectedDetails } from '#domain/patient/protected-details.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { Revealed } from '#app/bridge/card-openings.ts'
import { isWithheld } from '#app/bridge/reading.ts'
import type { Core } from '#app/bridge/core.ts'

/**
 * notHere: the server never gave it to this employee, or nothing is recorded. withheld: it cannot be verified, and she
 * has not opened it all the same.
 */
export type RevealRefusal = 'notHere' | 'withheld' | 'notLogged'

/** Logs that a protected part is shown, and answers the part only when the log entry is durable. */
export async function revealProtected(
  { reader, openings, trigger }: Core,
  { id, zone }: Patient,
  revealed: Revealed,
): Promise<Result<ProtectedDetails, RevealRefusal>> {
  const reading = await reader.findProtected(id, zone)
  if (isWithheld(reading)) return refused('withheld')
  if (reading.kind !== 'open' || reading.value === null) return refused('notHere')
  const logged = await openings.reveal(id, zone, revealed)
  if (!logged.ok) return refused('notLogged')
  void trigger('written')
  return accepted(reading.value)
}
