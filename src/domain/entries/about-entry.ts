import * as z from 'zod/mini'
import { EntryId } from '../base/ids.ts'
import { EntryHash } from './entry.ts'

/**
 * The entry whose content a second employee has checked. The hash is that of its header (`entryHash`), which names the
 * sealed bytes: her signature is under what was written then, and under nothing else of that id.
 */
export const Countersigns = z.object({ entryId: EntryId, hash: EntryHash })
export type Countersigns = z.infer<typeof Countersigns>

/** The entry that should not have been written, and why. Nothing of it is erased. */
export const Withdraws = z.object({ entryId: EntryId, reason: z.string() })
export type Withdraws = z.infer<typeof Withdraws>
