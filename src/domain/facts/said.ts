import * as z from 'zod/mini'
import { Author } from '../base/author.ts'
import { DeviceId, EntryId, IncidentId } from '../base/ids.ts'
import { Hlc } from '../time/hlc.ts'
import { Instant } from '../time/instant.ts'

/** More facts than an honest one can name: a screen shows one state, and what stands beside it. */
export const maxReplaced = 64

/** What an employee says together with a fact, and seals with it. */
export const saidWith = {
  /** When it happened: the moment of the press, or the time that she typed. */
  at: Instant,
  /** A typed time stands. «Nå» is corrected by the offset of her phone's clock. */
  isTyped: z.boolean(),
  /** The facts that she saw and that this one takes the place of. */
  replaces: z.array(EntryId).check(z.maxLength(maxReplaced)),
}

/** How a fact is known to everybody: who said it, from where, and when. */
export const saidFields = {
  ...saidWith,
  entryId: EntryId,
  incident: IncidentId,
  deviceId: DeviceId,
  n: z.int().check(z.positive()),
  /** Clamped once by the server, to five minutes after the receipt. */
  hlc: Hlc,
  /** As her account names her. */
  author: Author,
  writtenAt: Instant,
  /** Null while it is on its author's phone alone. */
  receivedAt: z.nullable(Instant),
  /** By how many minutes what the phone's clock said was moved back, because it was ahead; 0 when it was right. */
  clockAheadMinutes: z.int(),
}

const Said = z.object(saidFields)
export type Said = z.infer<typeof Said>
