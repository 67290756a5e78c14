import * as z from 'zod/mini'
import { type HeadPlace, SignedHead, isBelow } from './stream-head.ts'
import { StreamHolder } from './stream-holders.ts'

/** The chunks of one generation that are known to hold what the server signed. */
const PinnedChunks = z.object({
  gen: z.int(),
  /** The print of the generation's key. */
  key: z.string(),
  /** The root of the documents in them. */
  root: z.string(),
  /** By bucket: the sealed chunk's print. Null: its documents have not been verified. */
  prints: z.array(z.nullable(z.string())),
})
export type PinnedChunks = z.infer<typeof PinnedChunks>

/** A generation that the employee has sealed under a key of her own making, and all to whom she has ever given that key. */
const MadeGeneration = z.object({ gen: z.int(), key: z.string(), to: z.array(StreamHolder) })
export type MadeGeneration = z.infer<typeof MadeGeneration>

/** What an employee has verified of a stream on this device. It lies under her own key, apart from the documents. */
export const StreamPin = z.object({
  /** The highest head that she has verified. */
  head: z.nullable(SignedHead),
  chunks: z.nullable(PinnedChunks),
  /** The last one first: one that is shown and one that is staged are enough. */
  made: z.array(MadeGeneration),
  /** Up to here heads count no longer, by the word of the server that was restored. */
  reset: z.nullable(z.object({ epoch: z.int(), seq: z.int() })),
})
export type StreamPin = z.infer<typeof StreamPin>

export const noPin: StreamPin = { head: null, chunks: null, made: [], reset: null }

const maxMade = 4

/** The pinned chunks of exactly this generation; null when she has pinned another one, or none. */
export function pinnedChunksOf(
  { chunks }: StreamPin,
  { gen, key, buckets }: { gen: number; key: string; buckets: number },
): PinnedChunks | null {
  const isSame = chunks?.gen === gen && chunks.key === key && chunks.prints.length === buckets
  return isSame ? chunks : null
}

/** True when every chunk of the generation is known to hold what the signed head says. */
export function arePinned(chunks: PinnedChunks | null, root: string): chunks is PinnedChunks {
  return chunks?.root === root && !chunks.prints.includes(null)
}

/** True for a head that a reset has named, or that lies before it. */
export function isReset(head: HeadPlace, { reset }: Pick<StreamPin, 'reset'>): boolean {
  return reset !== null && !isBelow(reset, head)
}

/** The pin after a head was verified: the same one when a higher head is pinned, or a reset has named this one. */
export function withHead(pin: StreamPin, signed: SignedHead): StreamPin {
  if (isReset(signed.head, pin)) return pin
  if (pin.head !== null && isBelow(signed.head, pin.head.head)) return pin
  return pin.head?.signature === signed.signature ? pin : { ...pin, head: signed }
}

/** A server that was restored has named a head: nothing up to it counts as the highest any more. */
export function withReset(pin: StreamPin, named: SignedHead): StreamPin {
  const { epoch, seq } = named.head
  const reset = pin.reset !== null && isBelow(named.head, pin.reset) ? pin.reset : { epoch, seq }
  const head = pin.head !== null && isReset(pin.head.head, { reset }) ? null : pin.head
  return { ...pin, head, reset }
}

/** The generation, if the employee has made it herself; null for any other. */
export function findMade(
  { made }: StreamPin,
  { gen, key }: { gen: number; key: string },
): MadeGeneration | null {
  return made.find((one) => one.gen === gen && one.key === key) ?? null
}

export function withMade(pin: StreamPin, made: MadeGeneration): StreamPin {
  return { ...pin, made: joinMade([made], pin.made) }
}

/**
 * True for a generation that may be written to: she has made it herself, and nobody but the listed has ever had its key.
 * A generation that verifies may still be a stranger's, who once read the same documents and has its key.
 */
export function isHersAlone(
  made: MadeGeneration | null,
  holders: readonly StreamHolder[],
): made is MadeGeneration {
  return (
    made !== null && made.to.every((one) => holders.some((holder) => isSameHolder(one, holder)))
  )
}

/**
 * True for a generation that changes may be laid upon: hers alone by what the server listed last. What is shown may have been put
 * back since, to a generation whose key somebody has had who is not listed any more.
 */
export function mayLayUpon(
  made: MadeGeneration | null,
  listed: readonly StreamHolder[] | undefined,
): boolean {
  return listed === undefined ? made !== null : isHersAlone(made, listed)
}

export function isSameHolder(a: StreamHolder, b: StreamHolder): boolean {
  return a.employee === b.employee && a.keyId === b.keyId
}

/** Two tabs of one employee may both have verified something: of each stream the higher head stays. */
export function joinPins(mine: StreamPin, other: StreamPin): StreamPin {
  const reset = higherPlace(mine.reset, other.reset)
  const [first, second] =
    mine.head !== null && (other.head === null || !isBelow(mine.head.head, other.head.head))
      ? [mine, other]
      : [other, mine]
  const counts = first.head !== null && !isReset(first.head.head, { reset })
  return {
    head: counts ? first.head : null,
    chunks: first.chunks ?? second.chunks,
    made: joinMade(mine.made, other.made),
    reset,
  }
}

function joinMade(
  first: readonly MadeGeneration[],
  then: readonly MadeGeneration[],
): MadeGeneration[] {
  const joined: MadeGeneration[] = []
  for (const one of [...first, ...then]) {
    const at = joined.findIndex(({ gen, key }) => gen === one.gen && key === one.key)
    const known = joined[at]
    if (known === undefined) {
      joined.push(one)
      continue
    }
    const more = one.to.filter((holder) => !known.to.some((has) => isSameHolder(has, holder)))
    joined[at] = { ...known, to: [...known.to, ...more] }
  }
  return joined.slice(0, maxMade)
}

function higherPlace(a: HeadPlace | null, b: HeadPlace | null): HeadPlace | null {
  if (a === null || b === null) return a ?? b
  return isBelow(a, b) ? b : a
}
