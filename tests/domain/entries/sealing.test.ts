import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Base64Url } from '#domain/base/base64url.ts'
import { PublicKey } from '#domain/entries/credential.ts'
import { keyIdOf, sealedHash } from '#domain/entries/sealing.ts'

const hasher = {
  utf8: (text: string) => new TextEncoder().encode(text),
  sha256: (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(createHash('sha256').update(bytes).digest()),
}

test('a key id is the RFC 7638 thumbprint', async () => {
  // The P-256 key of RFC 7517, appendix A.1; thumbprint computed with jose 6.2.18.
  const key = PublicKey.parse({
    kty: 'EC',
    crv: 'P-256',
    x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
    y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
  })

  expect(await keyIdOf(key, hasher)).toBe('cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s')
})

test('the sealed hash covers encapsulated key and ciphertext alike', async () => {
  const entry = { encapsulatedKey: Base64Url.parse('AAEC'), sealed: Base64Url.parse('AwQF') }
  const bytes = new Uint8Array([0, 1, 2, 3, 4, 5])

  expect(await sealedHash(entry, hasher)).toBe(createHash('sha256').update(bytes).digest('hex'))
})
