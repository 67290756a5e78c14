import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { EnrolDevice } from '#contract/enrol-device.ts'
import { StartEnrolmentAnswer } from '#contract/start-enrolment.ts'
import { routes } from '#contract/routes.ts'
import { DeviceId, type EmployeeId } from '#domain/base/ids.ts'
import { isKeySetOf } from '#domain/trust/key-set.ts'
import { statementBytes } from '#domain/trust/signatures.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import {
  type PhoneKeys,
  enrolPhone,
  phoneKeys,
  provenRequest,
  sendEnrolment,
  startEnrolment,
} from '../support/enrol-phone.ts'
import { fastHasher } from '../support/test-crypto.ts'
import { anAccount, signIn, testServer, testZones } from '../support/test-server.ts'
import { webCrypto } from '../support/web-crypto.ts'

const bench = await testServer()
const { server, services } = bench
const crypto = await webCrypto()
const zones = testZones.slice(0, 1)
const nurseId = await anAccount(bench, { username: 'nurse', role: 'nurse', zones })
const otherId = await anAccount(bench, { username: 'other', role: 'nurse', zones })
const nurse = await signIn(bench, 'nurse')
const other = await signIn(bench, 'other')
const keys = await phoneKeys(crypto)

async function request(more: Partial<EnrolDevice> = {}, signedBy: PhoneKeys = keys) {
  const nonce = await startEnrolment(server, nurse)
  return { ...(await provenRequest(signedBy, nonce, nurseId)), ...more }
}

async function statusOf(payload: EnrolDevice, headers = nurse): Promise<number> {
  return (await sendEnrolment(server, headers, payload)).statusCode
}

test('an enrolment begins with a nonce of its own and the server’s signed keys', async () => {
  const asked = { method: 'POST', url: routes.startEnrolment.path, headers: nurse } as const
  const [one, again] = [await server.inject(asked), await server.inject(asked)]
  const { keySet, nonce } = StartEnrolmentAnswer.parse(one.json())
  const trust = { signatures: webSignatureCheck, hasher: fastHasher }

  expect(await isKeySetOf(keySet, services.keys.current().signed.keySet.kid, trust)).toBe(true)
  expect(StartEnrolmentAnswer.parse(again.json()).nonce).not.toBe(nonce)
})

test('device, author and recipient are vouched for by the credentials key', async () => {
  const deviceId = DeviceId.parse(randomUUID())

  const { device, author, recipient } = await enrolPhone(server, nurse, keys, nurseId, deviceId)

  const { credentials } = services.keys.current()
  for (const { subject, signature } of [device, author, recipient]) {
    const bytes = statementBytes(subject, fastHasher)
    expect(await webSignatureCheck.isSignedBy(credentials.publicKey, signature, bytes)).toBe(true)
    expect(subject).toMatchObject({ kid: credentials.keyId, deviceId })
  }
  expect(recipient.subject).toMatchObject({
    kind: 'recipient',
    employeeId: nurseId,
    keyId: keys.recipient.keyId,
  })
  expect(device.subject).toMatchObject({ kind: 'device', keyId: keys.device.keyId })
  expect(author.subject).toMatchObject({ kind: 'author', employeeId: nurseId })
})

test('the same keys are enrolled again with a new nonce', async () => {
  const deviceId = DeviceId.parse(randomUUID())
  await enrolPhone(server, nurse, keys, nurseId, deviceId)

  const again = await enrolPhone(server, nurse, keys, nurseId, deviceId)

  expect(again.device.subject.deviceId).toBe(deviceId)
})

test('keys without their proof are not enrolled', async () => {
  const proven = await request()
  const { deviceSignature, authorSignature } = proven

  expect(await statusOf({ ...proven, deviceSignature: authorSignature })).toBe(403)
  expect(await statusOf({ ...proven, authorSignature: deviceSignature })).toBe(403)
  // What failed has not used the nonce up.
  expect(await statusOf(proven)).toBe(200)
})

test('somebody else’s signature proves nothing', async () => {
  const stranger = await phoneKeys(crypto)
  const { deviceSignature, authorSignature } = await request({}, stranger)

  expect(await statusOf(await request({ deviceSignature, authorSignature }))).toBe(403)
})

test.each(['devicePublicKey', 'authorPublicKey', 'recipientPublicKey'] as const)(
  'another %s than the one that was signed is not enrolled',
  async (name) => {
    const { publicKey } = await crypto.makeKey()

    expect(await statusOf(await request({ [name]: publicKey }))).toBe(403)
  },
)

test('another device id than the one that was signed is not enrolled', async () => {
  expect(await statusOf(await request({ deviceId: DeviceId.parse(randomUUID()) }))).toBe(403)
})

test('a nonce is used once', async () => {
  const proven = await request()

  expect([await statusOf(proven), await statusOf(proven)]).toEqual([200, 403])
})

test('a nonce that was asked for before the newest one is unusable', async () => {
  const former = await request()
  await startEnrolment(server, nurse)

  expect(await statusOf(former)).toBe(403)
})

test('a request of another employee is not enrolled, nor is her nonce', async () => {
  const proven = await request()
  const foreign = await provenRequest(keys, await startEnrolment(server, other), nurseId)

  expect(await statusOf(proven, other)).toBe(403)
  expect(await statusOf(foreign)).toBe(403)
})

test('a nonce is valid for ten minutes', async () => {
  const proven = await request()
  bench.passMinutes(10)

  expect(await statusOf(proven)).toBe(403)
})

test('another device key is not enrolled under a known device id', async () => {
  const deviceId = DeviceId.parse(randomUUID())
  await enrolPhone(server, nurse, keys, nurseId, deviceId)
  const stranger = await phoneKeys(crypto)
  const nonce = await startEnrolment(server, nurse)

  expect(await statusOf(await provenRequest(stranger, nonce, nurseId, deviceId))).toBe(403)
})

const newDevice = () => DeviceId.parse(randomUUID())

type Asked = { headers: typeof nurse; employee: EmployeeId; deviceId: DeviceId }
const asNurse = async (deviceId = newDevice()): Promise<Asked> => ({
  headers: await signIn(bench, 'nurse'),
  employee: nurseId,
  deviceId,
})

async function enrol({ headers, employee, deviceId }: Asked, phone: PhoneKeys) {
  const nonce = await startEnrolment(server, headers)
  const request = await provenRequest(phone, nonce, employee, deviceId)
  const answer = await sendEnrolment(server, headers, request)
  return { status: answer.statusCode, body: answer.json() }
}

describe('a recent password', () => {
  const again = {
    status: 401,
    body: {
      kind: 'signInAgain',
      text: 'Det er en stund siden du logget inn. Skriv passordet ditt en gang til.',
    },
  }

  test('is needed for a new phone: of the last ten minutes, and not before', async () => {
    const asked = await asNurse()
    bench.passMinutes(10)
    expect(await enrol(asked, await phoneKeys(crypto))).toMatchObject({ status: 200 })

    bench.passMinutes(1)
    const other = { ...asked, deviceId: newDevice() }
    const otherKeys = await phoneKeys(crypto)

    expect(await enrol(other, otherKeys)).toEqual(again)
    const signedIn = await asNurse(other.deviceId)
    expect(await enrol(signedIn, otherKeys)).toMatchObject({ status: 200 })
  })

  test('that is too old leaves nothing of the phone on the server', async () => {
    const asked = await asNurse()
    bench.passMinutes(11)
    await enrol(asked, await phoneKeys(crypto))

    // Had the device been stored, its id would belong to the first key.
    const signedIn = await asNurse(asked.deviceId)
    expect(await enrol(signedIn, await phoneKeys(crypto))).toMatchObject({ status: 200 })
  })

  test('is not needed to renew the very same keys of the same employee', async () => {
    const asked = await asNurse()
    const phone = await phoneKeys(crypto)
    await enrol(asked, phone)

    bench.passMinutes(30)

    expect(await enrol(asked, phone)).toMatchObject({ status: 200 })
  })

  test.each(['device', 'author', 'recipient'] as const)(
    'is needed when the %s key is another one',
    async (name) => {
      const asked = await asNurse()
      const phone = await phoneKeys(crypto)
      await enrol(asked, phone)
      bench.passMinutes(30)

      const changed = { ...phone, [name]: await crypto.makeKey() }

      expect(await enrol(asked, changed)).toEqual(again)
    },
  )

  test('is needed for keys of another device or another employee', async () => {
    const asked = await asNurse()
    const others = {
      headers: await signIn(bench, 'other'),
      employee: otherId,
      deviceId: newDevice(),
    }
    const [phone, otherPhone] = [await phoneKeys(crypto), await phoneKeys(crypto)]
    await enrol(asked, phone)
    await enrol(others, otherPhone)
    bench.passMinutes(30)

    const { deviceId } = others
    expect(await enrol({ ...asked, deviceId }, phone)).toEqual(again)
    // Both phones are known, each to another employee.
    expect(await enrol({ ...others, deviceId: asked.deviceId }, phone)).toEqual(again)
    expect(await enrol({ ...asked, deviceId }, otherPhone)).toEqual(again)
  })
})
