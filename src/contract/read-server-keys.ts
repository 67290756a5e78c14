import * as z from 'zod/mini'
import { SignedKeySet } from '#domain/trust/key-set.ts'
import { protocolVersion } from './protocol.ts'

/** Asks for the server's keys, because an answer was signed by a key that the device does not know. */
export const ReadServerKeys = z.object({ protocol: z.literal(protocolVersion) })
export type ReadServerKeys = z.infer<typeof ReadServerKeys>

export const ReadServerKeysAnswer = z.object({ keySet: SignedKeySet })
export type ReadServerKeysAnswer = z.infer<typeof ReadServerKeysAnswer>
