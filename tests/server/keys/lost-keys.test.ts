import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import { routes } from '#contract/routes.ts'
import { StartEnrolmentAnswer } from '#contract/start-enrolment.ts'
import { SignedKeySet as KeySetFile } from '#domain/trust/key-set.ts'
import type { KeysPolicy } from '#server/keys/claim-server-keys.ts'
import { ServerKeysFault } from '#server/keys/server-keys-fault.ts'
import { aNote, issueForm } from '../../attacks/a-note.ts'
import { alone, openGroundServer } from '../../attacks/ground.ts'
import { code, sendEnrolment } from '../../attacks/phone.ts'
import { aNurse, type Nurse } from '../../attacks/profile.ts'
import { foundTown, north } from '../../attacks/town.ts'
import { createTestDatabase } from '../../support/test-database.ts'
import { aDataFolder } from '../../support/data-folder.ts'

/** A nurse with a note that waits on the server and one that is still on her phone, when the server stops. */
async function aNurseBeforeTheLoss() {
  const { owner } = await createTestDatabase()
  const place = { owner, dataDir: await aDataFolder() }
  const first = await openGroundServer(place, alone)
  const town = await foundTown(first)
  await issueForm(town)
  const nurse = await aNurse(town)
  const unsent = aNote(nurse.anne)
  await nurse.vault.entries.add(unsent)
  const { kid: root } = first.services.keys.current().signed.keySet
  await first.close()
  return {
    ...nurse,
    root,
    entryId: unsent.entryId,
    keys: join(place.dataDir, 'keys'),
    refused: openGroundServerAt(place),
    /** Starts the server again, at the address that the phone knows. */
    async start(policy: KeysPolicy) {
      const next = await openGroundServer(place, alone, policy)
      onTestFinished(next.close)
      Object.assign(town, await foundTown(next, town.municipality))
      return next.services
    },
  }
}

function openGroundServerAt(place: { owner: string; dataDir: string }) {
  return async () => {
    try {
      await (await openGroundServer(place, alone)).close()
      return 'started'
    } catch (fault) {
      if (fault instanceof ServerKeysFault) return fault.kind
      throw fault
    }
  }
}

test('after a loss of all keys nothing starts unasked, and with new ones what phones had not sent comes once', async () => {
  const { town, phone, vault, anne, root, entryId, keys, refused, start } =
    await aNurseBeforeTheLoss()
  await rename(keys, `${keys}.lost`)

  const unasked = await refused()
  const services = await start('acceptNew')
  const before = await phone.sync(vault, anne)
  await enrolAgain(town, vault, anne)
  await vault.reseal()
  const after = await phone.sync(vault, anne)

  expect(unasked).toBe('missing')
  expect(services.keysOrigin).toBe('newRoot')
  expect(services.keys.current().signed.keySet.kid).not.toBe(root)
  expect(before.failures.map(({ kind }) => kind)).toContain('unvouched')
  expect(after.failures).toEqual([])
  // What was sealed to the lost key waits for it, and what was sealed again has its effect.
  await expect.poll(() => town.findNote(north, entryId), { timeout: 20_000 }).not.toBeNull()
  expect(await vault.outbox.countByState()).toMatchObject({ sealed: 0 })
  expect(await refused()).toBe('started')
}, 60_000)

test('with the root kept a further set is signed, and a phone sends what it had without being touched', async () => {
  const { town, phone, vault, anne, root, entryId, keys, refused, start } =
    await aNurseBeforeTheLoss()
  await rename(keys, `${keys}.lost`)
  await mkdir(keys)
  await copyFile(join(`${keys}.lost`, 'root.json'), join(keys, 'root.json'))

  const unasked = await refused()
  const services = await start('acceptNew')
  const first = await phone.sync(vault, anne)
  await vault.reseal()
  const second = await phone.sync(vault, anne)

  expect([unasked, services.keysOrigin]).toEqual(['missing', 'newSet'])
  expect(services.keys.current().signed.keySet).toMatchObject({ kid: root, version: 2 })
  expect([...first.failures, ...second.failures]).toEqual([])
  // What was sealed to the lost key waits for it, and what was sealed again has its effect.
  await expect.poll(() => town.findNote(north, entryId), { timeout: 20_000 }).not.toBeNull()
})

test('a root that was taken off the machine is asked for, before every phone must enrol again', async () => {
  const { keys, start } = await aNurseBeforeTheLoss()
  const set = KeySetFile.parse(JSON.parse(await readFile(join(keys, 'key-set.json'), 'utf8')))
  const [signing] = set.keySet.signing
  await rm(join(keys, 'root.json'))
  await rm(join(keys, `key-${signing?.keyId}.json`))

  await expect(start('acceptNew')).rejects.toMatchObject({ kind: 'rootNeeded' })
})

test('keys that are right are not replaced, whatever was asked for', async () => {
  const { root, start } = await aNurseBeforeTheLoss()

  const services = await start('acceptNew')

  expect(services.keysOrigin).toBe('known')
  expect(services.keys.current().signed.keySet).toMatchObject({ kid: root, version: 1 })
})

async function enrolAgain(town: Nurse['town'], vault: Nurse['vault'], anne: Nurse['anne']) {
  const asked = { method: 'POST', url: routes.startEnrolment.path } as const
  const begun = await town.server.inject({ ...asked, headers: anne.headers })
  const prepared = await vault.access.prepareEnrolment({
    challenge: StartEnrolmentAnswer.parse(begun.json()),
    expectedRoot: null,
    profile: anne.profile,
    code,
    label: 'Jobbtelefon Nord 1 – 04',
    replace: 'newServer',
  })
  if (!prepared.ok) throw new Error(prepared.refusal.kind)
  const answer = await sendEnrolment(town, anne, prepared.value)
  const completed = await vault.access.completeEnrolment(EnrolDeviceAnswer.parse(answer.json()))
  if (!completed.ok) throw new Error(completed.refusal.kind)
}
