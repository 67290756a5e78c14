import type { Instant } from '#domain/instant.ts'

/** What only a composition root makes. */
export type Sources = {
  now: () => Instant
  /** A random UUID. */
  newId: () => string
  /** 32 random bytes as base64url. */
  newToken: () => string
}
