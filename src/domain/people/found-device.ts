import type { PoweredDevice } from '../patient/powered-device.ts'
import { type Instant, minutesBetween } from '../time/instant.ts'
import type { FactOf } from './people.ts'
import type { PowerFinding } from './person-fact.ts'

export type FoundDevice = {
  /** The device with what was found, its battery counted from the loss of power as the recorded one is. */
  device: PoweredDevice
  /** When its battery was swapped or measured last; null when nobody has. */
  measuredAt: Instant | null
}

/** A device as the newest findings say it is; each field as the newest finding that says it. */
export function foundDevice(
  device: PoweredDevice,
  findings: readonly FactOf<'power'>[],
  lostAt: Instant,
): FoundDevice {
  const own = findings.filter(({ body }) => isAbout(body.finding, device))
  const battery = own.find(({ body }) => body.finding.batteryMinutes !== null)
  const reserve = own.find(({ body }) => body.finding.reserveMinutes !== null)
  const batteryMinutes = battery?.body.finding.batteryMinutes ?? null
  return {
    device: {
      ...device,
      batteryMinutes:
        battery === undefined || batteryMinutes === null
          ? device.batteryMinutes
          : minutesSinceLoss(lostAt, battery.at) + batteryMinutes,
      reserveMinutes: reserve?.body.finding.reserveMinutes ?? device.reserveMinutes,
    },
    measuredAt: battery?.at ?? null,
  }
}

/** A battery that was measured before the loss of power was on the mains until then. */
function minutesSinceLoss(lostAt: Instant, at: Instant): number {
  return Math.max(0, minutesBetween(lostAt, at))
}

function isAbout({ poweredDeviceId }: PowerFinding, { id }: PoweredDevice): boolean {
  return poweredDeviceId === null || poweredDeviceId === id
}
