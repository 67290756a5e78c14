import type { Patient } from '../patient/patient.ts'
import { placeOfAddress } from '../patient/place-of-address.ts'
import type { FactOf, People } from './people.ts'
import { placeText } from './person-subject.ts'

type Found = { hasPower: boolean; hlc: string }

/**
 * Answers who has power although the area has none: `devices` for single devices. What somebody found at the patient's
 * counts before what was said of her street, unless the street has lost its power since.
 */
export function powerAt({
  places,
  power,
}: Pick<People, 'places' | 'power'>): (patient: Patient, poweredDeviceId?: string) => boolean {
  const byPlace = new Map<string, Found>()
  // Newest first; where two say different things of one place, it has none.
  for (const { body, hlc } of places) {
    const key = placeText(body)
    const other = byPlace.get(key)
    if (other === undefined || (other.hasPower && !body.hasPower)) {
      byPlace.set(key, { hasPower: body.hasPower, hlc })
    }
  }
  return (patient, poweredDeviceId) => {
    const place = byPlace.size === 0 ? null : foundAt(patient, byPlace)
    const found = foundOf(power.get(patient.id) ?? [], poweredDeviceId ?? null)
    if (found === null) return place?.hasPower ?? false
    const isLost = place !== null && !place.hasPower && place.hlc > found.hlc
    return found.hasPower && !isLost
  }
}

/** The house counts before its street. */
function foundAt({ address }: Patient, byPlace: ReadonlyMap<string, Found>): Found | null {
  if (address === null) return null
  const { street, number } = placeOfAddress(address.street)
  const house = number === null ? undefined : byPlace.get(placeText({ street, number }))
  return house ?? byPlace.get(placeText({ street, number: null })) ?? null
}

/** The newest finding for the device, or for all of the patient's. */
function foundOf(
  findings: readonly FactOf<'power'>[],
  poweredDeviceId: string | null,
): Found | null {
  for (const { body, hlc } of findings) {
    const { finding } = body
    const isAbout = finding.poweredDeviceId === null || finding.poweredDeviceId === poweredDeviceId
    if (isAbout && finding.hasPower !== null) return { hasPower: finding.hasPower, hlc }
  }
  return null
}
