import { randomBytes, randomUUID } from 'node:crypto'
import { instantFromMilliseconds, type Instant } from '#domain/time/instant.ts'

/** What only a composition root makes. */
export type Sources = {
  now: () => Instant
  /** A random UUID. */
  newId: () => string
  /** 32 random bytes as base64url. */
  newToken: () => string
}

export const systemSources: Sources = {
  now: () => instantFromMilliseconds(Date.now()),
  newId: () => randomUUID(),
  newToken: () => randomBytes(32).toString('base64url'),
}
