import type { DeviceId, EmployeeId, KeyId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { ListStreamsAnswer } from '#contract/list-streams.ts'
import type { KeyCopy } from '../support/replica-disk.ts'

/** The longest that a cycle may still work by an answer. */
const validMilliseconds = 300_000

/** Who may have which stream on which phone, by what the server has answered, and who has ever had which key. */
export type Listings = {
  observe(deviceId: DeviceId, answer: ListStreamsAnswer, at: number): void
  isListed(deviceId: DeviceId, stream: StreamId, holder: Holder, at: number): boolean
  /** By the newest answer alone. */
  isListedNow(deviceId: DeviceId, stream: StreamId, employee: EmployeeId): boolean
  observeSealed(copies: readonly KeyCopy[]): void
  everHeld(key: string): ReadonlySet<EmployeeId>
}

type Holder = { employee: EmployeeId; keyId: KeyId }
type Listing = { at: number; holders: ReadonlyMap<StreamId, readonly Holder[]> }

export function createListings(): Listings {
  const byDevice = new Map<DeviceId, Listing[]>()
  const holders = new Map<string, Set<EmployeeId>>()
  return {
    observe(deviceId, { streams, colleagues }, at) {
      const held = new Map([...streams, ...colleagues].map((one) => [one.stream, one.holders]))
      const before = byDevice.get(deviceId) ?? []
      byDevice.set(deviceId, [...before.slice(-20), { at, holders: held }])
    },
    isListed(deviceId, stream, { employee, keyId }, now) {
      const listings = byDevice.get(deviceId) ?? []
      return listings.some(
        ({ at, holders: held }, index) =>
          (at >= now - validMilliseconds || index === listings.length - 1) &&
          (held.get(stream) ?? []).some((one) => one.employee === employee && one.keyId === keyId),
      )
    },
    isListedNow(deviceId, stream, employee) {
      const newest = byDevice.get(deviceId)?.at(-1)
      return (newest?.holders.get(stream) ?? []).some((one) => one.employee === employee)
    },
    observeSealed(copies) {
      for (const { key, employee } of copies) {
        holders.set(key, (holders.get(key) ?? new Set()).add(employee))
      }
    },
    everHeld: (key) => holders.get(key) ?? new Set(),
  }
}
