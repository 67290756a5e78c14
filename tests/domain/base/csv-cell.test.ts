import { expect, test } from 'vitest'
import { csvCell } from '#domain/base/csv-cell.ts'

test.each([
  ['Hansen', 'Hansen'],
  ['Hansen; Kari', '"Hansen; Kari"'],
  ['Olsen "Ola"', '"Olsen ""Ola"""'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+47 900 00 512', "'+47 900 00 512"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
])('%s is written as %s', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
})
