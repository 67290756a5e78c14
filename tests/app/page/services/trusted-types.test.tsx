import { expect, test } from 'vitest'
import { trustedScriptUrl } from '#app/page/services/trusted-types.ts'

test('a script of our own is trusted, each time it is asked for', () => {
  const started = [trustedScriptUrl('/sw.js'), trustedScriptUrl('/sw.js')]

  expect(started.map((url) => new URL(url, location.href).pathname)).toEqual(['/sw.js', '/sw.js'])
})

test('a script from another origin is refused', () => {
  expect(() => trustedScriptUrl('https://example.org/evil.js')).toThrow('another origin')
})
