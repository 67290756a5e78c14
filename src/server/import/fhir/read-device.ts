import type { LocalDate } from '#domain/time/instant.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import type { FhirEntry } from './fhir-entries.ts'
import { conceptText, FhirDevice, type Resource } from './fhir-resource.ts'
import type { ReferenceIndex } from './reference-index.ts'
import { stateOf, stateWarnings } from './resource-state.ts'

/** A device that somebody has, or the statement that she uses one. */
export function readFhirDevice(
  own: FhirDevice,
  resource: Resource,
  index: ReferenceIndex,
  today: LocalDate,
): { facts: Partial<ListedFacts>; uses: FhirEntry[]; warnings: ImportWarning[] } {
  const found = own.device === undefined ? null : index.findResource(own.device, resource)
  const referred = found === null ? null : FhirDevice.safeParse(found.resource)
  const device = referred?.success === true ? referred.data : own
  const uses = found?.entry ? [found.entry] : []
  const listedAs =
    conceptText(device.type) ?? device.deviceName?.[0]?.name ?? own.device?.display ?? null
  // A device of which nobody has written whether it is in use is: she may hang on it.
  const isKnown = own.status !== 'unknown'
  const state = stateOf(
    { status: isKnown ? own.status : undefined, period: own.timingPeriod },
    today,
  )
  const hasEnded = state === 'ended' || stateOf({ status: device.status }, today) === 'ended'
  const warnings = hasEnded ? [] : stateWarnings(state, resource.resourceType, listedAs)
  if (hasEnded || state === 'notYet' || listedAs === null) return { facts: {}, uses, warnings }
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
  return { facts: { devices: [listed] }, uses, warnings }
}

const minutesByUnit: Partial<Record<string, number>> = { min: 1, h: 60, t: 60, d: 1440 }

function batteryMinutes(device: FhirDevice): number | null {
  const property = device.property?.find(({ type }) => /batter/i.test(conceptText(type) ?? ''))
  const quantity = property?.valueQuantity?.[0]
  const factor = minutesByUnit[quantity?.code ?? quantity?.unit ?? '']
  if (quantity?.value === undefined || factor === undefined || quantity.value < 0) return null
  return Math.round(quantity.value * factor)
}
