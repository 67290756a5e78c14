import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import type { Visit, WorkList } from '#domain/lists/work-list.ts'
import { plannedVisits } from '#domain/people/visits/planned-visits.ts'
import { Instant, LocalTime } from '#domain/time/instant.ts'
import { aPatientId } from '../../../support/a-patient.ts'

function aVisit(startsAt: string, more: Partial<Visit> = {}): Visit {
  return {
    id: `visit ${startsAt}`,
    startsAt: LocalTime.parse(startsAt),
    minutes: 20,
    patientId: aPatientId(1),
    tasks: [],
    medicationAt: null,
    staff: 1,
    postponableUntil: null,
    route: null,
    remark: null,
    ...more,
  }
}

function aNight(visits: Visit[], more: Partial<WorkList> = {}): WorkList {
  const asOf = Instant.parse('2026-11-22T20:00:00.000Z')
  const zone = ZoneId.parse('nord-1')
  return { id: `night ${zone}`, zone, weekday: 'sunday', part: 'night', visits, asOf, ...more }
}

/** Ten past three on Monday morning: the night began on Sunday. */
const tenPastThree = Instant.parse('2026-11-23T02:10:00.000Z')

test('a night’s visits are of the evening before and of the morning after', () => {
  const visits = [aVisit('23:30'), aVisit('04:00')]

  const [before, after] = plannedVisits([aNight(visits)], tenPastThree)

  expect(before).toMatchObject({ key: { planned: { on: '2026-11-22' } } })
  expect(before?.dueAt).toBe('2026-11-22T22:30:00.000Z')
  expect(after?.dueAt).toBe('2026-11-23T03:00:00.000Z')
})

test('a visit is due as long as it can be postponed, and its medicines when they are planned', () => {
  const visit = aVisit('04:00', {
    postponableUntil: LocalTime.parse('05:30'),
    medicationAt: LocalTime.parse('04:15'),
  })

  const [planned] = plannedVisits([aNight([visit])], tenPastThree)

  expect(planned?.dueAt).toBe('2026-11-23T04:30:00.000Z')
  expect(planned?.doseAt).toBe('2026-11-23T03:15:00.000Z')
})

test('the hour that October has twice has a moment, and the one that March lacks has none', () => {
  const visits = [aVisit('02:30')]
  const october = Instant.parse('2026-10-25T00:00:00.000Z')
  const march = Instant.parse('2026-03-29T00:00:00.000Z')

  expect(plannedVisits([aNight(visits)], october)[0]?.dueAt).toBe('2026-10-25T01:30:00.000Z')
  expect(plannedVisits([aNight(visits)], march)[0]?.dueAt).toBeNull()
})

test('each zone has the list that fits its shift', () => {
  const other = ZoneId.parse('nord-2')
  const lists = [
    aNight([aVisit('04:00')]),
    aNight([aVisit('05:00')], { id: 'other', zone: other }),
    aNight([aVisit('12:00')], { id: 'day', part: 'day' }),
  ]

  const planned = plannedVisits(lists, tenPastThree)

  expect(planned.map(({ zone, visit }) => [zone, visit.startsAt])).toEqual([
    ['nord-1', '04:00'],
    ['nord-2', '05:00'],
  ])
})
