import { type Remote, proxy, wrap } from 'comlink'
import type { DeviceCore, Core } from './device-core.ts'
export function y(r: Remote<DeviceCore>): Core {
  return r
}
export function z(r: DeviceCore): Core {
  return r
}
export { proxy, wrap }
