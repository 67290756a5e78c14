import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parsedStream, type StreamSource } from '#app/worker/parsed-stream.ts'
import type { StreamReading } from '#storage/replica/stream-reading.ts'
import { aDocument, critical } from '../../support/build-replica.ts'
import { noon } from '../../support/test-vault.ts'

const Named = z.object({ name: z.string() })

test('who asks while a stream is being opened does not open it once more', async () => {
  const { source, answers } = await aVault()
  const read = parsedStream(source, 'patient@1', Named)

  const readings = await Promise.all([read(critical), read(critical), read(critical)])

  expect(answers).toEqual(['open', 'same', 'same'])
  expect(readings.map((reading) => reading.kind)).toEqual(['open', 'open', 'open'])
})

test('a reading that failed does not fail who asked meanwhile', async () => {
  const { source } = await aVault()
  let fails = true
  const readStream: StreamSource['readStream'] = (stream, known) => {
    if (!fails) return source.readStream(stream, known)
    fails = false
    return Promise.reject(new Error('The disk did not answer.'))
  }
  const read = parsedStream({ ...source, readStream }, 'patient@1', Named)

  const [first, second] = await Promise.allSettled([read(critical), read(critical)])

  expect(first.status).toBe('rejected')
  expect(second).toMatchObject({ status: 'fulfilled', value: { kind: 'open' } })
})

test('a version that was found sound is told of once', async () => {
  const { source, sound } = await aVault()
  const read = parsedStream(source, 'patient@1', Named)

  await read(critical)
  await read(critical)

  expect(sound).toEqual([
    { stream: critical, version: 'first', schema: 'patient@1', build: 'this one' },
  ])
})

test.each([
  ['a document that is not as it should be', { body: { name: 7 } }],
  ['a part that did not open', { damagedParts: 1 }],
])('a version with %s is not called sound, and says that it is damaged', async (_, fault) => {
  const { source, sound } = await aVault(fault)

  const reading = await parsedStream(source, 'patient@1', Named)(critical)

  expect(sound).toEqual([])
  expect(reading).toMatchObject({ kind: 'open', damaged: 1 })
})

test('a list that was damaged is opened again the next time, for it may be mended', async () => {
  const { source, answers } = await aVault({ damagedParts: 1 })
  const read = parsedStream(source, 'patient@1', Named)

  await read(critical)
  await read(critical)

  expect(answers).toEqual(['open', 'open'])
})

test('what this build found sound is as it was, without being parsed', async () => {
  const { source, sound } = await aVault({ soundFor: { 'patient@1': 'this one' } })
  let parsed = 0
  const Counted = z.custom<{ name: string }>(() => ++parsed > 0)

  const reading = await parsedStream(source, 'patient@1', Counted)(critical)

  expect(reading).toMatchObject({ kind: 'open', value: [{ name: 'Bruker a' }], damaged: 0 })
  expect({ parsed, sound }).toEqual({ parsed: 0, sound: [] })
})

test.each([
  ['another build', { 'patient@1': 'the one before' }],
  ['another schema', { 'patientDetails@1': 'this one' }],
])('what was found sound by %s is parsed, and what is not sound left out', async (_, soundFor) => {
  const { source } = await aVault({ body: { name: 7 }, soundFor })

  const reading = await parsedStream(source, 'patient@1', Named)(critical)

  expect(reading).toMatchObject({ kind: 'open', value: [], damaged: 1 })
})

/** A vault with one patient, that tells what it answered and what it was told. */
async function aVault({
  body = { name: 'Bruker a' },
  damagedParts = 0,
  soundFor = {},
}: {
  body?: unknown
  damagedParts?: number
  soundFor?: Record<string, string>
} = {}) {
  const documents = [await aDocument('a', 1, body)]
  const answers: StreamReading['kind'][] = []
  const sound: object[] = []
  const source: StreamSource = {
    build: 'this one',
    async readStream(stream, known) {
      const shared = { stream, version: 'first', verifiedAt: noon }
      const answer: StreamReading =
        known === 'first'
          ? { kind: 'same', ...shared }
          : { kind: 'open', ...shared, documents, damagedParts, soundFor }
      answers.push(answer.kind)
      return Promise.resolve(answer)
    },
    onSound: (of, by) => sound.push({ ...of, ...by }),
  }
  return { source, answers, sound }
}
