import type { IncidentId } from '#domain/base/ids.ts'
import type { CardRole } from '#domain/cards/action-card.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Core } from '#app/bridge/core.ts'
import type { IncidentBoard } from '#app/bridge/incident-queries.ts'
import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import { mapReading, type Reading } from '#app/bridge/reading.ts'

/** The board, and whom to call next as the patient she is. */
export type BoardReading = { board: IncidentBoard; next: Patient | null }

export async function readBoard(
  { incidents, reader }: Pick<Core, 'incidents' | 'reader'>,
  { incident, role, zone }: { incident: IncidentId; role: CardRole; zone: ZoneChoice },
): Promise<Reading<BoardReading | null>> {
  const reading = await incidents.board(incident, role, zone)
  const next = reading.kind === 'open' ? (reading.value?.next ?? null) : null
  const found = next === null ? null : await reader.findPatient(next.patientId)
  const patient = found?.kind === 'open' ? found.value : null
  return mapReading(reading, (board) => (board === null ? null : { board, next: patient }))
}
