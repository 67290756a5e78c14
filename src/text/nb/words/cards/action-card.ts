import { durationWords } from '../time.ts'

/** What screen and paper call the parts of a tiltakskort. */
export const actionCardWords = {
  triggers: 'Brukes når',
  notWhen: 'Brukes ikke når',
  togetherWith: 'Bruk sammen med',
  decisions: 'Finn ut hva det er',
  notify: 'Varsle',
  figures: 'Tall',
  thresholds: 'Grenser',
  prepared: 'Forberedt',
  traps: 'Feller',
  writtenOn: 'Skriv på',
  notApproved: 'Ikke faglig godkjent',
  /** Of one step or line, beside what it is about. */
  inference: 'ikke faglig godkjent',
  inferred: (line: string) => `${line} (ikke faglig godkjent)`,
  approvedBy: (name: string) => `Godkjent av ${name}`,
} as const

/**
 * «Frist 2 t etter start», where it is other than the end of the phase that the step stands in; null where the phase's name
 * says it.
 */
export function dueWords(dueMinutes: number | null, phaseEnd: number | null): string | null {
  if (dueMinutes === null || dueMinutes === phaseEnd) return null
  const duration = durationWords(Math.abs(dueMinutes))
  return dueMinutes < 0 ? `Senest ${duration} før start` : `Frist ${duration} etter start`
}
