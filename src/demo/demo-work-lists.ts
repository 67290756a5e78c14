import type { Instant } from '#domain/time/instant.ts'
import { LocalTime } from '#domain/time/instant.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { Visit, WorkList } from '#domain/lists/work-list.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

type Pattern = Pick<WorkList, 'weekday' | 'part'> & {
  /** The percentage of the patients with home nursing who get a visit. */
  percent: number
  from: string
  /** Minutes from the first visit to the last. */
  span: number
  tasks: readonly string[]
}

/** The three shifts of the weekly pack. */
const patterns: readonly Pattern[] = [
  {
    weekday: 'monday',
    part: 'day',
    percent: 58,
    from: '07:30',
    span: 405,
    tasks: ['Morgenstell', 'Støttestrømper', 'Sårstell', 'Dusj', 'Frokost', 'Ernæring', 'Tilsyn'],
  },
  {
    weekday: 'monday',
    part: 'evening',
    percent: 30,
    from: '15:30',
    span: 390,
    tasks: ['Kveldsstell', 'Støttestrømper av', 'Kveldsmat', 'Tilsyn', 'Sengehjelp'],
  },
  {
    weekday: 'saturday',
    part: 'day',
    percent: 42,
    from: '07:30',
    span: 405,
    tasks: ['Morgenstell', 'Støttestrømper', 'Sårstell', 'Frokost', 'Tilsyn'],
  },
]

/** Makes the work lists of one zone, with visits in order of time. */
export function demoWorkLists(
  records: readonly RosterRecord[],
  { seed, asOf }: { seed: number; asOf: Instant },
): WorkList[] {
  const zone = records[0]?.patient.zone
  if (zone === undefined) return []
  return patterns.map((pattern, place) => {
    const random = seededRandom(seed * 7919 + place)
    const id = `${zone}-${pattern.weekday}-${pattern.part}`
    const visits = records
      .filter(({ patient }) => patient.services.some((code) => code === 'HSP'))
      .filter(() => random.chance(pattern.percent))
      .map((record) => visitOf(random, record, pattern))
      .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
      .map((visit, place) => ({ ...visit, id: `${id}-${place + 1}` }))
    return { id, zone, weekday: pattern.weekday, part: pattern.part, visits, asOf }
  })
}

function visitOf(
  random: SeededRandom,
  { patient, details }: RosterRecord,
  pattern: Pattern,
): Omit<Visit, 'id'> {
  const begin = minutesOf(pattern.from)
  const dose = details.medications
    .flatMap(({ doses }) => doses.map(({ at }) => at))
    .find((at) => minutesOf(at) >= begin && minutesOf(at) <= begin + pattern.span)
  const medicationAt = dose !== undefined && random.chance(70) ? dose : null
  const startsAt =
    medicationAt === null
      ? timeOf(begin + random.stepped(0, pattern.span, 15))
      : timeOf(minutesOf(medicationAt) - random.pick([0, 0, 5, 10]))
  const needsTwo = patient.mobility?.includes('2 personer') === true
  const isUrgent = patient.priority?.level === 'P1' || patient.priority?.level === 'P2'
  return {
    startsAt,
    minutes: random.pick([10, 15, 15, 20, 30, 45]),
    patientId: patient.id,
    tasks: [
      ...(medicationAt === null ? [] : ['Medisin']),
      ...random.sample(pattern.tasks, random.integer(1, 2)),
    ],
    medicationAt,
    staff: needsTwo ? 2 : 1,
    postponableUntil:
      isUrgent || medicationAt !== null || random.chance(40)
        ? null
        : timeOf(minutesOf(startsAt) + random.pick([120, 180, 240])),
    route: `Rute ${random.integer(1, 4)}`,
    remark: random.chance(8)
      ? random.pick(['Ring før du kommer', 'Datter er der', 'Ny bandasje'])
      : null,
  }
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** Returns a time of the day, never after midnight, because a visit belongs to one shift. */
function timeOf(minutes: number): LocalTime {
  const within = Math.min(minutes, 23 * 60 + 45)
  return LocalTime.parse(
    `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`,
  )
}
