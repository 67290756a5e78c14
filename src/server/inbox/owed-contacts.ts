import type { DeviceId, EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxStore } from './inbox-store.ts'

type Device = { municipality: MunicipalityId; deviceId: DeviceId }
type Owed = Map<EmployeeId, Instant>

/**
 * What devices heard while nothing could be stored. It is written down before the device's next entries are received, so
 * that nobody who was told that she lost a zone passes for one who was not. A server that ends meanwhile forgets it.
 */
export type OwedContacts = {
  owe(device: Device, employees: readonly EmployeeId[], at: Instant): void
  /** Writes down what is owed, in the caller's transaction; the answer is to be called when it is committed. */
  pay(inbox: Pick<InboxStore, 'recordContact'>, device: Device): Promise<() => void>
}

export function openOwedContacts(): OwedContacts {
  const owedByDevice = new Map<string, Owed>()
  return {
    owe(device, employees, at) {
      const before = owedByDevice.get(keyOf(device)) ?? []
      owedByDevice.set(
        keyOf(device),
        new Map([...before, ...employees.map((employee) => [employee, at] as const)]),
      )
    },
    async pay(inbox, device) {
      const owed = owedByDevice.get(keyOf(device))
      for (const [employeeId, at] of owed ?? []) {
        await inbox.recordContact({ deviceId: device.deviceId, employeeId, at })
      }
      return () => {
        // What was added meanwhile is owed still.
        if (owedByDevice.get(keyOf(device)) === owed) owedByDevice.delete(keyOf(device))
      }
    },
  }
}

function keyOf({ municipality, deviceId }: Device): string {
  return `${municipality} ${deviceId}`
}
