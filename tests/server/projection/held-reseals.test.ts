import { describe, expect, test } from 'vitest'
import type { Verdict } from '#domain/entries/author-rights.ts'
import type { ReviewDecision } from '#server/projection/review-store.ts'
import {
  aProjectingServer,
  aSealedPhone,
  both,
  current,
  former,
  newId,
  onlyCurrent,
  writeNote,
} from '../../support/a-projecting-server.ts'

const held: Verdict = { kind: 'toPerson', reason: 'zone' }
const marked: Verdict = { kind: 'effect', marks: ['zoneEnded'] }
const taken: ReviewDecision = { kind: 'taken' }
const rejected: ReviewDecision = { kind: 'rejected', reason: 'Skrevet på feil bruker' }

/** A note that no key here opens, and its repetition, which waits for a leader. */
async function aHeldRepetition() {
  const server = await aProjectingServer(held)
  const phone = await aSealedPhone()
  const original = await writeNote(phone, former)
  const repetition = await writeNote(phone, current, { reseals: original })
  await server.receive(phone)
  await server.project(onlyCurrent)
  const states = () => [original, repetition].map(server.stateOf)
  return { server, phone, original, states }
}

describe('a note that waits for a leader', () => {
  test('waits once, under the id of the original, when the original is opened as well', async () => {
    const { server, original, states } = await aHeldRepetition()
    const before = states()

    await server.project(both)

    expect(before).toEqual(['waiting', 'held'])
    expect(states()).toEqual(['held', 'held'])
    expect(server.reasonOf(original)).toBe('zone')
    expect(server.questions()).toEqual([original])
    expect(server.schemas()).toEqual(['heldNote@1'])
  })

  test.each([
    [taken, ['note@1']],
    [rejected, []],
  ])('is $0.kind with its repetition, and the phone is told of both', async (decision, schemas) => {
    const { server, original, states } = await aHeldRepetition()
    await server.project(both)

    await server.decide(original, decision)

    expect(states()).toEqual([decision.kind, decision.kind])
    expect(server.schemas()).toEqual(schemas)
  })

  test.each([taken, rejected])(
    'and was $kind is not asked about again when the original is opened afterwards',
    async (decision) => {
      const { server, original, states } = await aHeldRepetition()
      await server.decide(original, decision)
      const before = server.schemas()

      await server.project(both)

      expect(states()).toEqual([decision.kind, decision.kind])
      expect(server.schemas()).toEqual(before)
      expect(server.questions()).toEqual([original])
    },
  )

  test('of a stranger under the same id gives way to the author’s own', async () => {
    const server = await aProjectingServer(held)
    const [phone, stranger] = [await aSealedPhone(), await aSealedPhone()]
    const original = newId()
    const forged = await writeNote(stranger, current, { reseals: original })
    await server.receive(stranger)
    await server.project()
    await writeNote(phone, current, { entryId: original })
    await server.receive(phone)
    await server.project()

    await server.decide(original, taken)

    expect([server.stateOf(original), server.stateOf(forged)]).toEqual(['taken', 'held'])
  })
})

test('a note with a mark is shown to the leader once, whichever of the two is opened first', async () => {
  const server = await aProjectingServer(marked)
  const phone = await aSealedPhone()
  const original = await writeNote(phone, former)
  await writeNote(phone, current, { reseals: original })
  await server.receive(phone)

  await server.project(onlyCurrent)
  await server.project(both)

  expect(server.questions()).toEqual([original])
  expect(server.schemas()).toEqual(['note@1'])
})
