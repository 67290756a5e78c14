import { expect, test } from 'vitest'
import { foldForSearch } from '#domain/lists/search-text.ts'

test.each([
  ['Ås', 'aas'],
  ['Aasen', 'Åsen'],
  ['Østby', 'oestby'],
  ['Østby', 'ostby'],
  ['Kjær', 'KJAER'],
  ['Márét', 'maret'],
  ['Bårđŋšŧž Čáhput', 'bardnstz cahput'],
  ['André', 'andre'],
])('«%s» is found by «%s»', (written, typed) => {
  expect(foldForSearch(typed)).toBe(foldForSearch(written))
})
