import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClockTimes } from '#server/import/texts/clock-times.ts'

test.each([
  ['08, 20', ['08:00', '20:00']],
  ['8, 14, 20', ['08:00', '14:00', '20:00']],
  ['08,12,16,20,24', ['00:00', '08:00', '12:00', '16:00', '20:00']],
  ['23, 03', ['03:00', '23:00']],
  ['20', ['20:00']],
  ['0800 og 2000', ['08:00', '20:00']],
  ['kl. 8.00 og 20.00', ['08:00', '20:00']],
  ['kl 8 og 20', ['08:00', '20:00']],
  ['kl. 8, 12.30 og 2000', ['08:00', '12:30', '20:00']],
  ['08:00:00', ['08:00']],
  ['08:00, 14:00 og 20', ['08:00', '14:00', '20:00']],
  ['08.00 (1 tbl), 20.00 (2 tbl)', ['08:00', '20:00']],
  ['8, 14, 20 + v/b', ['08:00', '14:00', '20:00']],
  ['08:00 1 tbl\n20:00 2 tbl', ['08:00', '20:00']],
  ['08/20', ['08:00', '20:00']],
  ['08 20', ['08:00', '20:00']],
  ['08, 14, 20 2 tbl', ['08:00', '14:00', '20:00']],
  ['10 IE kl 8 og kl 22', ['08:00', '22:00']],
])('«%s» is read whole', (text, times) => {
  expect(readClockTimes(text)).toEqual({ times, unread: null })
})

test.each([
  '1+0+1+0',
  '1 + 0 + 1 + 0',
  '1-0-1-0',
  '10+8+12',
  '10, 8, 12',
  '1, 1, 2',
  '2 ganger daglig',
  '0,333333333',
  '2,5',
  '12,30',
  'hver 8. time',
  'Hver 3. time',
  'kl. 22-06',
  '8-14-20',
  '3 doser',
  '20 mg',
  '10x2',
  '1/2',
  'morgen og kveld',
  'fra 01.10',
  '01.12',
  '01.12.2026',
  'mandag og fredag 20',
  '8, 10, 12 enheter',
  '8, 10 og 12 enheter',
  '08 12 24 IE',
  'ikke kl. 14',
  'seponert kl 20',
  '08, 20, pause til mandag',
])('«%s» gives no time and is told of whole', (text) => {
  expect(readClockTimes(text)).toEqual({ times: [], unread: text })
})

test.each([
  ['kl 08, 2 ganger daglig', ['08:00'], '2 ganger'],
  ['2 kl 20', ['20:00'], '2'],
  ['08:00 og kveld', ['08:00'], 'kveld'],
  ['08:00, 1+0+1+0', ['08:00'], '1+0+1+0'],
])('of «%s» what is sure is read and the rest told of', (text, times, unread) => {
  expect(readClockTimes(text)).toEqual({ times, unread })
})

const small = fc.integer({ min: 0, max: 24 })
const notTimes = fc.oneof(
  fc.tuple(small, small, small, small).map((slots) => slots.join('+')),
  fc.tuple(small, small, small, small).map((slots) => slots.join('-')),
  small.map((count) => `${count} ganger daglig`),
  small.map((hours) => `hver ${hours}. time`),
  small.map((count) => `${count} doser`),
  fc.tuple(small, small).map(([times, count]) => `${times}x${count}`),
  fc.tuple(small, small).map(([whole, rest]) => `${whole},${rest}`),
  fc.tuple(small, fc.constantFrom('tbl', 'mg', 'ml', 'IE')).map((parts) => parts.join(' ')),
  fc.double({ min: 0, max: 0.99, noNaN: true }).map((share) => share.toFixed(9).replace('.', ',')),
  fc.constantFrom('morgen', 'middag', 'kveld', 'natt', 'ved behov', 'daglig'),
)

test('no text of amounts and frequencies gives a time', () => {
  fc.assert(
    fc.property(fc.array(notTimes, { minLength: 1, maxLength: 4 }), (parts) => {
      expect(readClockTimes(parts.join('; ')).times).toEqual([])
    }),
  )
})

test('no time appears that does not stand in the text', () => {
  const piece = fc.oneof(
    notTimes,
    fc.constantFrom('kl', 'kl.', ',', '+', '-', '/', 'og', ':', '.', '(', ')', '\n', ' '),
    small.map(String),
    small.map((hour) => `${String(hour).padStart(2, '0')}:00`),
    fc.string({ maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join(' ')
      const numbers = new Set(text.match(/\d+/g)?.map(Number))
      const full = new Set(text.match(/\d{4}/g))

      for (const at of readClockTimes(text).times) {
        const [hour = '', minute = ''] = at.split(':')
        const hasHour = numbers.has(Number(hour)) || (hour === '00' && numbers.has(24))
        const isWritten = hasHour && (minute === '00' || numbers.has(Number(minute)))
        expect(isWritten || full.has(hour + minute) || full.has(`24${minute}`)).toBe(true)
      }
    }),
  )
})
