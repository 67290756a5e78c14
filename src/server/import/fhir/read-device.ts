import type { ListedFacts } from '#domain/roster/listed-person.ts'
import type { FhirEntry } from './fhir-entries.ts'
import { conceptText, FhirDevice, type Resource } from './fhir-resource.ts'
import { hasEnded } from './read-service.ts'
import type { ReferenceIndex } from './reference-index.ts'

/** A device that somebody has, or the statement that she uses one. */
export function readFhirDevice(
  own: FhirDevice,
  resource: Resource,
  index: ReferenceIndex,
): { facts: Partial<ListedFacts>; uses: FhirEntry[] } {
  const found = own.device === undefined ? null : index.findResource(own.device, resource)
  const referred = found === null ? null : FhirDevice.safeParse(found.resource)
  const device = referred?.success === true ? referred.data : own
  const uses = found?.entry ? [found.entry] : []
  const listedAs =
    conceptText(device.type) ?? device.deviceName?.[0]?.name ?? own.device?.display ?? null
  if (hasEnded(own.status) || hasEnded(device.status) || listedAs === null)
    return { facts: {}, uses }
  const description = [device.manufacturer, device.modelNumber]
    .filter((part) => part !== undefined)
    .join(' ')
  const listed = {
    listedAs,
    description: description === '' ? null : description,
    batteryMinutes: batteryMinutes(device),
    reserve: null,
    reserveMinutes: null,
    toleranceMinutes: null,
  }
  return { facts: { devices: [listed] }, uses }
}

const minutesByUnit: Partial<Record<string, number>> = { min: 1, h: 60, t: 60, d: 1440 }

function batteryMinutes(device: FhirDevice): number | null {
  const property = device.property?.find(({ type }) => /batter/i.test(conceptText(type) ?? ''))
  const quantity = property?.valueQuantity?.[0]
  const factor = minutesByUnit[quantity?.code ?? quantity?.unit ?? '']
  if (quantity?.value === undefined || factor === undefined || quantity.value < 0) return null
  return Math.round(quantity.value * factor)
}
