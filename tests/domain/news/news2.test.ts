import { expect, test } from 'vitest'
import { news2, type NewsMeasurements, type NewsParameter } from '#domain/news/news2.ts'

const calm: NewsMeasurements = {
  respirationsPerMinute: 18,
  saturationScale: 1,
  saturationPercent: 97,
  hasOxygen: false,
  systolicMmHg: 120,
  pulsePerMinute: 80,
  isAlert: true,
  celsius: 37,
}

type Column = {
  parameter: NewsParameter
  of: Partial<NewsMeasurements>
  measure: keyof NewsMeasurements
  step: number
  /** The table of `domain.md` 4.7 as it stands there: points, and the first and last measurement that gives them. */
  columns: readonly (readonly [points: number, from: number, to: number])[]
}

const onScale2 = { saturationScale: 2 } as const
const table: readonly Column[] = [
  {
    parameter: 'respiration',
    of: {},
    measure: 'respirationsPerMinute',
    step: 1,
    columns: [
      [3, 0, 8],
      [1, 9, 11],
      [0, 12, 20],
      [2, 21, 24],
      [3, 25, 80],
    ],
  },
  {
    parameter: 'saturation',
    of: {},
    measure: 'saturationPercent',
    step: 1,
    columns: [
      [3, 0, 91],
      [2, 92, 93],
      [1, 94, 95],
      [0, 96, 100],
    ],
  },
  {
    parameter: 'saturation',
    of: { hasOxygen: true },
    measure: 'saturationPercent',
    step: 1,
    columns: [
      [3, 0, 91],
      [2, 92, 93],
      [1, 94, 95],
      [0, 96, 100],
    ],
  },
  {
    parameter: 'saturation',
    of: onScale2,
    measure: 'saturationPercent',
    step: 1,
    columns: [
      [3, 0, 83],
      [2, 84, 85],
      [1, 86, 87],
      [0, 88, 100],
    ],
  },
  {
    parameter: 'saturation',
    of: { ...onScale2, hasOxygen: true },
    measure: 'saturationPercent',
    step: 1,
    columns: [
      [3, 0, 83],
      [2, 84, 85],
      [1, 86, 87],
      [0, 88, 92],
      [1, 93, 94],
      [2, 95, 96],
      [3, 97, 100],
    ],
  },
  {
    parameter: 'systolic',
    of: {},
    measure: 'systolicMmHg',
    step: 1,
    columns: [
      [3, 0, 90],
      [2, 91, 100],
      [1, 101, 110],
      [0, 111, 219],
      [3, 220, 300],
    ],
  },
  {
    parameter: 'pulse',
    of: {},
    measure: 'pulsePerMinute',
    step: 1,
    columns: [
      [3, 0, 40],
      [1, 41, 50],
      [0, 51, 90],
      [1, 91, 110],
      [2, 111, 130],
      [3, 131, 250],
    ],
  },
  {
    parameter: 'temperature',
    of: {},
    measure: 'celsius',
    step: 0.1,
    columns: [
      [3, 25, 35],
      [1, 35.1, 36],
      [0, 36.1, 38],
      [1, 38.1, 39],
      [2, 39.1, 43],
    ],
  },
]

const every = table.flatMap(({ columns, step, ...rest }) =>
  columns.flatMap(([points, from, to]) =>
    Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => ({
      ...rest,
      points,
      // Tenths as they are typed: 35,1 and not 35,10000000000001.
      value: Number((from + at * step).toFixed(1)),
    })),
  ),
)

test('every measurement gives what its column of the table says, at each edge and between', () => {
  const wrong = every.filter(
    ({ parameter, of, measure, value, points }) =>
      news2({ ...calm, ...of, [measure]: value }).points[parameter] !== points,
  )

  expect(every.length).toBeGreaterThan(1_000)
  expect(wrong).toEqual([])
})

test('oxygen gives 2 and anything but alert gives 3', () => {
  expect(news2({ ...calm, hasOxygen: true }).points.oxygen).toBe(2)
  expect(news2({ ...calm, isAlert: false }).points.consciousness).toBe(3)
  expect(news2(calm).points).toMatchObject({ oxygen: 0, consciousness: 0 })
})

test.each<[string, NewsMeasurements, number]>([
  ['calm on air', calm, 0],
  [
    'scale 1 with oxygen',
    {
      respirationsPerMinute: 25,
      saturationScale: 1,
      saturationPercent: 91,
      hasOxygen: true,
      systolicMmHg: 90,
      pulsePerMinute: 131,
      isAlert: false,
      celsius: 39.1,
    },
    19,
  ],
  [
    'everything at its worst, on scale 2',
    {
      respirationsPerMinute: 8,
      saturationScale: 2,
      saturationPercent: 83,
      hasOxygen: true,
      systolicMmHg: 220,
      pulsePerMinute: 40,
      isAlert: false,
      celsius: 35,
    },
    20,
  ],
])('%s, as worked out by hand, is %i', (_name, measured, sum) => {
  expect(news2(measured).sum).toBe(sum)
})

test('93 % on scale 2 counts nothing on air and 1 with oxygen', () => {
  const onAir = { ...calm, ...onScale2, saturationPercent: 93 }

  expect(news2(onAir).points.saturation).toBe(0)
  expect(news2({ ...onAir, hasOxygen: true }).points.saturation).toBe(1)
})

test.each<[string, Partial<NewsMeasurements>, number, string]>([
  ['nothing', {}, 0, 'zero'],
  ['one point', { celsius: 38.5 }, 1, 'low'],
  ['four points without a three', { hasOxygen: true, saturationPercent: 92 }, 4, 'low'],
  ['one three alone', { isAlert: false }, 3, 'single'],
  ['a three and one more', { isAlert: false, celsius: 38.5 }, 4, 'single'],
  ['five', { isAlert: false, hasOxygen: true }, 5, 'medium'],
  ['six', { isAlert: false, hasOxygen: true, celsius: 38.5 }, 6, 'medium'],
  ['seven', { isAlert: false, hasOxygen: true, celsius: 39.5 }, 7, 'high'],
])('%s stands in its row of the table of sums', (_name, of, sum, row) => {
  expect(news2({ ...calm, ...of })).toMatchObject({ sum, row })
})
