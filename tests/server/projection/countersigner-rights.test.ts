import { expect, test } from 'vitest'
import type { EntryId } from '#domain/base/ids.ts'
import { ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { Note } from '#domain/entries/note.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { type BenchDevice, enrolledDevice } from '../../support/sync-bench.ts'
import { anAccount, signIn, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const crypto = webCryptoOf(services.keys.current())
const rights = await rightsBench(bench, crypto)
const zone = ZoneId.parse('nord-2')
const elsewhere = ZoneId.parse('sor-1')
const patientId = await rights.aPatient(zone)

let made = 0

async function aPhone(role: Role = 'nurse', zones: readonly ZoneId[] = [zone]) {
  const username = `${role}${made++}`
  await anAccount(bench, { username, role, zones })
  const phone = await enrolledDevice(server, await signIn(bench, username), crypto)
  await phone.sync()
  return phone
}

async function aNote(): Promise<{ entryId: EntryId; hash: string }> {
  const entryId = await rights.send(await aPhone(), { zone, patientId })
  const found = await rights.journal(zone, entryId)
  const { hash } = Note.parse(found?.body)
  if (hash === undefined) throw new Error('The note does not say its hash.')
  return { entryId, hash }
}

const check = (phone: BenchDevice, countersigns: Awaited<ReturnType<typeof aNote>>) =>
  rights.send(phone, { zone, patientId, countersigns })

test('a nurse of the zone countersigns on her own phone, by the hash that the journal says', async () => {
  const entryId = await check(await aPhone(), await aNote())

  expect(await rights.outcome(entryId)).toBe('applied')
})

test('one without the zone, or whose role does not, is a leader’s question', async () => {
  const note = await aNote()
  const stranger = await check(await aPhone('nurse', [elsewhere]), note)
  const onCall = await check(await aPhone('hdu', [zone]), note)

  expect(await rights.outcome(stranger)).toBe('held zone')
  expect(await rights.outcome(onCall)).toBe('held role')
})
