import { expect, test } from 'vitest'
import { pageCount, patientCount, rowCount } from '#text/nb/words/count.ts'

test('one is singular, and every other number is plural', () => {
  expect([0, 1, 2].map(patientCount)).toEqual(['0 brukere', '1 bruker', '2 brukere'])
  expect([0, 1, 2].map(rowCount)).toEqual(['0 rader', '1 rad', '2 rader'])
  expect([1, 317].map(pageCount)).toEqual(['1 side', '317 sider'])
})
