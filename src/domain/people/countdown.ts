import type { PatientId } from '../base/ids.ts'
import type { Standing } from '../facts/standing.ts'
import type { Incident } from '../incidents/incident.ts'
import { nameRanks } from '../lists/name-ranks.ts'
import {
  type KnownPower,
  mergePowerOrders,
  type PowerNeed,
  type Ranked,
  rankedPowerOrder,
  type UnknownPower,
} from '../lists/power-order.ts'
import { type DeviceKind, levelsByKind, toleranceOfLevel } from '../patient/device-kind.ts'
import type { Patient } from '../patient/patient.ts'
import type { ServiceDefinition } from '../patient/service.ts'
import { type Instant, instantFromMilliseconds, millisecondsFromInstant } from '../time/instant.ts'
import { countdownGroups, type FoundPatient, powerDependents } from './countdown-groups.ts'
import type { FactOf, People } from './people.ts'

/** Each instant is in exactly one: overdue from the deadline on, `soon` from two hours before it. */
export type CountdownSlot = 'overdue' | 'soon' | 'later'

export type CountdownRow<Need extends PowerNeed = KnownPower> = {
  /** With what was found since; minutes count from the start of the incident. `countdownMoments` says when that is. */
  power: Need
  /** As recorded. */
  patient: Patient
  /** From the start until somebody must have helped; an unknown battery counts as empty. */
  dueMinutes: number
  slot: CountdownSlot
  /** P1 with less than two hours of battery and no reserve: AMK, or moving the patient. Never of an unknown battery. */
  isRed: boolean
  contact: Standing<FactOf<'contact'>> | null
  /** Whether somebody is with the patient; null while nobody has said. */
  someoneThere: boolean | null
  /** When the battery was swapped or measured last; null when it is as recorded. */
  measuredAt: Instant | null
  /** What somebody found out last about this patient's power. */
  lastFinding: FactOf<'power'> | null
}

export type Countdown = {
  /** Those of `known` that are red, in the same order. */
  red: readonly CountdownRow[]
  known: readonly CountdownRow[]
  unknown: readonly CountdownRow<UnknownPower>[]
  /** Who is in the area and not counted down, so that nobody disappears: where there is power, and who is elsewhere. */
  withPower: readonly Patient[]
  elsewhere: readonly Patient[]
}

type Tables = {
  kinds: readonly DeviceKind[]
  services: readonly ServiceDefinition[]
  collator: Intl.Collator
}

type Moment = {
  incident: Pick<Incident, 'startsAt' | 'area'>
  people: Pick<People, 'contacts' | 'power' | 'places'>
  /** Who is said to be in hospital or dead since the list was made. */
  away?: ReadonlySet<PatientId>
  now: Instant
}

const nobody: ReadonlySet<PatientId> = new Set()

const redBelowMilliseconds = 2 * 60 * 60_000

/**
 * Who depends on power in the area, in the order in which somebody must have helped: the order of the list of power.
 * Everybody is sorted once, so that a call with ten thousand patients puts those
 * of whom something was found into their new places, and leaves the others in theirs.
 */
export function prepareCountdown(
  patients: readonly Patient[],
  { kinds, services, collator }: Tables,
): (moment: Moment) => Countdown {
  const levelOf = levelsByKind(kinds)
  const codes = services
    .filter(({ meaning }) => meaning === 'lifeEssentialPower')
    .map(({ code }) => code)
  const dependents = powerDependents(patients, levelOf, new Set(codes))
  const ranks = nameRanks(dependents, collator)
  const recorded = rankedPowerOrder(dependents, { levelOf, ranks })
  return ({ incident, people, away = nobody, now }) => {
    const { startsAt: lostAt, area } = incident
    const groups = countdownGroups(dependents, levelOf, { area, lostAt, people, away })
    const isAsRecorded = ({ need }: Ranked<PowerNeed>) => groups.asRecorded.has(need.patient)
    const { known, unknown } = mergePowerOrders(
      {
        known: recorded.known.filter(isAsRecorded),
        unknown: recorded.unknown.filter(isAsRecorded),
      },
      rankedPowerOrder([...groups.found.keys()], { levelOf, ranks }),
    )
    const passed = millisecondsFromInstant(now) - millisecondsFromInstant(lostAt)
    const rowOf = rows(groups.found, people, passed)
    const knownRows = known.map(({ need }) => rowOf(need, need.dueMinutes))
    return {
      red: knownRows.filter(({ isRed }) => isRed),
      known: knownRows,
      unknown: unknown.map(({ need }) =>
        rowOf(need, need.device?.toleranceMinutes ?? toleranceOfLevel[need.level]),
      ),
      withPower: groups.withPower,
      elsewhere: groups.elsewhere,
    }
  }
}

function rows(
  found: ReadonlyMap<Patient, FoundPatient>,
  { contacts }: Moment['people'],
  passed: number,
) {
  return <Need extends PowerNeed>(power: Need, dueMinutes: number): CountdownRow<Need> => {
    const changed = found.get(power.patient)
    return {
      power,
      patient: changed?.recorded ?? power.patient,
      dueMinutes,
      slot: slotOf(left(dueMinutes, passed)),
      isRed: power.kind === 'known' && isRed(power, passed),
      contact: contacts.get(power.patient.id) ?? null,
      someoneThere: changed?.someoneThere ?? null,
      measuredAt: changed?.measuredAt.get(power.device?.id ?? '') ?? null,
      lastFinding: changed?.lastFinding ?? null,
    }
  }
}

/** In whole milliseconds: fractions of a minute are not exact, and each instant belongs to one slot. */
function left(minutes: number, passed: number): number {
  return Math.round(minutes * 60_000) - passed
}

function slotOf(milliseconds: number): CountdownSlot {
  if (milliseconds <= 0) return 'overdue'
  return milliseconds <= redBelowMilliseconds ? 'soon' : 'later'
}

function isRed(power: KnownPower, passed: number): boolean {
  return turnsRed(power) && left(power.batteryMinutes, passed) < redBelowMilliseconds
}

/**
 * Whether a row is red once its battery lasts less than two hours. A reserve of unknown length is one; one that is known to
 * be none is not, whatever is written of it.
 */
function turnsRed({ level, patient, device }: KnownPower): boolean {
  const isMostUrgent = level === 'P1' || patient.priority?.level === 'P1'
  const hasReserve =
    device.reserveMinutes === null ? device.reserve !== null : device.reserveMinutes > 0
  return isMostUrgent && !hasReserve
}

/** From after which moment a row is red, for a screen that ticks; null for one that never is. */
export function redAfter(power: KnownPower, batteryEmptyAt: Instant): Instant | null {
  if (!turnsRed(power)) return null
  return instantFromMilliseconds(millisecondsFromInstant(batteryEmptyAt) - redBelowMilliseconds)
}
