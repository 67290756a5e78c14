import type { Incident } from '../../incidents/incident.ts'

/** Whether the power may be gone: also while nobody has said what it is. */
export function mayLackPower({ symptoms }: Pick<Incident, 'symptoms'>): boolean {
  return symptoms.length === 0 || symptoms.includes('power')
}
