import type { IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import { useOpened } from '../../services/use-opened.ts'

type NextOnList = {
  incident: IncidentId
  /** Null for nobody's list. */
  list: PatientListKind | 'countdown' | null
  zone: ZoneId | null
  now: Instant
}

/** Whom to call next; null for nobody. Asked again every minute, because who did not answer is tried again. */
export function useNextOnList({ incident, list, zone, now }: NextOnList): Patient | null {
  const reading = useOpened(
    async ({ incidents }) => (list === null ? null : incidents.nextOnList(incident, list, zone)),
    [incident, list, zone, now],
  )
  return reading?.kind === 'open' ? reading.value : null
}
