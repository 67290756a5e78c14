import type { EmployeeId, EntryId, ZoneId } from '../base/ids.ts'
import type { Result } from '../base/result.ts'
import type { World } from '../base/world.ts'
import type { Countersigns } from '../entries/about-entry.ts'
import type { EntryContent } from '../entries/entry-content.ts'
import type { AddRefusal, OwnEntry, StoredEntry } from './entry-repository.ts'
import type { Locked } from './locked.ts'
import type { UnlockRefusal } from './unlocking.ts'

type FormContent = Extract<EntryContent, { kind: 'form' }>

/**
 * What a second employee signs: that she has checked another entry, and nothing else. Her name, title and number come from
 * her own account, as everybody's do.
 */
export type SecondSignature = {
  entryId: EntryId
  zone: ZoneId
  world: World
  content: Omit<FormContent, 'author' | 'corrects' | 'countersigns' | 'withdraws'> & {
    countersigns: Countersigns
  }
}

export type SecondSignatureRefusal =
  | UnlockRefusal
  | AddRefusal
  /** She is the one who has unlocked, who signs without a code. */
  | { kind: 'unlockedHerself' }
  /** Her role does not countersign. No try was refused for it: her code was right. */
  | { kind: 'notForRole' }

/**
 * Lets a colleague sign one entry on a phone that somebody else has unlocked. Her code opens her keys for that entry
 * alone, at the cost of a try as when she unlocks; neither her drafts nor her lists are opened, and the one who has unlocked stays so.
 */
export interface SecondSigner {
  sign(
    employeeId: EmployeeId,
    code: string,
    signature: SecondSignature,
  ): Promise<Result<StoredEntry, SecondSignatureRefusal>>
  /** What colleagues have signed here while this employee had unlocked: she saw it, and reads it on. Newest first. */
  listWitnessed(): Promise<Result<OwnEntry[], Locked>>
}
