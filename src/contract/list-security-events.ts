import * as z from 'zod/mini'
import { Instant } from '#domain/time/instant.ts'
import { SecurityEventGroup, SecurityEventKind } from '#domain/trust/security-event.ts'

export const ListSecurityEventsQuery = z.object({
  group: z.optional(SecurityEventGroup),
  /** The turn of the oldest event that is shown: older ones are asked for. */
  before: z.optional(z.coerce.number().check(z.int(), z.positive())),
})
export type ListSecurityEventsQuery = z.infer<typeof ListSecurityEventsQuery>

export const SecurityEvent = z.object({
  /** The order in which they were written. */
  turn: z.int().check(z.positive()),
  kind: SecurityEventKind,
  at: Instant,
  /** Whom it is about, from her account; null for nobody who is known. */
  employeeName: z.nullable(z.string()),
  /** Who did it, where somebody did it to another. */
  byName: z.nullable(z.string()),
  deviceLabel: z.nullable(z.string()),
  /** The network address that it came from; null where it came from no network. */
  address: z.nullable(z.string()),
  count: z.int().check(z.positive()),
})
export type SecurityEvent = z.infer<typeof SecurityEvent>

/** Newest first. No patient is named in them. */
export const ListSecurityEventsAnswer = z.object({
  events: z.array(SecurityEvent).check(z.maxLength(100)),
  more: z.boolean(),
})
export type ListSecurityEventsAnswer = z.infer<typeof ListSecurityEventsAnswer>
