import { expect, test } from 'vitest'
import { unverifiedOpenedForm } from '#domain/entries/entry-content.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { noon } from '../../support/a-patient.ts'
import {
  aProjectingServer,
  aSealedPhone,
  current,
  municipality,
  newId,
} from '../../support/a-projecting-server.ts'
import { appendEntry } from '../../support/append-entry.ts'
import { lineOf } from '../../support/memory-outbox-store.ts'

function openingOf(stream: StreamId): Parameters<typeof appendEntry>[2]['content'] {
  return (author) => ({ kind: 'unverifiedOpened', author, stream, openedAt: noon })
}

test('an employee who opened what could not be verified is an alarm, once, also without a zone', async () => {
  const server = await aProjectingServer()
  const phone = await aSealedPhone()
  const stream = StreamId.parse('testby/real/*/cards')
  const original = newId()
  const opened = { municipality, zone: null, form: unverifiedOpenedForm, now: noon } as const
  await appendEntry(phone, current, { ...opened, entryId: original, content: openingOf(stream) })
  await appendEntry(phone, current, {
    ...opened,
    entryId: newId(),
    reseals: original,
    content: openingOf(stream),
  })
  await server.receive(phone)

  await server.project()

  const { deviceId, author } = lineOf(phone, phone.current)
  const { employeeId } = author
  expect(server.alarms()).toEqual([
    { kind: 'unverifiedOpened', at: noon, stream, deviceId, employeeId },
  ])
})

test('an alarm about a stream of another municipality is not raised', async () => {
  const server = await aProjectingServer()
  const phone = await aSealedPhone()
  const entryId = newId()
  await appendEntry(phone, current, {
    entryId,
    municipality,
    zone: null,
    form: unverifiedOpenedForm,
    now: noon,
    content: openingOf(StreamId.parse('annenby/real/nord-1/critical')),
  })
  await server.receive(phone)

  await server.project()

  expect(server.alarms()).toEqual([])
  expect(server.reasonOf(entryId)).toBe('unreadable')
})
