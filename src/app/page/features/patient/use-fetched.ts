import type { PatientId } from '#domain/base/ids.ts'
import type { PartRead } from '#domain/amendments/part-read.ts'
import type { PatientPart } from '#domain/patient/patient-part.ts'
import type { Instant } from '#domain/time/instant.ts'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'

export type ReadOf<Part extends PatientPart> = Extract<PartRead, { part: Part }>

/** A part that the worker has in memory; null when it has none, or none any longer. */
export function useFetched<Part extends PatientPart>(
  patientId: PatientId,
  part: Part,
): { read: ReadOf<Part>; until: Instant } | null {
  const now = useNow()
  const held = useOpened((core) => core.fetches.listFetched(patientId), [patientId, now])
  const isOfPart = (read: PartRead): read is ReadOf<Part> => read.part === part
  const found = (held ?? []).flatMap(({ read, until }) => (isOfPart(read) ? [{ read, until }] : []))
  return found[0] ?? null
}
