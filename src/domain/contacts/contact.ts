import * as z from 'zod/mini'
import { ZoneId } from '../base/ids.ts'
import { textLine } from '../base/text-line.ts'
import { LocalDate } from '../time/instant.ts'

/** Names a contact on cards and in the municipality's list, as `hdu`. */
export const ContactId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,79}$/))
  .brand<'ContactId'>()
export type ContactId = z.infer<typeof ContactId>

/** The part of the list that a contact stands in; the parts are shown in this order. */
export const ContactGroup = z.enum(['emergency', 'own', 'health', 'supplier', 'authority'])
export type ContactGroup = z.infer<typeof ContactGroup>

/** A telephone number as it is read: digits and spaces, with a plus before the code of another country. */
export const ContactNumber = z.object({
  number: z.string().check(z.regex(/^\+?\d[\d ]{1,22}$/)),
  /** As «hverdag 15–24»; null when there is nothing to say. */
  note: z.nullable(textLine(80)),
})
export type ContactNumber = z.infer<typeof ContactNumber>

/** What makes a contact a place with power: somebody can charge there, or be moved to it. */
export const PowerPoint = z.object({
  /** As «hele døgnet»; null when nobody has written it down. */
  hours: z.nullable(textLine(80)),
  /** Who drives, as «brannvesenet»; null when nothing is agreed. */
  drivenBy: z.nullable(textLine(80)),
  /** From the zones that somebody has found it out for. */
  driveMinutes: z
    .array(z.object({ zone: ZoneId, minutes: z.int().check(z.positive()) }))
    .check(z.maxLength(200)),
})
export type PowerPoint = z.infer<typeof PowerPoint>

/**
 * One whom the municipality calls: stream class `contacts` (`contact@1`). Not a patient's relative.
 *
 * Cards name contacts by id, so a contact without numbers is one that nobody has filled in yet.
 */
export const MunicipalityContact = z.object({
  id: ContactId,
  group: ContactGroup,
  /** What it is for, as «HDU-vakt»: this is what the cards say. */
  role: textLine(80),
  /** The firm or person; null when the role says it all. */
  name: z.nullable(textLine(80)),
  numbers: z.array(ContactNumber).check(z.maxLength(6)),
  /** The way to reach it when telephones are gone, in words; null when there is none. */
  reserve: z.nullable(textLine(200)),
  /** The day when somebody last made sure that the numbers are right; null for never. */
  lastCheckedOn: z.nullable(LocalDate),
  /** Absent for a contact that is no such place. */
  powerPoint: z.optional(PowerPoint),
  /** The zone whose people it answers for; absent for a contact of the whole municipality. */
  zone: z.optional(ZoneId),
})
export type MunicipalityContact = z.infer<typeof MunicipalityContact>

/** What a leader writes of a contact; when it was made sure of is not hers to write. */
export const ContactDraft = z.omit(MunicipalityContact, { lastCheckedOn: true })
export type ContactDraft = z.infer<typeof ContactDraft>

/** What a leader says of the numbers that she saves: that she has made sure of them now, or nothing. */
export const ContactCheck = z.enum(['today', 'unsaid'])
export type ContactCheck = z.infer<typeof ContactCheck>

/**
 * Returns the contact as it is saved. Numbers that are other than before have not been made sure of, until somebody says so.
 */
export function savedContact(
  draft: ContactDraft,
  {
    before,
    check,
    today,
  }: { before: MunicipalityContact | null; check: ContactCheck; today: LocalDate },
): MunicipalityContact {
  const kept = before !== null && sameNumbers(before, draft) ? before.lastCheckedOn : null
  return { ...draft, lastCheckedOn: check === 'today' ? today : kept }
}

function sameNumbers(before: MunicipalityContact, draft: ContactDraft): boolean {
  const digits = ({ numbers }: ContactDraft) =>
    numbers.map(({ number }) => number.replaceAll(' ', '')).join('|')
  return digits(before) === digits(draft)
}
