import type { EmployeeId, KeyId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { ListStreamsAnswer } from '#contract/list-streams.ts'
import type { KeyCopy } from '../support/replica-disk.ts'
import type { Process } from './scheduler.ts'

/** The longest that a cycle may still work by an answer. */
const validMilliseconds = 300_000

/**
 * Who may have which stream on which phone, by the answers that came to it, and who has ever had which key there.
 *
 * A clone is a phone of its own, which begins with all that was known on the first one. Whom a clone gives a key to, nobody
 * on the first phone can know: neither of them has a place that the other one reads.
 */
export type Listings = {
  observe(page: Process, asking: EmployeeId, answer: ListStreamsAnswer, at: number): void
  isListed(phone: string, stream: StreamId, holder: Holder, at: number): boolean
  /**
   * By the newest answer that the page has had, or any page of the phone. The employee who asked has what it lists as hers, also when
   * the server does not believe her credential yet and names no key of hers among the holders. Where a browser has no locks two pages
   * fetch at once: one does not know yet who has lost a stream by the other's answer, or who has got it.
   */
  isListedTo(page: Process, stream: StreamId, employee: EmployeeId): boolean
  /** Who has ever had the key on the phone and is not listed by the newest answer that came to any page of it. */
  formerHolder(phone: string, stream: StreamId, key: string): EmployeeId | null
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
  const newest = new WeakMap<Process, Listing>()
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
    observe(page, asking, { streams, colleagues }, at) {
      const holders = new Map([...streams, ...colleagues].map((one) => [one.stream, one.holders]))
      const mine = new Set(streams.map(({ stream }) => stream))
      const listing = { at, asking, mine, holders }
      newest.set(page, listing)
      const known = find(page.name)
      known.listings = [...known.listings.slice(-20), listing]
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
    isListedTo: (page, stream, employee) =>
      names(newest.get(page), stream, employee) ||
      names(find(page.name).listings.at(-1), stream, employee),
    formerHolder(phone, stream, key) {
      const { listings, holders } = find(phone)
      const had = [...(holders.get(key) ?? [])]
      return had.find((one) => !names(listings.at(-1), stream, one)) ?? null
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

function names(listing: Listing | undefined, stream: StreamId, employee: EmployeeId): boolean {
  if (listing === undefined) return false
  if (listing.asking === employee) return listing.mine.has(stream)
  return (listing.holders.get(stream) ?? []).some((one) => one.employee === employee)
}
