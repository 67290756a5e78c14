import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import { deviceKinds } from '#content/device-kinds.ts'

/** A device of a kind, called as its kind is. */
export function demoKind(id: string): Pick<PoweredDevice, 'kind' | 'listedAs'> {
  const kind = deviceKinds.find((kind) => kind.id === id)
  if (kind === undefined) throw new Error(`No kind of device has the id ${id}`)
  return { kind: kind.id, listedAs: kind.title }
}
