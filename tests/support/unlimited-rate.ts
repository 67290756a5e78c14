import type { PushRate } from '#server/inbox/push-rate.ts'

/** Holds no device back. */
export const unlimitedRate: PushRate = { admit: () => null }
