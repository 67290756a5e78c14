import { describe, expect, test } from 'vitest'
import { DeviceId, type EmployeeId } from '#domain/base/ids.ts'
import { newDevice } from '#storage/outbox/device.ts'
import type { TrustParts } from '#storage/trust/trust-parts.ts'
import { aDocument, build, critical, holdersOn, storeOf } from '../../support/build-replica.ts'
import {
  aProfile,
  aVouchingServer,
  anUnlockedPhone,
  codeOfAnne,
  enrol,
  type TestPhone,
} from '../../support/test-vault.ts'
import { holdersOfCopies } from './planted.ts'

const server = await aVouchingServer()
const codeOfBerit = '271828'

async function aSharedPhone() {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const berit = aProfile('Berit Haugen')
  await enrol(vault, server, { profile: berit, code: codeOfBerit })
  const unlock = async (employeeId: EmployeeId, code: string, parts: Partial<TrustParts> = {}) => {
    await vault.access.lock()
    const restarted = await phone.openVault({ parts })
    const unlocked = await restarted.access.unlock(employeeId, code)
    if (!unlocked.ok) throw new Error(unlocked.refusal.kind)
    return restarted
  }
  return {
    phone,
    anne: anne.author.employeeId,
    berit: berit.author.employeeId,
    asAnne: (parts?: Partial<TrustParts>) => unlock(anne.author.employeeId, codeOfAnne, parts),
    asBerit: () => unlock(berit.author.employeeId, codeOfBerit),
  }
}

/** The device goes on under a new id, for which the unlocked employee alone has credentials. */
async function fork(phone: TestPhone, vault: Awaited<ReturnType<TestPhone['openVault']>>) {
  const here = await vault.findReaders()
  if (here === null) throw new Error('Nobody is enrolled.')
  await vault.outbox.endDevice(here.deviceId)
  const renewing = await vault.access.renewEnrolment(server.challenge())
  const unlocked = await vault.access.findUnlocked()
  if (!renewing.ok || unlocked === null) throw new Error('Not renewed.')
  const answer = await server.answer(renewing.value, unlocked.employeeId, phone.clock.now())
  await vault.access.completeEnrolment(answer)
  return here.deviceId
}

describe('after a fork', () => {
  test('colleagues keep their lists, before they have credentials for the new id', async () => {
    const { phone, berit, asAnne, asBerit } = await aSharedPhone()
    const vault = await asAnne()
    const holders = await holdersOn(phone)
    await build(await storeOf({ phone, vault }, server), [await aDocument('a', 1)], { holders })
    const former = await fork(phone, vault)
    const reader = await vault.findReaders()

    await vault.replicas.shareKeys({
      mine: [{ stream: critical, holders: await holdersOn(phone) }],
      colleagues: [],
    })
    const documents = [await aDocument('a', 1), await aDocument('b', 2)]
    await build(await storeOf({ phone, vault }, server), documents, {
      session: crypto.randomUUID(),
      holders: await holdersOn(phone),
    })

    expect(reader?.deviceId).not.toBe(former)
    expect(reader?.formerDeviceIds).toEqual([former])
    const named = reader?.recipients.find(
      ({ subject }) => subject.kind === 'recipient' && subject.employeeId === berit,
    )
    expect(named?.subject.deviceId).toBe(former)
    const reading = await (await asBerit()).streams.read(critical)
    expect(reading).toMatchObject({ kind: 'open', trust: 'verified' })
    const shown = reading.kind === 'open' ? reading.documents.map(({ docId }) => docId) : []
    expect(shown.toSorted()).toEqual(['a', 'b'])
  })

  test('they lose them by who takes only the id of today', async () => {
    const { phone, anne, asAnne } = await aSharedPhone()
    const isToday = async (id: DeviceId) => {
      const here = await phone.outbox().settings.get('device')
      return here?.id === 'device' && here.deviceId === id
    }
    const vault = await asAnne({ isOwnDevice: isToday })
    await fork(phone, vault)

    const holders = await holdersOn(phone)
    await build(await storeOf({ phone, vault }, server), [await aDocument('a', 1)], { holders })

    expect(await holdersOfCopies(phone)).toEqual([anne])
  })
})

const elsewhere = DeviceId.parse('de000000-0000-4000-8000-000000000009')

/** Puts the id of a colleague's other device in the profile, and her credential for that device in her row. */
async function plantDevice(phone: TestPhone, berit: EmployeeId, isVouchedFor: boolean) {
  const outbox = phone.outbox()
  const row = await outbox.employees.get(berit)
  if (row === undefined) throw new Error('She is not enrolled.')
  const { publicKey } = row.recipient
  const credential = await server.vouchForRecipient({
    deviceId: elsewhere,
    employeeId: berit,
    publicKey,
  })
  await outbox.employees.update(berit, { recipient: { ...row.recipient, credential } })
  const planted = await newDevice(() => elsewhere, null)
  const theirs = await newDevice(() => elsewhere, null)
  await outbox.devices.put({
    ...planted,
    endedAt: credential.subject.issuedAt,
    // The credential of the other device is no secret: it goes with every push.
    credential: isVouchedFor
      ? await server.vouchForDevice({ deviceId: elsewhere, publicKey: theirs.publicKey })
      : null,
  })
}

describe('an id that was planted as a former one', () => {
  test.each([
    ['without the server’s word', false],
    ['with the server’s word for a key that is not here', true],
  ])('%s gets nobody a key', async (_, isVouchedFor) => {
    const { phone, anne, berit, asAnne } = await aSharedPhone()
    await plantDevice(phone, berit, isVouchedFor)
    const vault = await asAnne()

    const holders = await holdersOn(phone)
    await build(await storeOf({ phone, vault }, server), [await aDocument('a', 1)], { holders })

    expect(await holdersOfCopies(phone)).toEqual([anne])
  })

  test('gets one from who takes the row for a proof', async () => {
    const { phone, anne, berit, asAnne } = await aSharedPhone()
    await plantDevice(phone, berit, true)
    const vault = await asAnne({ isOwnDevice: () => Promise.resolve(true) })

    const holders = await holdersOn(phone)
    await build(await storeOf({ phone, vault }, server), [await aDocument('a', 1)], { holders })

    expect(await holdersOfCopies(phone)).toEqual([anne, berit].toSorted())
  })
})
