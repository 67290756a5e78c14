import { expect, test } from 'vitest'
import type { Verdict } from '#domain/entries/author-rights.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { newIncident } from '../../support/new-fact.ts'
import {
  aProjectingServer,
  aSealedPhone,
  both,
  current,
  former,
  municipality,
  onlyCurrent,
  writeStart,
} from '../../support/a-projecting-server.ts'

const coordination = StreamId.parse(`${municipality}/real/*/coordination`)

/** A start that no key here opens, and what its author sealed again of it. */
async function aResealedStart(verdict?: Verdict) {
  const server = await aProjectingServer(verdict)
  const phone = await aSealedPhone()
  const incident = newIncident()
  const original = await writeStart(phone, former, { incident })
  const repetition = await writeStart(phone, current, { incident, reseals: original })
  await server.receive(phone)
  const states = () => [original, repetition].map(server.stateOf)
  const ids = () => server.documents(coordination).map(({ docId }) => docId)
  return { server, original, states, ids }
}

test('a fact and its repetition are one, under the id of the original', async () => {
  const { server, original, states, ids } = await aResealedStart()

  await server.project(onlyCurrent)
  const before = ids()
  await server.project(both)

  expect([before, ids()]).toEqual([[original], [original]])
  expect(states()).toEqual(['applied', 'applied'])
})

test('a fact and its repetition wait once, and are taken in once', async () => {
  const { server, original, states, ids } = await aResealedStart({
    kind: 'toPerson',
    reason: 'role',
  })
  await server.project(both)
  const questions = server.questions()

  await server.decide(original, { kind: 'taken' })

  expect(questions).toEqual([original])
  expect(ids()).toEqual([original])
  expect(states()).toEqual(['taken', 'taken'])
})
