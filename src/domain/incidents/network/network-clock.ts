import type { ZonePlan } from '../../contacts/zone-plan.ts'
import type { Symptom } from '../../cards/symptom.ts'
import { type Instant, plusMinutes } from '../../time/instant.ts'
import type { Incident } from '../incident.ts'

/** What stops some hours after the power, because it runs on batteries. */
export type RunsOnBattery = 'mobile' | 'emergencyNet' | 'dispensers' | 'alarms'

export type NetworkMoment = {
  what: RunsOnBattery
  /** The earliest at which it may stop; many last longer. */
  from: Instant
}

type Battery = {
  what: RunsOnBattery
  /** Of the shortest that is known. */
  minutes: number
  /** Said to have stopped already: then nothing is left to count down. */
  unless: Symptom | null
}

/**
 * The shortest battery times that are known of each (`domain.md` 1.2 and 2): a base station lasts two hours where at least
 * 20,000 people live and four elsewhere, a station of Nødnett eight at least, a dispenser 18 and a safety alarm 24.
 */
const batteries: readonly Battery[] = [
  { what: 'mobile', minutes: 2 * 60, unless: 'mobile' },
  { what: 'emergencyNet', minutes: 8 * 60, unless: null },
  { what: 'dispensers', minutes: 18 * 60, unless: 'dispenser' },
  { what: 'alarms', minutes: 24 * 60, unless: 'alarm' },
]

/** What is known of a loss of power, whether it has happened or not. */
export type PowerLoss = Pick<Incident, 'symptoms' | 'area' | 'startsAt'>

/**
 * When what runs on batteries may stop, soonest first. Only a whole area without power stops it: a base station does not
 * stand in the street that has lost its fuse.
 */
export function networkClock(
  { symptoms, area, startsAt }: PowerLoss,
  plans: readonly Pick<ZonePlan, 'zone' | 'mobileMinutes'>[] = [],
): NetworkMoment[] {
  const isAreaOutage = area.zones.length > 0 && area.streets.length === 0
  if (!symptoms.includes('power') || !isAreaOutage) return []
  return batteries
    .filter(({ unless }) => unless === null || !symptoms.includes(unless))
    .map(({ what, minutes }) => {
      const lasts = what === 'mobile' ? mobileMinutes(area.zones, plans, minutes) : minutes
      return { what, from: plusMinutes(startsAt, lasts) }
    })
}

/** Of several zones the first to lose it counts; one of which nobody has found it out may be that one. */
function mobileMinutes(
  zones: PowerLoss['area']['zones'],
  plans: readonly Pick<ZonePlan, 'zone' | 'mobileMinutes'>[],
  unknown: number,
): number {
  const planOf = (zone: (typeof zones)[number]) => plans.find((plan) => plan.zone === zone)
  return Math.min(...zones.map((zone) => planOf(zone)?.mobileMinutes ?? unknown))
}
