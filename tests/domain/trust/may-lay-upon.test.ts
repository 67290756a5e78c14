import { expect, test } from 'vitest'
import { EmployeeId, KeyId } from '#domain/base/ids.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import { mayLayUpon } from '#domain/trust/stream-pin.ts'

const aHolder = (digit: string): StreamHolder => ({
  employee: EmployeeId.parse(`7b000000-0000-4000-8000-00000000000${digit}`),
  keyId: KeyId.parse(digit.repeat(43)),
})
const [stays, leaves] = [aHolder('1'), aHolder('2')]
const made = { gen: 1, key: 'print', to: [stays, leaves] }

test('changes are laid upon a generation of hers whose holders are all listed', () => {
  expect(mayLayUpon(made, [stays, leaves])).toBe(true)
})

test('a generation that was put back is not written to when one who had its key is not listed any more', () => {
  expect(mayLayUpon(made, [stays])).toBe(false)
})

test('a generation that she has not made is never written to', () => {
  expect(mayLayUpon(null, [stays, leaves])).toBe(false)
  expect(mayLayUpon(null, undefined)).toBe(false)
})

test('before the server has listed anybody, her own generation is written to', () => {
  expect(mayLayUpon(made, undefined)).toBe(true)
})
