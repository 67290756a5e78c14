import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { LocalDate } from '#domain/time/instant.ts'
import {
  findFittingWorkList,
  findFittingWorkLists,
  isShiftChange,
  shiftAt,
} from '#domain/lists/shift.ts'
import type { ShiftPart, WorkList } from '#domain/lists/work-list.ts'
import type { Weekday } from '#domain/time/weekday.ts'
import { at, noon, today } from '../../support/a-patient.ts'

const hours = { day: at('07:30'), evening: at('15:00'), night: at('22:45') }

const aWorkList = (weekday: Weekday, part: ShiftPart): WorkList => ({
  id: `${weekday}-${part}`,
  zone: ZoneId.parse('nord-2'),
  weekday,
  part,
  visits: [],
  asOf: noon,
})

const pack = [
  aWorkList('monday', 'day'),
  aWorkList('monday', 'evening'),
  aWorkList('saturday', 'day'),
]

test('a Monday has its day, its evening and its night', () => {
  expect(shiftAt({ on: today, at: at('07:30') }, hours)).toEqual({ weekday: 'monday', part: 'day' })
  expect(shiftAt({ on: today, at: at('15:00') }, hours).part).toBe('evening')
  expect(shiftAt({ on: today, at: at('22:45') }, hours).part).toBe('night')
})

test('ten past three on a Monday is still the night of Sunday', () => {
  expect(shiftAt({ on: today, at: at('03:10') }, hours)).toEqual({
    weekday: 'sunday',
    part: 'night',
  })
})

test('the first of March is preceded by the leap day', () => {
  expect(shiftAt({ on: LocalDate.parse('2028-03-01'), at: at('02:00') }, hours).weekday).toBe(
    'tuesday',
  )
})

test.each([
  ['monday', 'evening', 'monday-evening', 'exact'],
  ['wednesday', 'evening', 'monday-evening', 'template'],
  ['friday', 'day', 'monday-day', 'template'],
  ['sunday', 'day', 'saturday-day', 'template'],
  ['saturday', 'evening', 'monday-evening', 'template'],
  ['monday', 'night', 'monday-evening', 'template'],
] as const)('%s %s is worked by %s (%s)', (weekday, part, id, fit) => {
  expect(findFittingWorkList(pack, { weekday, part })).toMatchObject({ workList: { id }, fit })
})

test('a zone without any work list has none that fits', () => {
  expect(findFittingWorkList([], { weekday: 'monday', part: 'day' })).toBeNull()
})

test('a shift changes from an hour before the next begins to half an hour after', () => {
  const around = ['13:59', '14:00', '15:00', '15:30', '15:31'] as const

  expect(around.map((moment) => isShiftChange(at(moment), hours))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})

const ofZone = (zone: string, list: WorkList): WorkList => ({
  ...list,
  id: `${zone}-${list.id}`,
  zone: ZoneId.parse(zone),
})

test('each zone has its own list of the shift, and one pattern where two are as near', () => {
  const lists = [
    ofZone('nord-1', aWorkList('monday', 'day')),
    ofZone('nord-1', aWorkList('wednesday', 'day')),
    ofZone('nord-2', aWorkList('monday', 'day')),
    ofZone('nord-2', aWorkList('monday', 'evening')),
  ]

  const found = findFittingWorkLists(lists, { weekday: 'tuesday', part: 'day' })

  expect(found.map(({ workList }) => workList.id)).toEqual([
    'nord-1-monday-day',
    'nord-2-monday-day',
  ])
})
