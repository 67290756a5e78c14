import type { Reading } from '#app/bridge/reading.ts'

type Trust = Pick<Extract<Reading<unknown>, { kind: 'open' }>, 'older' | 'withheld' | 'unverified'>

/** What is read from documents that the server vouches for, and that are the newest this device has had. */
export const fullTrust: Trust = { older: [], withheld: [], unverified: [] }
