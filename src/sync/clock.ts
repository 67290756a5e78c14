import type { Instant } from '#domain/time/instant.ts'

export type Clock = { now(): Instant }

/** Runs `work` once, later; the answer cancels it. */
export type Timers = { after(milliseconds: number, work: () => void): () => void }
