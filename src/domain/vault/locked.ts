/** Nobody has unlocked, or somebody has locked meanwhile: no key is in memory. */
export type Locked = { kind: 'locked' }
