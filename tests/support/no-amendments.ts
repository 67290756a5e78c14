import type { AmendmentsReading } from '#app/bridge/device-queries.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { Instant } from '#domain/time/instant.ts'
import { fullTrust } from './full-trust.ts'

/** A phone on which nobody has signed anything since the lists were made. */
export const noAmendments: Reading<AmendmentsReading> = {
  kind: 'open',
  value: { standing: [], replaced: [], contradicted: [] },
  verifiedAt: Instant.parse('2026-11-22T20:15:00.000Z'),
  damaged: 0,
  missing: 0,
  newer: {},
  ...fullTrust,
}

export const noAmendmentsKnown = {
  amendments: () => Promise.resolve(noAmendments),
  readSearchTexts: () => Promise.resolve(new Map()),
  readAway: () => Promise.resolve(new Map<never, never>()),
  listHidden: () => Promise.resolve({ kind: 'none' } as const),
}
