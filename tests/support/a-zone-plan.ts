import { ZoneId } from '#domain/base/ids.ts'
import { ZonePlanDraft } from '#domain/contacts/zone-plan.ts'

/** What Nord 2 has agreed on: the base, every second hour. */
export function aZonePlanDraft(fields: Partial<ZonePlanDraft> = {}): ZonePlanDraft {
  return ZonePlanDraft.parse({
    zone: ZoneId.parse('nord-2'),
    meetingPlace: 'basen',
    meetings: { at: '07:00', everyMinutes: 120 },
    fetching: 'Ansvarsvakt henter medisiner på apoteket i Stokke',
    afterMinutes: 60,
    mobileMinutes: null,
    reinforced: null,
    ...fields,
  })
}
