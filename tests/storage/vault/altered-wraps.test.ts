import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import {
  alterWrap,
  alterWraps,
  noLimits,
  withDerivation,
  wrapAtLess,
  wrapOf,
} from '../../support/altered-wraps.ts'
import { aPhone, aProfile, aVouchingServer, codeOfAnne, enrol } from '../../support/test-vault.ts'
import { quickWrapping, realWrapping } from '../../support/wrapping.ts'

const server = await aVouchingServer()
const codeOfBerit = '271828'
const altered = { ok: false, refusal: { kind: 'keysAltered' } }

async function aLockedPhone(wrapping = quickWrapping) {
  const phone = aPhone(new IDBFactory(), wrapping)
  const vault = await phone.openVault()
  const { employeeId: anne } = await enrol(vault, server, { profile: aProfile() })
  const profile = aProfile('Berit Haugen')
  const { employeeId: berit } = await enrol(vault, server, { profile, code: codeOfBerit })
  await vault.access.lock()
  return { phone, vault, anne, berit }
}

const asked = [
  ['19 MiB and one pass', { memoryKiB: 19 * 1024, iterations: 1 }],
  ['8 KiB', { memoryKiB: 8 }],
  ['4 GiB', { memoryKiB: 4 * 1024 * 1024 }],
  ['just more than 256 MiB', { memoryKiB: 256 * 1024 + 1, iterations: 2 }],
  ['2^31 passes', { iterations: 2 ** 31 }],
  ['17 passes', { iterations: 17 }],
  ['256 MiB sixteen times', { memoryKiB: 256 * 1024, iterations: 16 }],
  ['less than nothing', { memoryKiB: -1 }],
  ['half a pass', { iterations: 2.5 }],
  ['no salt', { salt: new Uint8Array(0) }],
  ['a salt of 1 MB', { salt: new Uint8Array(1024 * 1024) }],
] as const

test.each(asked)('a wrap that asks for %s is refused, and costs no try', async (_, derivation) => {
  const { phone, vault, anne } = await aLockedPhone(realWrapping)
  await alterWrap(phone, anne, (wrap) => withDerivation(wrap, derivation))

  expect(await vault.access.unlock(anne, codeOfAnne)).toEqual(altered)

  const { employees } = await vault.access.status()
  expect(employees.map(({ triesLeft, erased }) => ({ triesLeft, erased }))).toEqual([
    { triesLeft: 10, erased: false },
    { triesLeft: 10, erased: false },
  ])
})

const shapes = [
  ['nothing', undefined],
  ['an empty list', []],
  ['a text', 'wraps'],
  ['a thousand wraps', 1000],
  ['another algorithm', { algorithm: 'pbkdf2' }],
] as const

test.each(shapes)('%s in the place of the wraps is refused with words', async (_, other) => {
  const { phone, vault, anne, berit } = await aLockedPhone()
  const wrap = await wrapOf(phone, anne)
  const many = typeof other === 'number' ? Array.from({ length: other }, () => wrap) : other
  const isDerivation = typeof other === 'object' && 'algorithm' in other
  await alterWraps(
    phone,
    anne,
    isDerivation ? [{ ...wrap, derivation: { ...wrap.derivation, ...other } }] : many,
  )

  expect(await vault.access.unlock(anne, codeOfAnne)).toEqual(altered)
  expect(await vault.access.unlock(berit, codeOfBerit)).toMatchObject({ ok: true })
})

test('keys of another form than this app stores are refused, never a fault', async () => {
  const { phone, vault, anne } = await aLockedPhone()
  const row = await phone.outbox().employees.get(anne)
  const other = { ...row?.author, privateKey: null }

  await phone.outbox().table('employees').update(anne, { author: other })

  expect(await vault.access.unlock(anne, codeOfAnne)).toEqual(altered)
})

const offTheCurve = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }

test('a public key of the author that is not on the curve is no fault either', async () => {
  const { phone, vault, anne } = await aLockedPhone()
  const row = await phone.outbox().employees.get(anne)
  const author = { ...row?.author, publicKey: offTheCurve }

  await phone.outbox().table('employees').update(anne, { author })

  expect(await vault.access.unlock(anne, codeOfAnne)).toEqual({
    ok: false,
    refusal: { kind: 'keysNotKept' },
  })
})

test('one of the recipient changes nothing: it is computed from the private key', async () => {
  const { phone, vault, anne } = await aLockedPhone()
  const row = await phone.outbox().employees.get(anne)
  const recipient = { ...row?.recipient, publicKey: offTheCurve }

  await phone.outbox().table('employees').update(anne, { recipient })

  expect(await vault.access.unlock(anne, codeOfAnne)).toMatchObject({ ok: true })
})

test('wraps that are swapped between two employees open nothing, and cost that try alone', async () => {
  const { phone, vault, anne, berit } = await aLockedPhone()
  const employees = phone.outbox().employees
  const [hers, other] = [await employees.get(anne), await employees.get(berit)]

  // With the device's half too: only what the wrap is sealed about tells the two apart.
  await employees.update(anne, { wraps: other?.wraps, deviceSecret: other?.deviceSecret ?? null })
  await employees.update(berit, { wraps: hers?.wraps, deviceSecret: hers?.deviceSecret ?? null })

  for (const code of [codeOfAnne, codeOfBerit]) {
    expect(await vault.access.unlock(anne, code)).toMatchObject({ refusal: { kind: 'wrongCode' } })
  }
  const { employees: shown } = await vault.access.status()
  expect(shown.find(({ employeeId }) => employeeId === anne)?.triesLeft).toBe(8)
  expect(shown.find(({ employeeId }) => employeeId === berit)?.triesLeft).toBe(10)
})

test('she whose wrap was altered makes a new code with a sign-in', async () => {
  const phone = aPhone()
  const vault = await phone.openVault()
  const profile = aProfile()
  const { employeeId } = await enrol(vault, server, { profile })
  await vault.access.lock()
  await alterWraps(phone, employeeId, [])

  await enrol(vault, server, { profile, code: '314159' })

  await vault.access.lock()
  expect(await vault.access.unlock(employeeId, '314159')).toMatchObject({ ok: true })
})

describe('controls: with the limits taken away, the attacks succeed', () => {
  test('a wrap of 8 KiB takes a code: a guess costs a thief next to nothing', async () => {
    const { phone, anne } = await aLockedPhone()
    const cost = { memoryKiB: 8, iterations: 1 }
    const wrap = await wrapAtLess(phone, anne, { code: codeOfAnne, cost })
    await alterWraps(phone, anne, [wrap])
    const [weak, strong] = [
      await phone.openVault({ wrapLimits: noLimits }),
      await phone.openVault(),
    ]

    expect(await weak.access.unlock(anne, '999124')).toMatchObject({
      refusal: { kind: 'wrongCode' },
    })
    // The code opened the cheap wrap, and only the other keys did not fit it.
    expect(await weak.access.unlock(anne, codeOfAnne)).toMatchObject({
      refusal: { kind: 'keysNotKept' },
    })
    expect(await strong.access.unlock(anne, codeOfAnne)).toEqual(altered)
  })

  test('60 passes are worked through, and take a try; 2^31 would never end', async () => {
    const { phone, anne } = await aLockedPhone()
    await alterWrap(phone, anne, (wrap) => withDerivation(wrap, { iterations: 60 }))
    const weak = await phone.openVault({ wrapLimits: noLimits })

    expect(await weak.access.unlock(anne, codeOfAnne)).toMatchObject({
      refusal: { kind: 'wrongCode', triesLeft: 9 },
    })
  })

  test('8 GiB are a fault, which the screen would wait for without end', async () => {
    const { phone, anne } = await aLockedPhone()
    await alterWrap(phone, anne, (wrap) => withDerivation(wrap, { memoryKiB: 8 * 1024 * 1024 }))
    const weak = await phone.openVault({ wrapLimits: noLimits })

    await expect(weak.access.unlock(anne, codeOfAnne)).rejects.toThrow(
      /memory|array length|allocat/i,
    )
  })
})
