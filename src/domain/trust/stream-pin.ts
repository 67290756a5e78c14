import { type SignedHead, isBelow } from './stream-head.ts'

/** What an employee has verified of a stream on this device. It lies under her own key, apart from the documents. */
export type StreamPin = {
  /** The highest head that was verified for her. */
  head: SignedHead
  /** The generation whose chunks were verified. */
  generation: string
  /** By bucket: the hash of the sealed chunk whose documents were verified. */
  chunks: ReadonlyMap<number, string>
}

/** The higher of two heads; the first when both stand at one place. */
export function higherHead(a: SignedHead | null, b: SignedHead | null): SignedHead | null {
  if (a === null || b === null) return a ?? b
  return isBelow(a.head, b.head) ? b : a
}

/** True when the server has said, in a reset that named `reset`, that the head holds no longer. */
export function isOverruled({ head }: SignedHead, reset: SignedHead | null): boolean {
  return reset !== null && !isBelow(reset.head, head)
}
