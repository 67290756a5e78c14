import { expect, test } from 'vitest'
import { StreamId } from '#domain/streams/stream.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { type DocumentWrite, writeVersions } from '#server/streams/write-versions.ts'
import { noon } from '../../support/a-patient.ts'
import { memorySyncDatabase } from '../../support/memory-sync-database.ts'

const stream = StreamId.parse('demo/real/nord-2/critical')

/** More than are saved at once. */
const writes: DocumentWrite[] = Array.from({ length: 400 }, (_, place) => ({
  kind: 'put',
  docId: `document-${place}`,
  schema: 'patient@1',
  body: { place },
}))

function aStream() {
  const database = memorySyncDatabase()
  return {
    write: (all: readonly DocumentWrite[], onPart?: (done: number) => void) =>
      database.transaction(({ streams }) =>
        writeVersions(streams, stream, all, {
          hasher: nodeHasher,
          now: noon,
          ...(onPart === undefined ? {} : { onPart }),
        }),
      ),
    committed: () => database.committed(),
  }
}

test('a large write ends as its documents would one by one', async () => {
  const [together, apart] = [aStream(), aStream()]

  const { head, written } = await together.write(writes)
  for (const write of writes) await apart.write([write])
  const { head: last } = await apart.write(writes.slice(0, 1))

  expect(written).toBe(400)
  expect(head).toEqual(last)
  expect(together.committed().streams.get(stream)?.leaves).toEqual(
    apart.committed().streams.get(stream)?.leaves,
  )
})

test('of a large write that changes little only the changes are written', async () => {
  const one = aStream()
  await one.write(writes)

  const { head, written } = await one.write(
    writes.with(399, { kind: 'delete', docId: 'document-399' }),
  )

  expect(written).toBe(1)
  expect(head).toMatchObject({ seq: 401, count: 399 })
})

test('former versions are asked for where a stream has any', async () => {
  const database = memorySyncDatabase()
  const asked: number[] = []
  const write = () =>
    database.transaction(({ streams }) =>
      writeVersions(
        {
          ...streams,
          listVersions(one, docIds) {
            asked.push(docIds.length)
            return streams.listVersions(one, docIds)
          },
        },
        stream,
        writes,
        { hasher: nodeHasher, now: noon },
      ),
    )

  await write()
  expect(asked).toEqual([])
  await write()
  expect(asked).toEqual([250, 150])
})

test('whoever ends a write between two parts leaves nothing of it', async () => {
  const one = aStream()

  const ended = one.write(writes, (done) => {
    if (done > 0) throw new Error('Ended.')
  })

  await expect(ended).rejects.toThrow('Ended.')
  expect(one.committed().streams.size).toBe(0)
})

test('one document has no two writes, however far apart', async () => {
  const one = aStream()

  await expect(
    one.write([...writes, writes[0] ?? writes[1]].flatMap((w) => w ?? [])),
  ).rejects.toThrow('One document, two writes')
})
