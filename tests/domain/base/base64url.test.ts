import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Base64Url, base64UrlFromBytes, bytesFromBase64Url } from '#domain/base/base64url.ts'

test('the vectors of RFC 4648 come out without padding', () => {
  const texts = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar']

  const written = texts.map((text) => base64UrlFromBytes(new TextEncoder().encode(text)))

  expect(written).toEqual(['', 'Zg', 'Zm8', 'Zm9v', 'Zm9vYg', 'Zm9vYmE', 'Zm9vYmFy'])
})

test('bytes above 0xf8 use the characters that are safe in an address', () => {
  expect(base64UrlFromBytes(new Uint8Array([0xfb, 0xff]))).toBe('-_8')
})

test('all bytes come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([...bytesFromBase64Url(base64UrlFromBytes(bytes))]).toEqual([...bytes])
    }),
  )
})

test('a text with padding or other characters is refused', () => {
  expect(Base64Url.safeParse('Zg==').success).toBe(false)
  expect(Base64Url.safeParse('a+b/').success).toBe(false)
})
