import type { Attack } from './attack.ts'
import { forgedLabel, forgedName, futureEvent } from './list/false-words.ts'
import { flood } from './list/flood.ts'
import {
  closedAccountNote,
  expiredCredentialNote,
  foreignPatientNote,
  foreignZoneNote,
  lostZoneNote,
} from './list/note-beyond-rights.ts'
import { oldSignIn } from './list/old-sign-in.ts'
import { faultingEntry, tooDeep, tooLarge, tooManyItems } from './list/poison.ts'

/** Attacks that still succeed. One that is refused belongs in `attacks`, with the part that refuses it. */
export const waiting: readonly Attack[] = [
  foreignZoneNote,
  foreignPatientNote,
  lostZoneNote,
  closedAccountNote,
  expiredCredentialNote,
  forgedName,
  forgedLabel,
  futureEvent,
  tooDeep,
  tooManyItems,
  tooLarge,
  faultingEntry,
  flood,
  oldSignIn,
]
