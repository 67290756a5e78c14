import type { IncidentId } from '#domain/base/ids.ts'
import { nextToCall } from '#domain/people/calls/next-to-call.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Core } from '#app/bridge/core.ts'
import { useOpened } from '../../../services/use-opened.ts'
import type { PersonAddress } from './PersonInIncidentScreen.tsx'

type NextToCall = { address: PersonAddress; incident: IncidentId; now: Instant }

/** Who looks for the next one goes no further down than this. */
const maxRows = 200

/** The next one on the list that she came from, in its order; null for a way in without a list. */
export function useNextToCall({ address, incident, now }: NextToCall): Patient | null {
  const { from, list, zone, patientId } = address
  const rows = useOpened(
    (core) => rowsOf(core, address, incident),
    [from, list, zone, patientId, incident],
  )
  const others = (rows ?? []).filter(({ patient }) => patient.id !== patientId)
  return nextToCall(others, now)?.patient ?? null
}

async function rowsOf(core: Core, { from, list, zone }: PersonAddress, incident: IncidentId) {
  if (from === 'countdown') {
    const reading = await core.incidents.countdown(incident, zone ?? null, maxRows)
    return reading.kind === 'open' ? [...reading.value.known, ...reading.value.unknown] : []
  }
  if (from === 'callList') {
    const reading = await core.incidents.contactList(incident, list ?? null, zone ?? null)
    return reading.kind === 'open' ? reading.value.mine : []
  }
  return []
}
