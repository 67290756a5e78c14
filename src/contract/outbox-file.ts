import * as z from 'zod/mini'
import { Credential } from '#domain/entries/credential.ts'
import { SealedEntry } from '#domain/entries/entry.ts'
import { Instant } from '#domain/time/instant.ts'

/**
 * What a phone could not send, as a file that its service worker makes (`service-worker/outbox-file.ts`). Each entry is
 * sealed to the server and signed by author and device, as in a push; the file itself is signed by nobody.
 */
export const OutboxFile = z.object({
  kind: z.literal('outbox'),
  v: z.literal(1),
  /** By the device's clock. */
  madeAt: Instant,
  /** One for each id that the device has had, its entries in their order. */
  lines: z.array(
    z.object({
      /** Null for an id that the server has not vouched for yet: its entries stay on the phone. */
      device: z.nullable(Credential),
      authors: z.array(Credential),
      entries: z.array(SealedEntry),
    }),
  ),
})
export type OutboxFile = z.infer<typeof OutboxFile>
