import { argon2Sync } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { PublicKey } from '#domain/entries/credential.ts'
import { sealingInfo } from '#domain/entries/sealing.ts'
import { aesOpen, aesSeal, importAesKey } from '#storage/crypto/aes.ts'
import { newDeviceSecret, unwrapWithCode, wrapWithCode } from '#storage/crypto/employee-key.ts'
import { hpkeOpen, hpkeSeal, importRecipientPair, newRecipientPair } from '#sealing/hpke.ts'
import { bytesFromCode, floorCost } from '#storage/crypto/key-derivation.ts'

const bytes = fc.uint8Array({ maxLength: 2000 }).map((array) => new Uint8Array(array))
const about = fc.string({ maxLength: 80 })
const newKey = () => importAesKey(crypto.getRandomValues(new Uint8Array(32)))

function flipped(array: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const other = new Uint8Array(array)
  const index = at % other.length
  other[index] = (other[index] ?? 0) ^ (1 << (at % 8))
  return other
}

test('what is sealed opens to the same bytes, and nowhere but in its place', async () => {
  const key = await newKey()
  await fc.assert(
    fc.asyncProperty(bytes, about, about, async (plain, place, other) => {
      const sealed = await aesSeal(key, plain, place)

      expect(await aesOpen(key, sealed, place)).toEqual(plain)
      expect(await aesOpen(key, sealed, `${place}${other}/`)).toBeNull()
      expect(await aesOpen(await newKey(), sealed, place)).toBeNull()
    }),
  )
})

test('one changed bit of the sealed bytes or of their nonce, and they do not open', async () => {
  const key = await newKey()
  await fc.assert(
    fc.asyncProperty(bytes, fc.nat(), async (plain, at) => {
      const sealed = await aesSeal(key, plain, 'place')

      expect(await aesOpen(key, { ...sealed, ct: flipped(sealed.ct, at) }, 'place')).toBeNull()
      expect(await aesOpen(key, { ...sealed, iv: flipped(sealed.iv, at) }, 'place')).toBeNull()
    }),
  )
})

test('the same bytes sealed twice look different', async () => {
  const key = await newKey()
  await fc.assert(
    fc.asyncProperty(bytes, async (plain) => {
      const [first, second] = [await aesSeal(key, plain, ''), await aesSeal(key, plain, '')]

      expect(first.ct).not.toEqual(second.ct)
    }),
  )
})

test('what is sealed to a key opens with that key alone, for that use alone', async () => {
  const made = await newRecipientPair()
  const { pair } = await importRecipientPair(made.privateBytes)
  const other = await newRecipientPair()
  const { pair: otherPair } = await importRecipientPair(other.privateBytes)
  await fc.assert(
    fc.asyncProperty(bytes, bytes, fc.nat(), async (plain, aad, at) => {
      const sealed = await hpkeSeal(made.publicKey, sealingInfo.streamKey, plain, aad)
      const changed = { ...sealed, sealed: flipped(sealed.sealed, at) }

      expect(await hpkeOpen(pair, sealingInfo.streamKey, sealed, aad)).toEqual(plain)
      expect(await hpkeOpen(pair, sealingInfo.entry, sealed, aad)).toBeNull()
      expect(await hpkeOpen(otherPair, sealingInfo.streamKey, sealed, aad)).toBeNull()
      expect(await hpkeOpen(pair, sealingInfo.streamKey, changed, aad)).toBeNull()
    }),
    { numRuns: 25 },
  )
})

test('the public half of a key pair is computed, so that no other can be put in its place', async () => {
  const made = await newRecipientPair()

  const { publicKey } = await importRecipientPair(made.privateBytes)

  expect(publicKey).toEqual(PublicKey.parse(made.publicKey))
})

test('an employee key opens with her code, on this device, under her id, and not otherwise', async () => {
  const employeeId = EmployeeId.parse(crypto.randomUUID())
  const deviceId = DeviceId.parse(crypto.randomUUID())
  const deviceSecret = await newDeviceSecret()
  const employeeKey = crypto.getRandomValues(new Uint8Array(32))
  const by = { code: '471108', deviceSecret, employeeId }
  const wrap = await wrapWithCode(employeeKey, { ...by, deviceId, cost: floorCost })
  const otherEmployee = EmployeeId.parse(crypto.randomUUID())
  const otherDevice = DeviceId.parse(crypto.randomUUID())

  expect(await unwrapWithCode(wrap, { ...by, code: ' 47 11 08 ' })).toEqual(employeeKey)
  expect(await unwrapWithCode(wrap, { ...by, code: '471109' })).toBeNull()
  expect(await unwrapWithCode(wrap, { ...by, deviceSecret: await newDeviceSecret() })).toBeNull()
  expect(await unwrapWithCode(wrap, { ...by, employeeId: otherEmployee })).toBeNull()
  expect(await unwrapWithCode({ ...wrap, deviceId: otherDevice }, by)).toBeNull()
})

test('a phone without the memory for the derivation gets the floor, not a refusal', async () => {
  const employeeId = EmployeeId.parse(crypto.randomUUID())
  const deviceId = DeviceId.parse(crypto.randomUUID())
  const by = { code: '471108', deviceSecret: await newDeviceSecret(), employeeId }
  const employeeKey = crypto.getRandomValues(new Uint8Array(32))
  const cost = { memoryKiB: 8 * 1024 * 1024, iterations: 3 }

  const wrap = await wrapWithCode(employeeKey, { ...by, deviceId, cost })

  expect(wrap.derivation).toMatchObject(floorCost)
  expect(await unwrapWithCode(wrap, by)).toEqual(employeeKey)
})

test('Argon2id answers as the one in Node, which is another implementation', async () => {
  const salt = new TextEncoder().encode('0123456789abcdef')
  const expected = argon2Sync('argon2id', {
    message: '471108',
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: floorCost.memoryKiB,
    passes: floorCost.iterations,
  })

  const derived = await bytesFromCode('471108', { algorithm: 'argon2id', ...floorCost, salt })

  expect(Buffer.from(derived)).toEqual(expected)
})
