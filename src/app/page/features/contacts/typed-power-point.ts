import type { ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { PowerPoint } from '#domain/contacts/contact.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { formText } from '../../ui/form-text.ts'
import type { ContactFaults } from './contact-faults.ts'

export const powerPointFields = { hours: 'point-hours', drivenBy: 'point-driven-by' } as const

export const driveField = (zone: ZoneId): string => `drive-${zone}`

/**
 * Reads what makes a contact a place with power; undefined when nothing is filled in. How long it takes from zones that are
 * not on the form stays as it was.
 */
export function typedPowerPoint(
  form: FormData,
  { zones, before }: { zones: readonly ZoneId[]; before: PowerPoint | undefined },
): Result<PowerPoint | undefined, ContactFaults> {
  const faults = new Map<string, string>()
  const orNull = (name: string) => formText(form, name).trim() || null
  const hours = orNull(powerPointFields.hours)
  const drivenBy = orNull(powerPointFields.drivenBy)
  const { shape } = PowerPoint
  if (!shape.hours.safeParse(hours).success) faults.set(powerPointFields.hours, words.unreadable)
  if (!shape.drivenBy.safeParse(drivenBy).success) {
    faults.set(powerPointFields.drivenBy, words.unreadable)
  }
  const typed = zones.flatMap((zone) => {
    const text = orNull(driveField(zone))
    if (text === null) return []
    if (!/^[1-9]\d{0,2}$/.test(text)) faults.set(driveField(zone), words.minutesFault)
    return [{ zone, minutes: Number(text) }]
  })
  if (faults.size > 0) return refused(faults)
  const others = (before?.driveMinutes ?? []).filter(({ zone }) => !zones.includes(zone))
  const driveMinutes = [...others, ...typed]
  const isEmpty = hours === null && drivenBy === null && driveMinutes.length === 0
  return accepted(isEmpty ? undefined : { hours, drivenBy, driveMinutes })
}
