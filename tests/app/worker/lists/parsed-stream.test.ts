import { expect, test } from 'vitest'
import { openedTogether, parsedStream, type StreamSource } from '#app/worker/lists/parsed-stream.ts'
import type { StreamReading, StreamTrust } from '#storage/replica/stream-reading.ts'
import { aDocument, critical } from '../../../support/build-replica.ts'
import { aPatient } from '../../../support/a-patient.ts'
import { noon } from '../../../support/test-vault.ts'

test('a call while a stream is being opened does not open it again', async () => {
  const { source, answers } = await aVault()
  const read = parsedStream(source, 'patient')

  const readings = await Promise.all([read(critical), read(critical), read(critical)])

  expect(answers).toEqual(['open', 'same', 'same'])
  expect(readings.map((reading) => reading.kind)).toEqual(['open', 'open', 'open'])
})

test('kinds of one stream that are read together open it once, whichever is asked for first', async () => {
  const { source, answers, sound } = await aVault()
  const together = openedTogether()
  const patients = parsedStream(source, 'patient', together)
  const amendments = parsedStream(source, 'amendment', together)

  const [changes, people] = await Promise.all([amendments(critical), patients(critical)])

  expect(answers).toEqual(['open', 'same'])
  expect(changes).toMatchObject({ kind: 'open', value: [] })
  expect(people.kind === 'open' ? people.value : []).toHaveLength(1)
  expect(sound).toHaveLength(2)
  expect(sound).toContainEqual(expect.objectContaining({ schema: 'amendment@1' }))
})

test('a failed reading does not fail calls that were made meanwhile', async () => {
  const { source } = await aVault()
  let fails = true
  const readStream: StreamSource['readStream'] = (stream, known) => {
    if (!fails) return source.readStream(stream, known)
    fails = false
    return Promise.reject(new Error('The disk did not answer.'))
  }
  const read = parsedStream({ ...source, readStream }, 'patient')

  const [first, second] = await Promise.allSettled([read(critical), read(critical)])

  expect(first.status).toBe('rejected')
  expect(second).toMatchObject({ status: 'fulfilled', value: { kind: 'open' } })
})

test('a version that was found sound is reported once', async () => {
  const { source, sound } = await aVault()
  const read = parsedStream(source, 'patient')

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

  const reading = await parsedStream(source, 'patient')(critical)

  expect(sound).toEqual([])
  expect(reading).toMatchObject({ kind: 'open', damaged: 1 })
})

test('a list that was damaged is opened again the next time, for it may be mended', async () => {
  const { source, answers } = await aVault({ damagedParts: 1 })
  const read = parsedStream(source, 'patient')

  await read(critical)
  await read(critical)

  expect(answers).toEqual(['open', 'open'])
})

test('what this build found sound is as it was, without being parsed', async () => {
  const { source, sound } = await aVault({
    body: { name: 7 },
    soundFor: { 'patient@1': 'this one' },
  })

  const reading = await parsedStream(source, 'patient')(critical)

  expect(reading).toMatchObject({ kind: 'open', value: [{ name: 7 }], damaged: 0 })
  expect(sound).toEqual([])
})

test.each([
  ['another build', { 'patient@1': 'the one before' }],
  ['another schema', { 'patientDetails@1': 'this one' }],
])('what was found sound by %s is parsed, and what is not sound left out', async (_, soundFor) => {
  const { source } = await aVault({ body: { name: 7 }, soundFor })

  const reading = await parsedStream(source, 'patient')(critical)

  expect(reading).toMatchObject({ kind: 'open', value: [], damaged: 1 })
})

test('what a newer build wrote is counted, and is not called damaged', async () => {
  const { source } = await aVault({ others: ['patient@2', 'visitPlan@1', 'note@1'] })

  const reading = await parsedStream(source, 'patient')(critical)

  expect(reading).toMatchObject({ kind: 'open', damaged: 0, newer: { [critical]: 3 } })
  expect(reading).toHaveProperty('value.length', 1)
})

test('it is counted as long as it is there, also in a version that was found sound', async () => {
  const { source, answers } = await aVault({
    others: ['patient@2'],
    soundFor: { 'patient@1': 'this one' },
  })
  const read = parsedStream(source, 'patient')

  const readings = [await read(critical), await read(critical)]

  expect(answers).toEqual(['open', 'same'])
  expect(readings.map((reading) => reading.kind === 'open' && reading.newer)).toEqual([
    { [critical]: 1 },
    { [critical]: 1 },
  ])
})

test('what cannot be verified is withheld until she opens it, and is never called sound', async () => {
  const { source, sound, opened } = await aVault({ trust: 'unverified' })
  const read = parsedStream(source, 'patient')

  const before = await read(critical)
  opened.add(critical)
  const after = await read(critical)

  expect(before).toMatchObject({ value: [], withheld: [critical], unverified: [] })
  expect(after).toMatchObject({ withheld: [], unverified: [critical] })
  expect(after).toHaveProperty('value.length', 1)
  expect(sound).toEqual([])
})

test('what is older than this phone had is shown and said, and is not called sound', async () => {
  const { source, sound } = await aVault({ trust: 'older' })

  const reading = await parsedStream(source, 'patient')(critical)

  expect(reading).toMatchObject({ older: [critical], withheld: [], unverified: [] })
  expect(reading).toHaveProperty('value.length', 1)
  expect(sound).toEqual([])
})

/** A vault with one patient that records its answers and the calls of `markSound`. */
async function aVault({
  body = aPatient(),
  others = [],
  damagedParts = 0,
  soundFor = {},
  trust = 'verified',
}: {
  body?: unknown
  /** Schemas of what else lies there. */
  others?: readonly string[]
  damagedParts?: number
  soundFor?: Record<string, string>
  trust?: StreamTrust
} = {}) {
  const added = others.map(async (schema, i) => ({ ...(await aDocument(`b${i}`, i + 2)), schema }))
  const documents = [await aDocument('a', 1, body), ...(await Promise.all(added))]
  const answers: StreamReading['kind'][] = []
  const sound: object[] = []
  const opened = new Set<string>()
  const source: StreamSource = {
    build: 'this one',
    async readStream(stream, known) {
      const shared = { stream, version: 'first', verifiedAt: noon, trust }
      const answer: StreamReading =
        known === 'first'
          ? { kind: 'same', ...shared }
          : { kind: 'open', ...shared, documents, damagedParts, soundFor }
      answers.push(answer.kind)
      return Promise.resolve(answer)
    },
    isOpenedUnverified: () => Promise.resolve(opened.has(critical)),
    onSound: (of, by) => sound.push({ ...of, ...by }),
  }
  return { source, answers, sound, opened }
}
