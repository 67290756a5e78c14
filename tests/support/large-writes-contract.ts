import { expect, test } from 'vitest'
import {
  newStream,
  pageOf,
  pull,
  put,
  rootOfAll,
  type StreamDatabase,
  write,
} from './ask-streams.ts'

/** Writes of more documents than are saved at once, as every implementation of `StreamStore` keeps them. */
export function largeWritesContract(open: () => Promise<StreamDatabase>): void {
  test('a large write changes, adds and deletes, each with its own place in the order', async () => {
    const db = await open()
    const stream = newStream()
    const ids = Array.from({ length: 600 }, (_, place) => `document-${place}`)
    await write(
      db,
      stream,
      ids.slice(0, 400).map((docId) => put(docId, 1)),
    )
    await write(
      db,
      stream,
      ids.map((docId, place) => (place % 3 === 0 ? { kind: 'delete', docId } : put(docId, 2))),
    )

    const page = pageOf(await pull(db, stream, { limit: 1_000 }))
    const live = ids.filter((_, place) => place % 3 !== 0)

    expect(page.documents.map(({ docId, body }) => ({ docId, body }))).toEqual(
      live.map((docId) => ({ docId, body: 2 })),
    )
    // Of those who were never there, nothing is deleted.
    const written = 400 + live.length + 134
    expect(page.head.head).toMatchObject({
      seq: written,
      count: live.length,
      root: await rootOfAll(page.documents),
    })
    expect(page.documents.at(-1)?.seq).toBe(written)
  })
}
