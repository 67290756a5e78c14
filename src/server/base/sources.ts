import { randomBytes, randomUUID } from 'node:crypto'
import { instantFromMilliseconds, type Instant } from '#domain/time/instant.ts'

/** Clock and random values, which only a composition root creates. */
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
