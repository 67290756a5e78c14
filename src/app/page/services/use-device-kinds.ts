import type { DeviceKind } from '#domain/patient/device-kind.ts'
import { useOpened } from './use-opened.ts'

/** The municipality's own kinds; none while they are being read, and then a device is called as its list calls it. */
export function useDeviceKinds(): readonly DeviceKind[] {
  const reading = useOpened((core) => core.reader.listDeviceKinds())
  return reading?.kind === 'open' ? reading.value : []
}
