import type { ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { MeetingInterval, usualAfterMinutes, ZonePlanDraft } from '#domain/contacts/zone-plan.ts'
import { parseWrittenTime } from '#domain/time/written-moment.ts'
import { zonePlan as words } from '#text/nb/screens/incident/zone-plan.ts'
import { formText } from '../../ui/form-text.ts'

/** What is wrong with each field, by its name. */
export type ZonePlanFaults = ReadonlyMap<string, string>

/** Reads a zone's plan from the form. Of what is wrong, each field says what is to be written instead. */
export function typedZonePlan(form: FormData, zone: ZoneId): Result<ZonePlanDraft, ZonePlanFaults> {
  const faults = new Map<string, string>()
  const text = (name: string) => formText(form, name).trim()
  const orNull = (name: string) => (text(name) === '' ? null : text(name))
  const { meetingPlace, fetching, reinforced, afterMinutes, mobileMinutes } = ZonePlanDraft.shape

  for (const [name, schema] of Object.entries({ meetingPlace, fetching, reinforced })) {
    if (!schema.safeParse(orNull(name)).success) faults.set(name, words.unreadable)
  }
  const at = parseWrittenTime(text('at'))
  if (text('at') !== '' && at === null) faults.set('at', words.timeFault)
  const everyMinutes = MeetingInterval.safeParse(Number(text('everyMinutes')))
  const after = text('afterMinutes') === '' ? usualAfterMinutes : Number(text('afterMinutes'))
  if (!afterMinutes.safeParse(after).success) faults.set('afterMinutes', words.afterFault)
  const mobile = mobileMinutes.safeParse(orNull('mobileMinutes') && Number(text('mobileMinutes')))
  if (faults.size > 0) return refused(faults)
  return accepted(
    ZonePlanDraft.parse({
      zone,
      meetingPlace: orNull('meetingPlace'),
      meetings:
        at === null || !everyMinutes.success ? null : { at, everyMinutes: everyMinutes.data },
      fetching: orNull('fetching'),
      afterMinutes: after,
      mobileMinutes: mobile.success ? mobile.data : null,
      reinforced: orNull('reinforced'),
    }),
  )
}
