import { expect, test } from 'vitest'
import { MunicipalityId } from '#domain/base/ids.ts'
import { enrolmentProofBytes } from '#domain/trust/enrolment-proof.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { aDraft, anEntry } from '../../support/an-entry.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { aPhone, aProfile, aVouchingServer, codeOfAnne, enrol } from '../../support/test-vault.ts'

const server = await aVouchingServer()
const label = 'Jobbtelefon Nord 2 – 04'
const unconfirmed = () => ({ challenge: server.challenge(), expectedRoot: null })

async function aPreparedPhone() {
  const phone = aPhone()
  const profile = aProfile()
  const vault = await phone.openVault()
  const prepared = await vault.access.prepareEnrolment({
    ...unconfirmed(),
    profile,
    code: codeOfAnne,
    label,
  })
  if (!prepared.ok) throw new Error(`Not prepared: ${prepared.refusal.kind}`)
  return { phone, profile, vault, request: prepared.value, anne: profile.author.employeeId }
}

test('a weak code is refused before any key is made', async () => {
  const phone = aPhone()
  const vault = await phone.openVault()

  const prepared = await vault.access.prepareEnrolment({
    ...unconfirmed(),
    profile: aProfile(),
    code: '4711',
    label,
  })

  expect(prepared).toEqual({ ok: false, refusal: { kind: 'codeTooShort', minDigits: 6 } })
  expect(await phone.outbox().devices.count()).toBe(0)
})

test('nobody is enrolled before the server has vouched for the keys', async () => {
  const { vault, anne } = await aPreparedPhone()

  expect(await vault.access.status()).toMatchObject({ device: null, employees: [], unlocked: null })
  expect(await vault.access.unlock(anne, codeOfAnne)).toMatchObject({
    refusal: { kind: 'notEnrolled' },
  })
})

test('an answer about other keys is refused', async () => {
  const { vault, request, profile } = await aPreparedPhone()
  const { request: other } = await aPreparedPhone()
  const { employeeId } = profile.author

  const answers = [
    await vault.access.completeEnrolment(await server.answer(other, employeeId)),
    await vault.access.completeEnrolment(
      await server.answer(request, aProfile().author.employeeId),
    ),
    await vault.access.completeEnrolment(
      await server.answer({ ...request, authorPublicKey: other.authorPublicKey }, employeeId),
    ),
  ]

  const refusals = answers.map((answer) => (answer.ok ? null : answer.refusal.kind))
  expect(refusals).toEqual(['notRequested', 'notRequested', 'notRequested'])
  expect((await vault.access.status()).employees).toEqual([])
})

test('an enrolment that was interrupted is begun again on the same device id', async () => {
  const { phone, profile, request } = await aPreparedPhone()
  const restarted = await phone.openVault()
  const late = await restarted.access.completeEnrolment(
    await server.answer(request, profile.author.employeeId),
  )

  const unlocked = await enrol(restarted, server, { profile })

  expect(late).toEqual({ ok: false, refusal: { kind: 'notRequested' } })
  expect(unlocked.profile).toEqual(profile)
  expect((await restarted.access.status()).device?.deviceId).toBe(request.deviceId)
})

test('a device key that the browser gives back without its use ends the enrolment', async () => {
  const { phone, profile } = await aPreparedPhone()
  const devices = phone.outbox().devices
  const [device] = await devices.toArray()
  const other = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ])
  if (device === undefined) throw new Error('There is no device.')
  await devices.put({ ...device, signingKey: other.privateKey })
  const vault = await phone.openVault()

  const prepared = await vault.access.prepareEnrolment({
    ...unconfirmed(),
    profile,
    code: codeOfAnne,
    label,
  })

  expect(prepared).toEqual({ ok: false, refusal: { kind: 'keysNotKept' } })
})

test('a device secret that is lost later is reported, and costs no try', async () => {
  const { phone, profile, vault, anne } = await aPreparedPhone()
  await enrol(vault, server, { profile })
  await vault.access.lock()
  await phone.outbox().employees.update(anne, { deviceSecret: null })

  const unlocked = await vault.access.unlock(anne, codeOfAnne)

  expect(unlocked).toEqual({ ok: false, refusal: { kind: 'keysNotKept' } })
  expect((await vault.access.status()).employees[0]?.triesLeft).toBe(10)
})

test('she is enrolled once; forgetting her code makes new keys, and what she signed is still sent', async () => {
  const { profile, vault, anne } = await aPreparedPhone()
  await enrol(vault, server, { profile })
  await vault.drafts.save(aDraft())
  await vault.entries.add(anEntry(anne))
  const wish = { ...unconfirmed(), profile, code: '271828', label }

  const again = await vault.access.prepareEnrolment(wish)
  const replaced = await vault.access.prepareEnrolment({ ...wish, replace: 'forgottenCode' })
  if (!replaced.ok) throw new Error(`Not prepared: ${replaced.refusal.kind}`)
  await vault.access.completeEnrolment(await server.answer(replaced.value, anne))

  expect(again).toEqual({ ok: false, refusal: { kind: 'alreadyEnrolled' } })
  expect(await vault.access.unlock(anne, codeOfAnne)).toMatchObject({
    refusal: { kind: 'wrongCode' },
  })
  expect(await vault.access.unlock(anne, '271828')).toMatchObject({ ok: true })
  expect(await vault.drafts.list()).toEqual({ ok: true, value: { drafts: [], damaged: 1 } })
  const limits = { entries: 100, bytes: 512 * 1024, without: new Set<never>() }
  const [push] = await vault.outbox.listPendingPushes(limits)
  expect(push?.entries).toHaveLength(1)
  expect(push?.authors).toHaveLength(1)
})

test('a profile that changed on the server is the one she has next time', async () => {
  const { phone, profile, vault, anne } = await aPreparedPhone()
  await enrol(vault, server, { profile })

  await vault.access.saveProfile({ ...profile, role: 'shiftLead' })

  const restarted = await phone.openVault()
  expect(await restarted.access.unlock(anne, codeOfAnne)).toMatchObject({
    ok: true,
    value: { profile: { role: 'shiftLead' } },
  })
})

test('thirty wrong codes of several employees destroy the keys of all', async () => {
  const { phone, profile, vault } = await aPreparedPhone()
  const colleagues = ['Berit', 'Cecilie', 'Dag'].map((name) => aProfile(`${name} Haugen`))
  for (const each of [profile, ...colleagues]) await enrol(vault, server, { profile: each })
  await vault.access.lock()
  const ids = [profile, ...colleagues].map(({ author }) => author.employeeId)
  const attempts = phone.outbox().attempts
  await attempts.bulkPut(ids.slice(0, 3).map((id) => ({ id, v: 1, failures: 9, nextTryAt: null })))
  await attempts.put({
    id: ids[3] ?? profile.author.employeeId,
    v: 1,
    failures: 2,
    nextTryAt: null,
  })

  const thirtieth = await vault.access.unlock(ids[3] ?? profile.author.employeeId, '000001')

  expect(thirtieth).toEqual({ ok: false, refusal: { kind: 'erased' } })
  expect((await vault.access.status()).employees.map(({ erased }) => erased)).toEqual(
    Array(4).fill(true),
  )
})

test('a request that waits is signed again for another challenge, over the same keys', async () => {
  const { vault, profile, request, anne } = await aPreparedPhone()
  const challenge = { ...server.challenge(), nonce: 'another' }

  const repeated = await vault.access.repeatEnrolment(challenge)
  if (!repeated.ok) throw new Error(`Not repeated: ${repeated.refusal.kind}`)
  const { nonce, deviceSignature, authorSignature, ...keys } = repeated.value
  const about = { ...keys, municipality: challenge.municipality, employeeId: anne }
  const bytes = enrolmentProofBytes(about, nonce, nodeHasher)
  const completed = await vault.access.completeEnrolment(await server.answer(repeated.value, anne))

  expect(nonce).toBe('another')
  expect(request).toMatchObject(keys)
  expect([
    await webSignatureCheck.isSignedBy(keys.devicePublicKey, deviceSignature, bytes),
    await webSignatureCheck.isSignedBy(keys.authorPublicKey, authorSignature, bytes),
  ]).toEqual([true, true])
  expect(completed).toMatchObject({ ok: true, value: { profile } })
})

test('another server, or another municipality, gets no signature of a request that waits', async () => {
  const { vault, request, anne } = await aPreparedPhone()
  const stranger = await aVouchingServer()
  const elsewhere = MunicipalityId.parse('nabokommune')

  const toStranger = await vault.access.repeatEnrolment(stranger.challenge())
  const toElsewhere = await vault.access.repeatEnrolment({
    ...server.challenge(),
    municipality: elsewhere,
  })
  const completed = await vault.access.completeEnrolment(await server.answer(request, anne))

  const unknown = { ok: false, refusal: { kind: 'unknownServer' } }
  expect([toStranger, toElsewhere]).toEqual([unknown, unknown])
  // What was pending still is.
  expect(completed).toMatchObject({ ok: true })
})

test('nothing is signed again when nothing waits: before, after the answer and after a lock', async () => {
  const before = await aPhone().openVault()
  const answered = await aPreparedPhone()
  await answered.vault.access.completeEnrolment(
    await server.answer(answered.request, answered.anne),
  )
  const locked = await aPreparedPhone()
  await locked.vault.access.lock()

  const refusals = await Promise.all(
    [before, answered.vault, locked.vault].map((vault) =>
      vault.access.repeatEnrolment(server.challenge()),
    ),
  )

  expect(refusals).toEqual(
    Array.from({ length: 3 }, () => ({ ok: false, refusal: { kind: 'notRequested' } })),
  )
})
