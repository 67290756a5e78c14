import { largestEntryBytes, maxSealedLength, type SealedEntry } from '#domain/entries/entry.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { QuarantineReason } from '../base/inbox-entry.ts'
import { type JsonExcess, type JsonLimits, jsonExcess } from '#domain/base/json-shape.ts'

export type ContentLimits = {
  /** The longest `sealed` that is opened, in characters. */
  sealed: number
  /** The largest content that is parsed, in bytes. */
  bytes: number
  shape: JsonLimits
}

/**
 * A form of ten groups inside each other nests 26 levels. The longest form of ours has fifty questions, of some six
 * values each.
 */
export const usualContentLimits: ContentLimits = {
  sealed: maxSealedLength,
  bytes: largestEntryBytes,
  shape: { depth: 40, elements: 1_000, values: 10_000 },
}

/** Why an entry is not even opened; null when it is. */
export function sealedRefusal(
  { sealed }: Pick<SealedEntry, 'sealed'>,
  limits: ContentLimits,
): QuarantineReason | null {
  return sealed.length > limits.sealed ? 'tooLarge' : null
}

/** Parses an entry's content, after looking at its shape: schemas recurse, and what nests too deep ends the stack. */
export function parseContent(
  text: string,
  limits: ContentLimits,
  hasher: Pick<Hasher, 'utf8'>,
): Result<unknown, QuarantineReason> {
  if (hasher.utf8(text).length > limits.bytes) return refused('tooLarge')
  const excess = jsonExcess(text, limits.shape)
  return excess === null ? accepted(parsedJson(text)) : refused(reasons[excess])
}

const reasons = {
  depth: 'nestedTooDeep',
  elements: 'tooManyItems',
  values: 'tooManyItems',
} as const satisfies Record<JsonExcess, QuarantineReason>

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
