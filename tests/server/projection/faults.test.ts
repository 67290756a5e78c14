import { describe, expect, test } from 'vitest'
import type { EntryId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { projectWaiting, retryNewer } from '#server/projection/projection.ts'
import { projectingMunicipality } from '../../support/projecting-database.ts'
import { pushedAt, pushingPhones } from '../../support/pushing-phone.ts'
import { fakeCrypto } from '../../support/test-crypto.ts'
import { testDatabase } from '../../support/test-database.ts'
import { poisons } from '../../support/a-poison.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'

const crypto = fakeCrypto()
const { newPhone, writeOne, push } = pushingPhones(crypto)
const database = await testDatabase()
const { db } = database
const { municipality, scope, inInbox, stateOf } = await projectingMunicipality(database, 'testby')

/** A server whose opener throws `cause` for these entries. What it does is all that it knows: the rest is stored. */
function server(failing: ReadonlySet<EntryId>, cause: Error) {
  const faulted: EntryId[] = []
  const opened: EntryId[] = []
  return {
    faulted,
    opened,
    project: (minutes: number) =>
      projectWaiting(
        {
          db,
          seals: {
            ...crypto.seals,
            open(entry, context) {
              opened.push(entry.header.entryId)
              if (failing.has(entry.header.entryId)) return Promise.reject(cause)
              return crypto.seals.open(entry, context)
            },
          },
          now: () => plusMinutes(pushedAt, minutes),
          onFault: () => {},
          onFaulted: ({ entryId }) => faulted.push(entryId),
          onAlarm: () => {},
        },
        municipality,
      ),
  }
}

async function aPushedEntry() {
  const phone = await newPhone(municipality)
  const entryId = await writeOne(phone, municipality)
  await push(inInbox, phone, municipality)
  return { phone, entryId }
}

function withCode(code: string): Error {
  return Object.assign(new Error('A fault of PostgreSQL'), { code })
}

const waiting = { projected: 'waiting', noticeReason: null }

describe('an entry whose projection throws', () => {
  test('is tried again after a minute and after ten, by any server, and quarantined the third time', async () => {
    const { phone, entryId } = await aPushedEntry()
    const failing = new Set([entryId])
    const cause = new Error('A bug')

    const tries: number[] = []
    for (const minutes of [0, 0.5, 1, 2, 10, 11, 12, 60]) {
      const { project, opened } = server(failing, cause)
      await project(minutes)
      tries.push(opened.length)
    }

    // Each time with its neighbours first, and then alone.
    expect(tries).toEqual([2, 0, 2, 0, 0, 2, 0, 0])
    expect(await stateOf(entryId)).toMatchObject({ projected: 'quarantined', faults: 3 })
    const { notices, results } = await push(inInbox, phone, municipality)
    expect(notices).toMatchObject([{ entryId, kind: 'quarantined', reason: 'faulted' }])
    expect(results).toMatchObject([{ entryId, result: 'quarantined' }])
  })

  test('is reported once, by its ids', async () => {
    const { entryId } = await aPushedEntry()
    const { project, faulted } = server(new Set([entryId]), new Error('A bug'))

    for (const minutes of [0, 1, 11, 60, 120]) await project(minutes)

    expect(faulted).toEqual([entryId])
  })

  test('has its effect when a mended server tries it again', async () => {
    const { entryId } = await aPushedEntry()
    await server(new Set([entryId]), new Error('A bug')).project(0)

    await server(new Set(), new Error('None')).project(1)

    expect(await stateOf(entryId)).toMatchObject({ projected: 'applied', waitsFor: null })
  })

  test('may be one that PostgreSQL refuses', async () => {
    const phone = await newPhone(municipality)
    const entryId = await writeOne(phone, municipality, poisons.faulted())
    await push(inInbox, phone, municipality)
    const { project } = server(new Set(), new Error('None'))

    for (const minutes of [0, 1, 11]) await project(minutes)

    expect(await stateOf(entryId)).toMatchObject({ noticeReason: 'faulted' })
  })
})

describe('what is no fault of the entry', () => {
  test.each(['ECONNREFUSED', '57P01', '08006'])(
    'the database is away (%s): the round ends, and nothing is counted',
    async (code) => {
      const { entryId } = await aPushedEntry()
      const { project, opened } = server(new Set([entryId]), withCode(code))

      for (let round = 0; round < 5; round++)
        await expect(project(0)).rejects.toThrow('could not be projected')

      expect(opened).toEqual(Array(5).fill(entryId))
      expect(await stateOf(entryId)).toEqual({ ...waiting, faults: 0, waitsFor: null })
      await server(new Set(), new Error('None')).project(0)
    },
  )

  test.each(['40001', '40P01', '55P03', '53100', '25006'])(
    'it met another transaction or a full disk (%s): it waits a minute each time, and others go on',
    async (code) => {
      const { entryId } = await aPushedEntry()
      const other = await aPushedEntry()
      const { project } = server(new Set([entryId]), withCode(code))

      for (let minutes = 0; minutes < 6; minutes++) await project(minutes)

      expect(await stateOf(entryId)).toEqual({ ...waiting, faults: 0, waitsFor: 'retry' })
      expect(await stateOf(other.entryId)).toMatchObject({ projected: 'applied' })
      await server(new Set(), new Error('None')).project(60)
    },
  )

  test('a newer server issued its form: it waits however often it is read, until a server starts', async () => {
    const forms = StreamId.parse(`${municipality}/real/*/forms`)
    const put = { kind: 'put', docId: 'nyere@1', schema: 'questionnaire@2', body: {} } as const
    await withTenant(db, scope, (transaction) =>
      writeVersions(postgresStreamStore(transaction), forms, [put], {
        hasher: crypto.hasher,
        now: pushedAt,
      }),
    )
    const phone = await newPhone(municipality)
    const text = poisons.invalidResponse().text
    const entryId = await writeOne(phone, municipality, {
      form: FormReference.parse('nyere@1'),
      text,
    })
    await push(inInbox, phone, municipality)
    const { project, opened } = server(new Set(), new Error('None'))

    for (const minutes of [0, 30, 61, 122, 183, 184]) await project(minutes)
    const tries = opened.length
    await retryNewer({ db, now: () => plusMinutes(pushedAt, 190) }, municipality)
    await project(190)

    expect([tries, opened.length]).toEqual([4, 5])
    expect(await stateOf(entryId)).toEqual({ ...waiting, faults: 0, waitsFor: 'newerServer' })
  })

  test.each([
    ['coordination-fact@2', 'newerServer', 'waiting', null],
    ['person-fact@3', 'newerServer', 'waiting', null],
    ['coordination-fact@1', null, 'quarantined', 'unreadable'],
  ])(
    'a fact in %s that this build cannot read: what a newer app says waits, what is broken does not',
    async (form, waitsFor, projected, noticeReason) => {
      const phone = await newPhone(municipality)
      const entryId = await writeOne(phone, municipality, {
        form: FormReference.parse(form),
        text: () => '{"kind":"coordinationFact","body":{"kind":"moved"}}',
      })
      await push(inInbox, phone, municipality)

      await server(new Set(), new Error('None')).project(0)

      expect(await stateOf(entryId)).toEqual({ projected, noticeReason, faults: 0, waitsFor })
    },
  )
})
