import { describe, expect, test } from 'vitest'
import { PatientId } from '#domain/base/ids.ts'
import { cardOpenedForm } from '#domain/entries/entry-content.ts'
import { noon } from '../../support/a-patient.ts'
import {
  aProjectingServer,
  aSealedPhone,
  both,
  current,
  former,
  municipality,
  newId,
  onlyCurrent,
  writeNote,
  zone,
} from '../../support/a-projecting-server.ts'
import { appendEntry } from '../../support/append-entry.ts'
import { lineOf } from '../../support/memory-outbox-store.ts'

test('entries that are sealed to the key in use and to a former one are both opened', async () => {
  const server = await aProjectingServer()
  const phone = await aSealedPhone()
  const ids = [await writeNote(phone, former), await writeNote(phone, current)]
  await server.receive(phone)

  await server.project()

  expect(server.notes().toSorted()).toEqual(ids.toSorted())
})

test('a former key that is not here keeps only its own entries waiting', async () => {
  const server = await aProjectingServer()
  const phone = await aSealedPhone()
  const [old, now] = [await writeNote(phone, former), await writeNote(phone, current)]
  await server.receive(phone)

  await server.project(onlyCurrent)

  expect([server.stateOf(old), server.stateOf(now)]).toEqual(['waiting', 'applied'])
})

const cardOpened: Parameters<typeof appendEntry>[2]['content'] = (author) => ({
  kind: 'cardOpened',
  author,
  patientId: PatientId.parse('6f1f2c9e-0f57-4b0e-9a39-0d2f6a4f2b11'),
  openedAt: noon,
  revealed: null,
  reason: null,
})

describe('an entry and its repetition for a new key', () => {
  test('have one effect, under the id of the original, when the original comes first', async () => {
    const server = await aProjectingServer()
    const phone = await aSealedPhone()
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
    const server = await aProjectingServer()
    const phone = await aSealedPhone()
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
    const server = await aProjectingServer()
    const phone = await aSealedPhone()
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
    const server = await aProjectingServer()
    const phone = await aSealedPhone()
    const original = newId()
    const opening = { municipality, zone, form: cardOpenedForm, now: noon } as const
    await appendEntry(phone, former, { ...opening, entryId: original, content: cardOpened })
    await appendEntry(phone, current, {
      ...opening,
      entryId: newId(),
      reseals: original,
      content: cardOpened,
    })
    await server.receive(phone)

    await server.project(onlyCurrent)
    await server.project(both)

    expect(server.accesses()).toHaveLength(1)
  })
})

describe('a repetition by somebody else', () => {
  test('takes nothing from the original, and waits for a person', async () => {
    const server = await aProjectingServer()
    const [phone, stranger] = [await aSealedPhone(), await aSealedPhone()]
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
    const server = await aProjectingServer()
    const [phone, stranger] = [await aSealedPhone(), await aSealedPhone()]
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
    const server = await aProjectingServer()
    const [phone, stranger] = [await aSealedPhone(), await aSealedPhone()]
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
