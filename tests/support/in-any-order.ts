import * as fc from 'fast-check'

/** The same items in another order, some of them again, as phones and servers send them. */
export function inAnyOrder<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...items], { minLength: items.length }),
      items.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...items), { maxLength: 5 }),
    )
    .chain(([all, again]) =>
      fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
    )
}
