import { expect, onTestFinished, test, vi } from 'vitest'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { refused } from '#domain/base/result.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { StorageFailedError } from '#storage/databases/supervisor.ts'
import type { HeldStream } from '#domain/trust/stream-holders.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { holdersOn } from '../../support/build-replica.ts'
import { anEnrolledCore, nord1, nord2 } from '../../support/an-enrolled-core.ts'
import { failWrites } from '../../support/failing-indexed-db.ts'
import { aProfile, codeOfAnne, type TestPhone } from '../../support/test-vault.ts'

test('a question that nobody answers does not hold back what waits to be sent', async () => {
  const { core, server, state, write } = await anEnrolledCore()
  await write()
  state.isSilent = true

  void core.syncNow()

  await expect.poll(() => server.held()).toBe(1)
})

test('the line is called untried only until the first message leaves', async () => {
  const { core, state } = await anEnrolledCore()
  const lines: string[] = []
  await core.watchSync(({ line }) => lines.push(line))
  state.isSilent = true

  void core.syncNow()

  await expect.poll(() => [...new Set(lines)]).toEqual(['notTried', 'trying'])
})

test("a colleague's session vouches for nobody else's keys", async () => {
  const { vault, core, server, state, write } = await anEnrolledCore()
  const { deviceId } = await write()
  await vault.outbox.endDevice(deviceId)
  await write()
  state.signedIn = aProfile('Berit Haugen')

  await core.syncNow()
  await core.syncNow()

  expect((await vault.access.status()).needsRenewal).toBe(true)
  expect(server.held()).toBe(1)
})

test('the zones and the role that she has on the phone are those that the server sent last', async () => {
  const { phone, vault, core, state, profile } = await anEnrolledCore()
  state.signedIn = { ...profile, role: 'shiftLead', zones: [nord2] }

  await core.syncNow()

  const restarted = await phone.openVault()
  await restarted.access.unlock(profile.author.employeeId, codeOfAnne)
  expect((await vault.access.findUnlocked())?.profile).toEqual(state.signedIn)
  expect((await restarted.access.findUnlocked())?.profile).toEqual(state.signedIn)
})

test('the profile is not written again while nothing has changed', async () => {
  const { phone, core } = await anEnrolledCore()
  await core.syncNow()
  const before = await phone.outbox().settings.get('version')

  await core.syncNow()

  // There is no push, because there is nothing to send or to ask about.
  expect(await phone.outbox().settings.get('version')).toEqual(before)
})

test('whoever is enrolled while a colleague is unlocked has openings of her own in the log', async () => {
  const { server, vault, core } = await anEnrolledCore()
  const patientId = PatientId.parse(crypto.randomUUID())
  await core.openings.open(patientId, nord1.id)
  const berit = aProfile('Berit Haugen')
  const prepared = await vault.access.prepareEnrolment({
    challenge: server.keys.challenge(),
    expectedRoot: null,
    profile: berit,
    code: codeOfAnne,
    label: 'Nord 2 – 04',
  })
  if (!prepared.ok) throw new Error(prepared.refusal.kind)
  await vault.access.completeEnrolment(
    await server.keys.answer(prepared.value, berit.author.employeeId),
  )

  await core.openings.open(patientId, nord1.id)
  await core.openings.open(patientId, nord1.id)

  expect(await vault.entries.listStates()).toHaveLength(2)
  expect(await vault.entries.listOwn()).toMatchObject({
    value: [{ content: { value: { author: berit.author } } }],
  })
})

test('with a full disk a card opens, and its opening is written down when there is room', async () => {
  const { core, vault, phone, passTimers } = await anEnrolledCore()
  // What the app does once it has started comes before the disk fills up.
  await core.syncNow()
  const marking = vi.spyOn(vault.streams, 'markSound')
  await core.queries.searchPatients('', null)
  passTimers()
  await vi.waitFor(() => expect(marking).toHaveResolvedTimes(4))
  const patientId = PatientId.parse(crypto.randomUUID())
  const openedAt = phone.clock.now()
  const held: number[] = []
  await core.watchSync(({ heldOpenings }) => held.push(heldOpenings))
  const failing = failWrites({ atWrite: 1, times: 1_000, name: 'QuotaExceededError' })
  onTestFinished(failing.heal)

  const opened = await core.openings.open(patientId, nord1.id)
  const again = await core.openings.open(patientId, nord1.id)
  phone.passSeconds(40)
  passTimers()
  await expect.poll(() => vault.entries.listStates()).toEqual([])
  failing.heal()
  passTimers()

  await expect.poll(() => held.at(-1)).toBe(0)
  expect([opened.ok, again.ok, Math.max(...held)]).toEqual([true, true, 1])
  expect(await vault.entries.listOwn()).toMatchObject({
    value: [{ content: { value: { kind: 'cardOpened', patientId, openedAt } } }],
  })
})

test('a card opens also when the log of this device cannot be read', async () => {
  const { core, vault } = await anEnrolledCore()
  const held: number[] = []
  await core.watchSync(({ heldOpenings }) => held.push(heldOpenings))
  const failed = new StorageFailedError('As if the database were gone.')
  vi.spyOn(vault.entries, 'listOwn').mockRejectedValue(failed)
  vi.spyOn(vault.entries, 'add').mockRejectedValue(failed)

  const opened = await core.openings.open(PatientId.parse(crypto.randomUUID()), nord1.id)

  expect([opened.ok, held.at(-1)]).toEqual([true, 1])
})

test('an opening that waits for room is tried once more before the keys go', async () => {
  const { core, vault } = await anEnrolledCore()
  const failing = failWrites({ atWrite: 1, times: 1_000, name: 'QuotaExceededError' })
  onTestFinished(failing.heal)
  await core.openings.open(PatientId.parse(crypto.randomUUID()), nord1.id)
  failing.heal()

  await core.vault.lock()

  expect(await vault.entries.listStates()).toHaveLength(1)
})

test('a protected part is not shown while that cannot be written down', async () => {
  const { core } = await anEnrolledCore()
  const failing = failWrites({ atWrite: 1, times: 1_000, name: 'QuotaExceededError' })
  onTestFinished(failing.heal)

  const revealed = await core.openings.reveal(PatientId.parse(crypto.randomUUID()), nord1.id, {
    kind: 'address',
    reason: 'Akutt',
  })

  expect(revealed).toEqual(refused({ kind: 'storageFailed' }))
})

test('a list that is damaged fails the proof every time it is tried', async () => {
  const { phone, core } = await anEnrolledCore()
  await core.syncNow()
  const { chunks } = phone.cache()
  const chunk = await chunks.toCollection().first()
  if (chunk === undefined) throw new Error('Nothing was taken in.')
  await chunks.put({ ...chunk, sealed: { ...chunk.sealed, ct: chunk.sealed.ct.map(() => 0) } })

  const first = await core.readEverything(() => {})
  const second = await core.readEverything(() => {})

  expect(first.faults).toEqual([chunk.stream])
  expect(second.faults).toEqual([chunk.stream])
})

test('while a zone has not come, the lists say that they are not whole', async () => {
  const { core, state, profile } = await anEnrolledCore()
  state.signedIn = { ...profile, zones: [nord1, nord2, { ...nord2, id: ZoneId.parse('nord-3') }] }
  await core.syncNow()

  const { core: others } = await anEnrolledCore()
  await others.syncNow()

  expect(await core.queries.searchPatients('a', null)).toMatchObject({ kind: 'open', missing: 1 })
  expect(await others.queries.searchPatients('a', null)).toMatchObject({ kind: 'open', missing: 0 })
})

test('lists of two zones are as old as the zone with the older one', async () => {
  const { phone, core, server, state, profile } = await anEnrolledCore()
  state.signedIn = { ...profile, zones: [nord1, nord2] }
  const older = phone.clock.now()
  phone.passSeconds(7 * 24 * 60 * 60)
  const stream = StreamId.parse('demo/real/nord-2/critical')
  const time = documentOf('listTime', { zone: nord2.id, asOf: phone.clock.now() })
  await server.write(stream, [{ kind: 'put', ...time }])
  await core.syncNow()

  const both = await core.queries.overview(null)
  const nord2Only = await core.queries.overview(nord2.id)

  expect(both).toMatchObject({ value: { asOf: older } })
  expect(nord2Only).toMatchObject({ value: { asOf: phone.clock.now() } })
})

test('a phone whose clock is a day behind the server learns that when it requests its streams', async () => {
  const { core } = await anEnrolledCore({ serverAheadMinutes: 24 * 60 })
  const ahead: (number | null)[] = []
  await core.watchSync(({ clockAheadMinutes }) => ahead.push(clockAheadMinutes))

  await core.syncNow()

  expect([ahead.at(0), ahead.at(-1)]).toEqual([null, -24 * 60])
})

test('without the table of services no list is said to be empty', async () => {
  const { phone, vault, core } = await anEnrolledCore()
  await core.syncNow()
  const whole = await core.queries.patientRows({ kind: 'lifeEssentialPower', zone: null }, 100)

  const held = await holdersOf(vault, phone)
  const without = held.filter(({ stream }) => stream !== 'demo/real/*/systems')
  await vault.replicas.shareKeys({ mine: without, colleagues: [] })

  expect(whole.kind).toBe('open')
  expect(await core.queries.patientRows({ kind: 'lifeEssentialPower', zone: null }, 100)).toEqual({
    kind: 'none',
  })
  expect(await core.queries.overview(null)).toEqual({ kind: 'none' })
})

test('a list whose details have not come yet dates no old details', async () => {
  const { phone, core, server, state, profile } = await anEnrolledCore({
    classes: ['critical', 'details'],
  })
  state.signedIn = { ...profile, zones: [nord2] }
  const older = phone.clock.now()
  await core.syncNow()
  phone.passSeconds(7 * 24 * 60 * 60)
  const newer = phone.clock.now()
  const time = documentOf('listTime', { zone: nord2.id, asOf: newer })
  await server.write(StreamId.parse('demo/real/nord-2/critical'), [{ kind: 'put', ...time }])
  await core.syncNow()

  const all = await core.queries.patientRows({ kind: 'all', zone: nord2.id }, 1)
  const row = all.kind === 'open' ? all.value.rows[0] : undefined
  if (row === undefined) throw new Error('Nobody is on the list.')
  const details = await core.reader.findDetails(row.patient.id, nord2.id)

  expect(row.patient.asOf).toBe(newer)
  expect(details).toMatchObject({ value: { asOf: older } })
})

/** What the phone has, each listed for everybody on it. */
async function holdersOf(vault: Vault, phone: TestPhone): Promise<HeldStream[]> {
  const holders = await holdersOn(phone)
  const replicas = await vault.replicas.listReplicas()
  return replicas.map(({ stream }) => ({ stream, holders }))
}

test('a phone that does not store what it fetches says so until it does', async () => {
  const { core } = await anEnrolledCore()
  const said: boolean[] = []
  await core.watchSync(({ cannotStoreLists }) => said.push(cannotStoreLists))
  const failing = failWrites({ atWrite: 1, times: 1_000, name: 'QuotaExceededError' })
  onTestFinished(failing.heal)

  await expect(core.syncNow()).rejects.toThrow('full')
  const whileFull = said.at(-1)
  failing.heal()
  await core.syncNow()

  expect([said[0], whileFull, said.at(-1)]).toEqual([false, true, false])
})

test('a cache that the browser drops is fetched again without being asked for', async () => {
  const { core, phone, passTimers } = await anEnrolledCore()
  await core.startSync()
  await core.syncNow()
  const before = await phone.cache().replicas.count()

  await phone.cache().delete()
  await vi.waitFor(async () => {
    passTimers()
    expect(await phone.cache().replicas.count()).toBe(before)
  })

  expect(before).toBeGreaterThan(0)
})
