import type { EmployeeId, KeyId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { ListStreamsAnswer } from '#contract/list-streams.ts'
import type { KeyCopy } from '../support/replica-disk.ts'

/** The longest that a cycle may still work by an answer. */
const validMilliseconds = 300_000

/** Who may have which stream on which phone, by the answers that came to it, and who has ever had which key. A clone is a phone of its own. */
export type Listings = {
  observe(phone: string, answer: ListStreamsAnswer, at: number): void
  isListed(phone: string, stream: StreamId, holder: Holder, at: number): boolean
  /** By the newest answer alone. */
  isListedNow(phone: string, stream: StreamId, employee: EmployeeId): boolean
  observeSealed(copies: readonly KeyCopy[]): void
  observeKnown(key: string, employee: EmployeeId): void
  everHeld(key: string): ReadonlySet<EmployeeId>
}

type Holder = { employee: EmployeeId; keyId: KeyId }
type Listing = { at: number; holders: ReadonlyMap<StreamId, readonly Holder[]> }

export function createListings(): Listings {
  const byPhone = new Map<string, Listing[]>()
  const holders = new Map<string, Set<EmployeeId>>()
  const know = (key: string, employee: EmployeeId): void => {
    holders.set(key, (holders.get(key) ?? new Set()).add(employee))
  }
  return {
    observe(phone, { streams, colleagues }, at) {
      const held = new Map([...streams, ...colleagues].map((one) => [one.stream, one.holders]))
      const before = byPhone.get(phone) ?? []
      byPhone.set(phone, [...before.slice(-20), { at, holders: held }])
    },
    isListed(phone, stream, { employee, keyId }, now) {
      const listings = byPhone.get(phone) ?? []
      return listings.some(
        ({ at, holders: held }, index) =>
          (at >= now - validMilliseconds || index === listings.length - 1) &&
          (held.get(stream) ?? []).some((one) => one.employee === employee && one.keyId === keyId),
      )
    },
    isListedNow(phone, stream, employee) {
      const newest = byPhone.get(phone)?.at(-1)
      return (newest?.holders.get(stream) ?? []).some((one) => one.employee === employee)
    },
    observeSealed(copies) {
      for (const { key, employee } of copies) know(key, employee)
    },
    observeKnown: know,
    everHeld: (key) => holders.get(key) ?? new Set(),
  }
}
