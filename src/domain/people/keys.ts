import type { DoseKey, VisitKey } from './person-fact.ts'

/** One text for each visit, whatever a work list calls it. */
export function visitKeyText({ patientId, planned }: VisitKey): string {
  return planned === null
    ? patientId
    : `${patientId} ${planned.on} ${JSON.stringify(planned.visitId)}`
}

/** One text for each dose. */
export function doseKeyText({ patientId, line, on, slot }: DoseKey): string {
  return `${patientId} ${on} ${slot} ${JSON.stringify(line)}`
}
