import { expect, test } from 'vitest'
import type { IncidentPart } from '#domain/incidents/coordination-fact.ts'
import { partWorry } from '#domain/incidents/part-worry.ts'
import { minute, nord1, nord2 } from '../../support/a-fact.ts'

const area = (zones: (typeof nord1)[], ...streets: string[]): IncidentPart => ({
  part: 'area',
  value: { zones, streets },
})

test.each<[string, IncidentPart, IncidentPart]>([
  ['a higher level', { part: 'level', value: 3 }, { part: 'level', value: 2 }],
  [
    'an earlier start',
    { part: 'startsAt', value: minute(-30) },
    { part: 'startsAt', value: minute(0) },
  ],
  [
    'a later end',
    { part: 'announcedEnd', value: minute(300) },
    { part: 'announcedEnd', value: minute(60) },
  ],
  [
    'no end in sight',
    { part: 'announcedEnd', value: null },
    { part: 'announcedEnd', value: minute(300) },
  ],
  [
    'more that fails',
    { part: 'symptoms', value: ['power', 'mobile'] },
    { part: 'symptoms', value: ['ehr'] },
  ],
  ['more zones', area([nord1, nord2], 'Storgata'), area([nord1])],
  ['a whole zone', area([nord1]), area([nord1], 'Storgata', 'Furuveien')],
  ['more streets', area([nord1], 'Storgata', 'Furuveien'), area([nord1], 'Storgata')],
])('%s is more worrying', (_, more, less) => {
  expect(partWorry(more)).toBeGreaterThan(partWorry(less))
})
