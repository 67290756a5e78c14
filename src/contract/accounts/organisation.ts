import * as z from 'zod/mini'
import { PlaceName } from '#domain/accounts/account-name.ts'
import { SectionId, ZoneId } from '#domain/base/ids.ts'
import { ZoneName } from '#domain/roster/zone-name.ts'
import { Instant } from '#domain/time/instant.ts'

const Count = z.int().check(z.nonnegative())

export const OrganisedZone = z.object({
  id: ZoneId,
  name: ZoneName,
  /** A zone out of use takes no new people; what came to it stays. */
  isInUse: z.boolean(),
  /** Open accounts that have it. */
  employees: Count,
})
export type OrganisedZone = z.infer<typeof OrganisedZone>

export const OrganisedSection = z.object({
  id: SectionId,
  name: z.string(),
  zones: z.array(OrganisedZone),
  /** Open accounts with one of its zones. */
  employees: Count,
  /** Names of those who can take in its lists. */
  leaders: z.array(z.string()),
  /** When its newest list was taken in; null before the first. No patient is named or counted here. */
  listTakenAt: z.nullable(Instant),
  /** Its employees who have a phone or PC with keys of their own. */
  enrolled: Count,
})
export type OrganisedSection = z.infer<typeof OrganisedSection>

/** The sections and zones that whoever asks keeps, and how far each has come. */
export const Organisation = z.object({
  kind: z.literal('organisation'),
  sections: z.array(OrganisedSection),
  /** Open accounts of all whom the employee keeps, and those of them who have not signed in yet. */
  accounts: Count,
  notSignedIn: Count,
})
export type Organisation = z.infer<typeof Organisation>

/** zoneHolds: patients, notes or doubts lie in it, which would be nobody's. */
export const OrganisationRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['nameTaken', 'unknownSection', 'unknownZone']) }),
  z.object({ kind: z.literal('zoneHolds'), patients: Count, notes: Count, waiting: Count }),
])
export type OrganisationRefusal = z.infer<typeof OrganisationRefusal>

export const OrganisationAnswer = z.discriminatedUnion('kind', [
  Organisation,
  z.object({ kind: z.literal('refused'), refusal: OrganisationRefusal }),
])
export type OrganisationAnswer = z.infer<typeof OrganisationAnswer>

/** Makes a section, or gives one another name. */
export const SaveSection = z.object({ id: z.nullable(SectionId), name: PlaceName })
export type SaveSection = z.infer<typeof SaveSection>

/** Makes a zone, or gives one another name. Whoever leads its section has a new zone at once. */
export const SaveZone = z.object({ id: z.nullable(ZoneId), section: SectionId, name: PlaceName })
export type SaveZone = z.infer<typeof SaveZone>

/** Takes a zone out of use, or into it again. */
export const SetZoneUse = z.object({ zone: ZoneId, isInUse: z.boolean() })
export type SetZoneUse = z.infer<typeof SetZoneUse>
