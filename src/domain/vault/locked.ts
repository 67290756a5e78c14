/** The vault is locked, or was locked meanwhile: no key is in memory. */
export type Locked = { kind: 'locked' }
