import * as z from 'zod/mini'
import { IncidentId, ZoneId } from '../../base/ids.ts'
import { inArea } from '../../incidents/in-area.ts'
import type { Incident } from '../../incidents/incident.ts'
import { mayLackPower } from './may-lack-power.ts'
import type { DeviceKind } from '../../patient/device-kind.ts'
import type { Patient } from '../../patient/patient.ts'
import type { ServiceDefinition } from '../../patient/service.ts'
import type { Instant } from '../../time/instant.ts'
import { contactList } from '../contact-list.ts'
import { type Countdown, prepareCountdown, redAfter } from '../countdown.ts'
import { countdownMoments } from '../countdown-moments.ts'
import { foldPeople } from '../fold-people.ts'
import type { PersonFact } from '../person-fact.ts'
import { factsThatCount } from './facts-that-count.ts'

const Count = z.int().check(z.nonnegative())

/**
 * How many of a zone's people an incident is about, and how it stands with them, for those who have not the zone: class
 * `coordination` (`zoneSums@1`), one for each incident and zone. Counts alone; each person once.
 */
export const ZoneSums = z.object({
  incident: IncidentId,
  zone: ZoneId,
  people: Count,
  /** Of them neither heard nor seen; `notContacted`, `noAnswer` and `needsVisit` together. */
  notReached: Count,
  notContacted: Count,
  noAnswer: Count,
  needsVisit: Count,
  /** People of P1 with less than two hours of battery and no reserve; null where power is not what has failed. */
  red: z.nullable(Count),
})
export type ZoneSums = z.infer<typeof ZoneSums>

export function zoneSumsId({ incident, zone }: Pick<ZoneSums, 'incident' | 'zone'>): string {
  return `zone-sums-${incident}-${zone}`
}

export type SumGround = {
  zone: ZoneSums['zone']
  patients: readonly Patient[]
  /** All facts about the zone's patients. */
  facts: readonly PersonFact[]
  services: readonly ServiceDefinition[]
  kinds: readonly DeviceKind[]
  collator: Intl.Collator
}

type Moment = { incident: Incident; known: readonly Incident[]; now: Instant }

/** Sums a zone as its own phones count it, and says from when the clock alone makes the sums others; null for never. */
export function sumZone(
  { zone, patients, facts, ...tables }: SumGround,
  { incident, known, now }: Moment,
): { sums: ZoneSums; nextRedAt: Instant | null } {
  const people = foldPeople(factsThatCount(facts, { incident, known, now }))
  const isInArea = inArea(incident.area)
  const { counts, left, all } = contactList(patients, people, { ...tables, isInArea, now })
  const countdown = mayLackPower(incident)
    ? prepareCountdown(patients, tables)({ incident, people, now })
    : null
  const { notContacted, noAnswer, needsVisit } = counts
  return {
    sums: {
      incident: incident.id,
      zone,
      people: all,
      notReached: left,
      notContacted,
      noAnswer,
      needsVisit,
      red: countdown === null ? null : new Set(countdown.red.map(({ patient }) => patient.id)).size,
    },
    nextRedAt: countdown === null ? null : nextRed(countdown, { lostAt: incident.startsAt, now }),
  }
}

/** When the next row turns red by the clock alone. */
function nextRed({ known }: Countdown, moment: { lostAt: Instant; now: Instant }): Instant | null {
  const moments = known.flatMap((row) => {
    if (row.isRed) return []
    const at = redAfter(row.power, countdownMoments(row, moment).batteryEmptyAt)
    return at === null ? [] : [at]
  })
  return moments.toSorted().at(0) ?? null
}
