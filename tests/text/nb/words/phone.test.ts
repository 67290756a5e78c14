import { expect, test } from 'vitest'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'

test.each([
  ['90000117', '900 00 117', 'tel:+4790000117'],
  ['+47 900 00 117', '900 00 117', 'tel:+4790000117'],
  ['0047 90000117', '900 00 117', 'tel:+4790000117'],
  ['33 41 60 00', '33 41 60 00', 'tel:+4733416000'],
  ['116117', '116 117', 'tel:116117'],
  ['02497', '02497', 'tel:02497'],
  ['113', '113', 'tel:113'],
  ['+46 70 123 45 67', '+46 70 123 45 67', 'tel:+46701234567'],
])('%s is shown as «%s» and dialled as %s', (phone, shown, dialled) => {
  expect(phoneText(phone).replaceAll('\u00A0', ' ')).toBe(shown)
  expect(phoneLink(phone)).toBe(dialled)
})
