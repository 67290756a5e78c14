import type { ProtectedAmendment } from '#domain/amendments/amendment.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Revealed } from '#app/bridge/card-openings.ts'
import type { Core } from '#app/bridge/core.ts'
import { isWithheld } from '#app/bridge/reading.ts'
import type { RevealRefusal } from '../../parts/reveal-protected.ts'

/** The same of what was signed since the list: logged first, and answered only when the log entry is durable. */
export async function revealAmendment(
  { reader, openings, trigger }: Core,
  { id, zone }: Patient,
  revealed: Revealed,
): Promise<Result<ProtectedAmendment[], RevealRefusal>> {
  const reading = await reader.listProtectedAmendments(id, zone)
  if (isWithheld(reading)) return refused('withheld')
  if (reading.kind !== 'open' || reading.value.length === 0) return refused('notHere')
  const logged = await openings.reveal(id, zone, revealed)
  if (!logged.ok) return refused('notLogged')
  void trigger('written')
  return accepted(reading.value)
}
