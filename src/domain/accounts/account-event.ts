import * as z from 'zod/mini'
import { ZoneId } from '../base/ids.ts'
import { Role } from '../base/role.ts'
import { StandInPeriod } from './stand-in.ts'

/** What is logged of those who keep accounts, sections and zones. */
export const AccountEventKind = z.enum([
  'made',
  'changed',
  'closed',
  'standInSaved',
  'standInEnded',
  'zoneLent',
  'zoneReturned',
  'codeIssued',
  'passwordChosen',
  'listTaken',
  'sectionSaved',
  'zoneSaved',
  'zoneClosed',
  'zoneOpened',
])
export type AccountEventKind = z.infer<typeof AccountEventKind>

/** What was, and what is: each member only where the event is about it. No password, no code. */
export const AccountEventDetail = z.object({
  role: z.optional(Role),
  zones: z.optional(z.array(ZoneId)),
  /** Null for an account that is valid until it is closed. */
  period: z.optional(z.nullable(StandInPeriod)),
  before: z.optional(z.object({ role: Role, zones: z.array(ZoneId) })),
  /** A section's or a zone's id, and what it is called. */
  place: z.optional(z.string()),
  name: z.optional(z.string()),
  reason: z.optional(z.enum(['left', 'abuse'])),
  count: z.optional(z.int()),
})
export type AccountEventDetail = z.infer<typeof AccountEventDetail>
