import type { DeviceRequestId } from './ids.ts'

/**
 * Six digits that stand on the phone and on the leader's list, «472 905». The id they come from is the
 * server's and new for each set of keys, so that nobody can look for keys with the digits of others.
 */
export function deviceRequestCode(id: DeviceRequestId): string {
  const digits = String(Number.parseInt(id.slice(0, 8), 16) % 1_000_000).padStart(6, '0')
  return `${digits.slice(0, 3)} ${digits.slice(3)}`
}
