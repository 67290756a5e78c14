import { expect, test } from 'vitest'
import { entryHash } from '#domain/entries/entry.ts'
import type { EntryId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import {
  aProjectingServer,
  aSealedPhone,
  current,
  newId,
  writeAbout,
  writeNote,
} from '../../support/a-projecting-server.ts'
import { noon } from '../../support/a-patient.ts'
import { lineOf, type OutboxDisk } from '../../support/memory-outbox-store.ts'

const soon = plusMinutes(noon, 2)

function hashOf(phone: OutboxDisk, entryId: EntryId): Promise<string> {
  const { rows } = lineOf(phone, phone.current)
  const row = rows.find(({ entry }) => entry.header.entryId === entryId)
  if (row === undefined) throw new Error('The phone has no such entry.')
  return entryHash(row.entry.header, current.hasher)
}

async function aNote() {
  const phone = await aSealedPhone()
  const entryId = await writeNote(phone, current)
  return { phone, entryId, hash: await hashOf(phone, entryId) }
}

test('a colleague’s countersigning stands in the journal and names what she checked', async () => {
  const server = await aProjectingServer()
  const { phone, entryId, hash } = await aNote()
  const colleague = await aSealedPhone()
  const countersigned = await writeAbout(colleague, current, { countersigns: { entryId, hash } })
  await server.receive(phone)
  await server.receive(colleague)
  await server.project()

  expect(server.stateOf(countersigned)).toBe('applied')
  expect(server.authorOf(entryId)).toMatchObject({ hash })
  expect(server.authorOf(countersigned)).toMatchObject({
    form: 'dobbeltkontroll@1',
    countersigns: { entryId, hash },
    response: {
      item: [{ text: 'Hva er kontrollert?', answer: [{ valueString: 'Prøve, 12:00' }] }],
    },
  })
})

test('a countersigning that comes first waits, and has its effect when the other has', async () => {
  const server = await aProjectingServer()
  const { phone, entryId, hash } = await aNote()
  const colleague = await aSealedPhone()
  const countersigned = await writeAbout(colleague, current, { countersigns: { entryId, hash } })
  await server.receive(colleague)
  await server.project()
  const before = server.stateOf(countersigned)
  await server.receive(phone)
  await server.project(undefined, soon)
  await server.project(undefined, plusMinutes(soon, 2))

  expect(before).toBe('waiting')
  expect(server.notes()).toEqual(expect.arrayContaining([entryId, countersigned]))
})

test('a countersigning of what waits for a leader waits with it, and goes the same way', async () => {
  const waits = { kind: 'toPerson', reason: 'zone' } as const
  for (const decision of [
    { kind: 'taken' },
    { kind: 'rejected', reason: 'Feil bruker' },
  ] as const) {
    const server = await aProjectingServer(waits)
    const { phone, entryId, hash } = await aNote()
    const colleague = await aSealedPhone()
    const countersigned = await writeAbout(colleague, current, { countersigns: { entryId, hash } })
    await server.receive(phone)
    await server.receive(colleague)
    await server.project()
    const before = server.stateOf(countersigned)
    await server.decide(entryId, decision)
    server.judgeAs({ kind: 'effect', marks: [] })
    await server.project(undefined, soon)

    expect(before).toBe('waiting')
    expect(server.questions()).toEqual([entryId])
    expect(server.stateOf(countersigned)).toBe(decision.kind === 'taken' ? 'applied' : 'rejected')
  }
})

test('nobody countersigns her own entry: a leader is asked', async () => {
  const server = await aProjectingServer()
  const { phone, entryId, hash } = await aNote()
  const countersigned = await writeAbout(phone, current, { countersigns: { entryId, hash } })
  await server.receive(phone)
  await server.project()

  expect(server.stateOf(countersigned)).toBe('held')
  expect(server.reasonOf(countersigned)).toBe('role')
})

test('a countersigning of something else than what was written has no effect', async () => {
  const server = await aProjectingServer()
  const { phone, entryId } = await aNote()
  const colleague = await aSealedPhone()
  const countersigned = await writeAbout(colleague, current, {
    countersigns: { entryId, hash: 'a'.repeat(64) },
  })
  await server.receive(phone)
  await server.receive(colleague)
  await server.project()

  expect(server.stateOf(countersigned)).toBe('quarantined')
  expect(server.notes()).toEqual([entryId])
})

test('its author withdraws a note, which stays; a colleague’s withdrawal is asked about', async () => {
  const server = await aProjectingServer()
  const { phone, entryId } = await aNote()
  const colleague = await aSealedPhone()
  const withdraws = { entryId, reason: 'Ført på feil bruker' }
  const hers = await writeAbout(phone, current, { withdraws })
  const others = await writeAbout(colleague, current, { withdraws })
  await server.receive(phone)
  await server.receive(colleague)
  await server.project()

  expect(server.authorOf(entryId)).toMatchObject({ form: 'prove@1' })
  expect(server.authorOf(hers)).toMatchObject({ form: 'feilforing@1', withdraws })
  expect([server.stateOf(others), server.reasonOf(others)]).toEqual(['held', 'role'])
})

test('what its form does not say is not about another entry', async () => {
  const server = await aProjectingServer()
  const { phone, entryId, hash } = await aNote()
  const colleague = await aSealedPhone()
  const both = await writeAbout(colleague, current, {
    countersigns: { entryId, hash },
    withdraws: { entryId: newId(), reason: 'Ingen' },
  })
  await server.receive(phone)
  await server.receive(colleague)
  await server.project()

  expect([server.stateOf(both), server.reasonOf(both)]).toEqual(['quarantined', 'unknownForm'])
})
