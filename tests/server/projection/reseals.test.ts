import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type PushEntries, pushBytes } from '#contract/push-entries.ts'
import {
  DeviceId,
  EmployeeId,
  EntryId,
  MunicipalityId,
  PatientId,
  ZoneId,
} from '#domain/base/ids.ts'
import { cardOpenedForm, unverifiedOpenedForm } from '#domain/entries/entry-content.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { checkPush } from '#server/inbox/check-push.ts'
import { takeEntries } from '#server/inbox/take-entries.ts'
import { projectNext } from '#server/projection/project-entry.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { noon } from '../../support/a-patient.ts'
import { appendEntry } from '../../support/append-entry.ts'
import { type OutboxDisk, lineOf } from '../../support/memory-outbox-store.ts'
import { memorySyncDatabase } from '../../support/memory-sync-database.ts'
import { newServerKeys, webCryptoOf } from '../../support/web-crypto.ts'

const municipality = MunicipalityId.parse('testby')
const zone = ZoneId.parse('nord-1')
const form = FormReference.parse('prove@1')
const forms = StreamId.parse('testby/real/*/forms')
const journal = StreamId.parse('testby/real/nord-1/journal')
const formBody = {
  resourceType: 'Questionnaire',
  url: 'urn:beredt:form:prove',
  version: '1',
  name: 'prove',
  title: 'Prøve',
  status: 'active',
  subjectType: ['Patient'],
  item: [],
}

const formerKeys = await newServerKeys()
const keys = await newServerKeys()
const current = webCryptoOf(keys)
const { serverKeyId, seal } = webCryptoOf(formerKeys)
/** A device that seals to the server's former key. */
const former = { ...current, serverKeyId, seal }
const { hasher, signatures } = current
const onlyCurrent = sealOpener(() => keys.sealing)
const both = sealOpener(() => [...keys.sealing, ...formerKeys.sealing])

const newId = () => EntryId.parse(randomUUID())

async function aPhone(): Promise<OutboxDisk> {
  const deviceId = DeviceId.parse(randomUUID())
  const key = await current.makeKey()
  const { keyId, publicKey } = key
  const shared = {
    municipality,
    deviceId,
    keyId,
    publicKey,
    issuedAt: noon,
    expiresAt: noon,
  }
  const employeeId = EmployeeId.parse(randomUUID())
  const device = await current.vouch({ kind: 'device', ...shared })
  const authors = [await current.vouch({ kind: 'author', ...shared, employeeId })]
  const line = { deviceId, key, device, author: { employeeId, keyId }, authors }
  const nothing = { rows: [], noticesCursor: 0, ended: false }
  return { lines: new Map([[deviceId, { ...line, ...nothing }]]), current: deviceId }
}

async function aServer() {
  const database = memorySyncDatabase()
  const write = { kind: 'put', docId: form, schema: 'questionnaire@1', body: formBody } as const
  await database.transaction(({ streams }) =>
    writeVersions(streams, forms, [write], { hasher, now: noon }),
  )
  return {
    /** Receives everything that is on the phone. */
    async receive(phone: OutboxDisk) {
      const { key, device, authors, rows } = lineOf(phone, phone.current)
      if (device === null) throw new Error('The server has not vouched for the device.')
      const unsigned: Omit<PushEntries, 'signature'> = {
        protocol: 1,
        device,
        authors,
        entries: rows.map(({ entry }) => entry),
        taken: [],
        noticesAfter: 0,
        sentAt: noon,
      }
      const push = { ...unsigned, signature: await key.sign(pushBytes(unsigned, hasher)) }
      const checked = await checkPush(push, { signatures, hasher, municipality })
      if (!checked.ok) throw new Error(checked.refusal.kind)
      await database.transaction(({ inbox }) => takeEntries(inbox, push, checked.value, noon))
    },
    async project(seals = both) {
      const ports = { seals, hasher, isZone: () => true, isValidResponse: () => true }
      const next = () =>
        database.transaction((stores) => projectNext(stores, ports, noon, new Set()))
      while (await next());
    },
    notes: () => [...(database.committed().streams.get(journal)?.documents.keys() ?? [])],
    authorOf: (docId: string) =>
      database.committed().streams.get(journal)?.documents.get(docId)?.document.body,
    stateOf(entryId: EntryId) {
      const rows = [...database.committed().inbox.values()].map(({ entry }) => entry)
      return rows.find((row) => row.entryId === entryId)?.projected
    },
    reasonOf(entryId: EntryId) {
      const rows = [...database.committed().inbox.values()]
      return rows.find(({ entry }) => entry.entryId === entryId)?.notice?.reason
    },
    accesses: () => database.committed().accesses,
    alarms: () => database.committed().alarms,
  }
}

async function writeNote(
  phone: OutboxDisk,
  sealing: typeof current,
  more: { entryId?: EntryId; reseals?: EntryId } = {},
): Promise<EntryId> {
  const { entryId = newId(), ...repeated } = more
  await appendEntry(phone, sealing, {
    entryId,
    ...repeated,
    municipality,
    zone,
    form,
    now: noon,
    content: (author) => ({
      kind: 'form',
      author,
      patientId: PatientId.parse('6f1f2c9e-0f57-4b0e-9a39-0d2f6a4f2b11'),
      eventAt: noon,
      writtenAt: noon,
      corrects: null,
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: 'urn:beredt:form:prove|1',
        status: 'completed',
        item: [],
      },
    }),
  })
  return entryId
}

test('entries that are sealed to the key in use and to a former one are both opened', async () => {
  const server = await aServer()
  const phone = await aPhone()
  const ids = [await writeNote(phone, former), await writeNote(phone, current)]
  await server.receive(phone)

  await server.project()

  expect(server.notes().toSorted()).toEqual(ids.toSorted())
})

test('a former key that is not here keeps only its own entries waiting', async () => {
  const server = await aServer()
  const phone = await aPhone()
  const [old, now] = [await writeNote(phone, former), await writeNote(phone, current)]
  await server.receive(phone)

  await server.project(onlyCurrent)

  expect([server.stateOf(old), server.stateOf(now)]).toEqual(['waiting', 'applied'])
})

describe('an entry and its repetition for a new key', () => {
  test('have one effect, under the id of the original, when the original comes first', async () => {
    const server = await aServer()
    const phone = await aPhone()
    const original = await writeNote(phone, former)
    await server.receive(phone)
    await server.project()
    const repetition = await writeNote(phone, current, { reseals: original })
    await server.receive(phone)

    await server.project()

    expect(server.notes()).toEqual([original])
    expect([server.stateOf(original), server.stateOf(repetition)]).toEqual(['applied', 'applied'])
  })

  test('have one effect when the original opens only after the repetition', async () => {
    const server = await aServer()
    const phone = await aPhone()
    const original = await writeNote(phone, former)
    const repetition = await writeNote(phone, current, { reseals: original })
    await server.receive(phone)
    await server.project(onlyCurrent)
    const meanwhile = server.notes()

    await server.project(both)

    expect(meanwhile).toEqual([original])
    expect(server.notes()).toEqual([original])
    expect([server.stateOf(original), server.stateOf(repetition)]).toEqual(['applied', 'applied'])
  })

  test('have one effect when two repetitions come without the original, and it comes last', async () => {
    const server = await aServer()
    const phone = await aPhone()
    const original = newId()
    const first = await writeNote(phone, current, { reseals: original })
    const second = await writeNote(phone, current, { reseals: original })
    await server.receive(phone)

    await server.project()
    await writeNote(phone, current, { entryId: original })
    await server.receive(phone)
    await server.project()

    expect(server.notes()).toEqual([original])
    const states = [first, second, original].map(server.stateOf)
    expect(states).toEqual(['applied', 'applied', 'applied'])
  })

  test('leave one row in the access log', async () => {
    const server = await aServer()
    const phone = await aPhone()
    const original = newId()
    const opening = { municipality, zone, form: cardOpenedForm, now: noon } as const
    const content: Parameters<typeof appendEntry>[2]['content'] = (author) => ({
      kind: 'cardOpened',
      author,
      patientId: PatientId.parse('6f1f2c9e-0f57-4b0e-9a39-0d2f6a4f2b11'),
      openedAt: noon,
      revealed: null,
      reason: null,
    })
    await appendEntry(phone, former, { ...opening, entryId: original, content })
    await appendEntry(phone, current, { ...opening, entryId: newId(), reseals: original, content })
    await server.receive(phone)

    await server.project(onlyCurrent)
    await server.project(both)

    expect(server.accesses()).toHaveLength(1)
  })
})

describe('a repetition by somebody else', () => {
  test('takes nothing from the original, and waits for a person', async () => {
    const server = await aServer()
    const [phone, stranger] = [await aPhone(), await aPhone()]
    const original = await writeNote(phone, former)
    const forged = await writeNote(stranger, current, { reseals: original })
    await server.receive(phone)
    await server.receive(stranger)

    await server.project(onlyCurrent)
    await server.project(both)

    expect(server.notes()).toEqual([original])
    expect(server.authorOf(original)).toMatchObject({
      author: { employeeId: lineOf(phone, phone.current).author.employeeId },
    })
    expect([server.stateOf(forged), server.reasonOf(forged)]).toEqual([
      'quarantined',
      'otherAuthor',
    ])
  })

  test('that comes before the original does not keep it from its effect', async () => {
    const server = await aServer()
    const [phone, stranger] = [await aPhone(), await aPhone()]
    const original = newId()
    await writeNote(stranger, current, { reseals: original })
    await server.receive(stranger)
    await server.project()
    await writeNote(phone, current, { entryId: original })
    await server.receive(phone)

    await server.project()

    expect(server.authorOf(original)).toMatchObject({
      author: { employeeId: lineOf(phone, phone.current).author.employeeId },
    })
  })

  test('that comes before the author’s own repetition does not keep that from its effect', async () => {
    const server = await aServer()
    const [phone, stranger] = [await aPhone(), await aPhone()]
    const original = newId()
    await writeNote(stranger, current, { reseals: original })
    await server.receive(stranger)
    await server.project()
    const own = await writeNote(phone, current, { reseals: original })
    await server.receive(phone)

    await server.project()

    expect(server.notes().toSorted()).toEqual([original, own].toSorted())
  })
})

test('an employee who opened what could not be verified is an alarm, once, also without a zone', async () => {
  const server = await aServer()
  const phone = await aPhone()
  const stream = StreamId.parse('testby/real/*/cards')
  const original = newId()
  const opened = { municipality, zone: null, form: unverifiedOpenedForm, now: noon } as const
  const content: Parameters<typeof appendEntry>[2]['content'] = (author) => ({
    kind: 'unverifiedOpened',
    author,
    stream,
    openedAt: noon,
  })
  await appendEntry(phone, current, { ...opened, entryId: original, content })
  await appendEntry(phone, current, { ...opened, entryId: newId(), reseals: original, content })
  await server.receive(phone)

  await server.project()

  const { deviceId, author } = lineOf(phone, phone.current)
  const { employeeId } = author
  expect(server.alarms()).toEqual([
    { kind: 'unverifiedOpened', at: noon, stream, deviceId, employeeId },
  ])
})

test('an alarm about a stream of another municipality is not raised', async () => {
  const server = await aServer()
  const phone = await aPhone()
  const entryId = newId()
  await appendEntry(phone, current, {
    entryId,
    municipality,
    zone: null,
    form: unverifiedOpenedForm,
    now: noon,
    content: (author) => ({
      kind: 'unverifiedOpened',
      author,
      stream: StreamId.parse('annenby/real/nord-1/critical'),
      openedAt: noon,
    }),
  })
  await server.receive(phone)

  await server.project()

  expect(server.alarms()).toEqual([])
  expect(server.reasonOf(entryId)).toBe('unreadable')
})
