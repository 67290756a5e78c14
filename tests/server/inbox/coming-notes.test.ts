import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { EmployeeId, KeyId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { openComingNotes } from '#server/inbox/coming-notes.ts'
import { projectWaiting } from '#server/projection/projection.ts'
import { honestAnswer, noteText, poisonedForm } from '../../support/a-poison.ts'
import { lineOf, type OutboxDisk } from '../../support/memory-outbox-store.ts'
import { projectingMunicipality } from '../../support/projecting-database.ts'
import { pushedAt, pushingPhones, type Written } from '../../support/pushing-phone.ts'
import { fakeCrypto } from '../../support/test-crypto.ts'
import { testDatabase } from '../../support/test-database.ts'

const crypto = fakeCrypto()
const { newPhone, write, writeOne, push } = pushingPhones(crypto)
const database = await testDatabase()
const { db } = database
const lostKey = KeyId.parse('B'.repeat(43))
const zone = ZoneId.parse('nord-1')
const aNote: Written = { form: poisonedForm, text: (author) => noteText(author, [honestAnswer]) }

/** A phone has pushed three notes, one of them to a key that is not held, and an opened card; nothing is projected. */
async function pushed(name: string) {
  const place = await projectingMunicipality(database, name)
  const { municipality } = place
  const phone = await newPhone(municipality)
  await write(phone, municipality, 2, aNote)
  await writeOne(phone, municipality)
  const sealing = { ...crypto, serverKeyId: lostKey }
  await writeOne(phone, municipality, { ...aNote, sealing })
  await push(place.inInbox, phone, municipality)
  const sealingKeys = [{ keyId: crypto.serverKeyId }]
  const keys = { current: () => ({ sealing: sealingKeys }) }
  const comingTo = openComingNotes({ db, world: 'real', keys })
  return {
    phone,
    project: () =>
      projectWaiting(
        {
          db,
          seals: crypto.seals,
          now: () => pushedAt,
          onFault: () => {},
          onFaulted: () => {},
          onAlarm: () => {},
        },
        municipality,
      ),
    ask: (asking: { employee?: EmployeeId; role?: Role; zones?: ZoneId[] } = {}, minutes = 0) =>
      comingTo(
        { employee: EmployeeId.parse(randomUUID()), role: 'nurse', zones: [zone], ...asking },
        municipality,
        plusMinutes(pushedAt, minutes),
      ),
  }
}

function authorOf(phone: OutboxDisk): EmployeeId {
  const { author } = lineOf(phone, phone.current)
  if (author === null) throw new Error('Nobody writes on this phone')
  return author.employeeId
}

test('colleagues of the zone hear how many notes wait to be read, until they are read', async () => {
  const { ask, project } = await pushed('aure')

  expect(await ask()).toEqual([{ zone, notes: 2 }])
  await project()
  expect(await ask({}, 1)).toEqual([])
})

test('for some seconds it is what was counted last, so that a thousand phones count once', async () => {
  const { ask, project } = await pushed('bokn')

  await ask()
  await project()

  expect(await ask({}, 0.05)).toEqual([{ zone, notes: 2 }])
  expect(await ask({}, 0.1)).toEqual([])
})

test('her own notes are not on their way to her, nor are those of zones that she does not read', async () => {
  const { phone, ask } = await pushed('dovre')

  expect(await ask({ employee: authorOf(phone) })).toEqual([])
  expect(await ask({ zones: [ZoneId.parse('nord-2')] })).toEqual([])
  expect(await ask({ role: 'hdu' })).toEqual([])
})
