import { foldText } from '../base/folded-text.ts'
import type { Patient } from '../patient/patient.ts'
import type { IncidentArea } from './coordination-fact.ts'

/**
 * Answers who lives where the incident is. A patient whose street is unknown or protected is in all of her zone: a
 * hidden address must not mean a forgotten patient.
 */
export function inArea({ zones, streets }: IncidentArea): (patient: Patient) => boolean {
  const inside = new Set(zones)
  const narrowed = streets.map(foldText)
  return ({ zone, address }) => {
    if (!inside.has(zone)) return false
    if (narrowed.length === 0 || address === null) return true
    const written = foldText(address.street)
    // «H0201, Storgata 5» is in Storgata, and one too many forgets nobody.
    return written === '' || narrowed.some((street) => written.includes(street))
  }
}

export function areasOverlap(a: IncidentArea, b: IncidentArea): boolean {
  if (!a.zones.some((zone) => b.zones.includes(zone))) return false
  if (a.streets.length === 0 || b.streets.length === 0) return true
  const streets = new Set(a.streets.map(foldText))
  return b.streets.some((street) => streets.has(foldText(street)))
}
