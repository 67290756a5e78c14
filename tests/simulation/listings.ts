import type { EmployeeId, KeyId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { ListStreamsAnswer } from '#contract/list-streams.ts'
import type { KeyCopy } from '../support/replica-disk.ts'

/** The longest that a cycle may still work by an answer. */
const validMilliseconds = 300_000

/**
 * Who may have which stream on which phone, by the answers that came to it, and who has ever had which key there.
 *
 * A clone is a phone of its own, which begins with all that was known on the first one. Whom a clone gives a key to, nobody
 * on the first phone can know: neither of them has a place that the other one reads.
 */
export type Listings = {
  observe(phone: string, asking: EmployeeId, answer: ListStreamsAnswer, at: number): void
  isListed(phone: string, stream: StreamId, holder: Holder, at: number): boolean
  /**
   * By the newest answer alone. The employee who asked has what it lists as hers, also when the server does not believe
   * her credential yet and names no key of hers among the holders.
   */
  isListedNow(phone: string, stream: StreamId, employee: EmployeeId): boolean
  observeSealed(phone: string, copies: readonly KeyCopy[]): void
  observeKnown(phone: string, key: string, employee: EmployeeId): void
  everHeld(phone: string, key: string): ReadonlySet<EmployeeId>
  observeClone(phone: string, clone: string): void
}

type Holder = { employee: EmployeeId; keyId: KeyId }
type Listing = {
  at: number
  asking: EmployeeId
  mine: ReadonlySet<StreamId>
  holders: ReadonlyMap<StreamId, readonly Holder[]>
}
type Phone = { listings: readonly Listing[]; holders: Map<string, ReadonlySet<EmployeeId>> }

export function createListings(): Listings {
  const phones = new Map<string, Phone>()
  const find = (name: string): Phone => {
    const phone = phones.get(name) ?? { listings: [], holders: new Map() }
    phones.set(name, phone)
    return phone
  }
  const know = (phone: string, key: string, employee: EmployeeId): void => {
    const { holders } = find(phone)
    holders.set(key, new Set(holders.get(key)).add(employee))
  }
  return {
    observe(phone, asking, { streams, colleagues }, at) {
      const holders = new Map([...streams, ...colleagues].map((one) => [one.stream, one.holders]))
      const mine = new Set(streams.map(({ stream }) => stream))
      const known = find(phone)
      known.listings = [...known.listings.slice(-20), { at, asking, mine, holders }]
    },
    isListed(phone, stream, { employee, keyId }, now) {
      const { listings } = find(phone)
      return listings.some(
        ({ at, holders }, index) =>
          (at >= now - validMilliseconds || index === listings.length - 1) &&
          (holders.get(stream) ?? []).some(
            (one) => one.employee === employee && one.keyId === keyId,
          ),
      )
    },
    isListedNow(phone, stream, employee) {
      const newest = find(phone).listings.at(-1)
      if (newest === undefined) return false
      if (newest.asking === employee) return newest.mine.has(stream)
      return (newest.holders.get(stream) ?? []).some((one) => one.employee === employee)
    },
    observeSealed(phone, copies) {
      for (const { key, employee } of copies) know(phone, key, employee)
    },
    observeKnown: know,
    everHeld: (phone, key) => find(phone).holders.get(key) ?? new Set(),
    observeClone(phone, clone) {
      const { listings, holders } = find(phone)
      phones.set(clone, { listings, holders: new Map(holders) })
    },
  }
}
