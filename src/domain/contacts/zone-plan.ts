import * as z from 'zod/mini'
import { ZoneId } from '../base/ids.ts'
import { textLine } from '../base/text-line.ts'
import {
  type Instant,
  localClock,
  LocalDate,
  LocalTime,
  plusMinutes,
  startOfMinute,
} from '../time/instant.ts'
import { minutesUntilTime } from '../time/next-time-of-day.ts'

/** Minutes between two meetings: they divide a day, so that each day has the same times. */
export const meetingIntervals = [60, 120, 180, 240] as const
export const MeetingInterval = z.literal(meetingIntervals)
export type MeetingInterval = z.infer<typeof MeetingInterval>

/** How long a base station lasts where the zone is: two hours where at least 20,000 people live, four elsewhere. */
export const MobileMinutes = z.literal([120, 240])

/**
 * What a zone has agreed on for when nobody can be reached: class `contacts` (`zonePlan@1`), one for each zone. It holds
 * without any message, so every phone of the zone shows it by itself.
 */
export const ZonePlan = z.object({
  zone: ZoneId,
  /** As «basen i Stokke, inngang bak»; null when nothing is agreed. */
  meetingPlace: z.nullable(textLine(120)),
  /** One of the times, and how often; null when nothing is agreed. */
  meetings: z.nullable(z.object({ at: LocalTime, everyMinutes: MeetingInterval })),
  /** Who fetches what: medicines, keys, lists. */
  fetching: z.nullable(textLine(300)),
  /** It is shown after so many minutes without contact. */
  afterMinutes: z.int().check(z.gte(15), z.lte(24 * 60)),
  /** Null while nobody has found it out: then the shorter one counts. */
  mobileMinutes: z.nullable(MobileMinutes),
  /** Where «forsterket ekom» holds the mobile net for longer, in words; null for nowhere. */
  reinforced: z.nullable(textLine(120)),
  /** The day when somebody last went through it; null for never. */
  lastCheckedOn: z.nullable(LocalDate),
})
export type ZonePlan = z.infer<typeof ZonePlan>

export const usualAfterMinutes = 60

/** What a leader writes; saving is going through it. */
export const ZonePlanDraft = z.omit(ZonePlan, { lastCheckedOn: true })
export type ZonePlanDraft = z.infer<typeof ZonePlanDraft>

/** The next meeting at or after `now`; null when none is agreed. */
export function nextMeeting(
  { meetings }: Pick<ZonePlan, 'meetings'>,
  now: Instant,
): Instant | null {
  if (meetings === null) return null
  const untilNamed = minutesUntilTime(meetings.at, localClock(now).at)
  return plusMinutes(startOfMinute(now), untilNamed % meetings.everyMinutes)
}

/** The plans that hold now: their zones have heard nothing for as long as they have agreed on. */
export function plansInForce(plans: readonly ZonePlan[], silentMinutes: number): ZonePlan[] {
  return plans.filter(({ afterMinutes }) => silentMinutes >= afterMinutes)
}
