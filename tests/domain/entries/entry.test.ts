import { expect, test } from 'vitest'
import {
  contextBytes,
  EntryHeader,
  entryHash,
  headerBytes,
  noPreviousHash,
} from '#domain/entries/entry.ts'
import { nodeHasher } from '../../support/node-hasher.ts'

const header = EntryHeader.parse({
  kind: 'entry',
  v: 1,
  entryId: '0192f0c4-0000-4000-8000-000000000001',
  deviceId: '0192f0c4-0000-4000-8000-0000000000aa',
  n: 1,
  prevHash: noPreviousHash,
  form: 'besoksnotat@1',
  municipality: 'demo',
  world: 'real',
  zone: 'nord-2',
  incident: null,
  reseals: null,
  capturedAt: '2026-11-23T15:48:12.000Z',
  capturedOffsetMinutes: 60,
  hlc: '001795448892000-000000',
  authorKeyId: null,
  serverKeyId: 'A'.repeat(43),
  sealedHash: 'b'.repeat(64),
})

test('the sealing authenticates all of the header but the hash of its own bytes', () => {
  const text = new TextDecoder().decode(contextBytes(header, nodeHasher))

  expect(Object.keys(JSON.parse(text))).toEqual(
    Object.keys(header)
      .filter((key) => key !== 'sealedHash')
      .toSorted(),
  )
})

test('a change of any member changes the bytes that are signed and the hash that the next entry names', async () => {
  const later = { ...header, n: 2 }

  expect(headerBytes(later, nodeHasher)).not.toEqual(headerBytes(header, nodeHasher))
  expect(await entryHash(later, nodeHasher)).not.toBe(await entryHash(header, nodeHasher))
})

test('a form without its version is refused', () => {
  expect(EntryHeader.safeParse({ ...header, form: 'besoksnotat' }).success).toBe(false)
})
