import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { parsedStream } from '#app/device/parsed-stream.ts'
import type { StreamReading } from '#storage/vault/vault.ts'
import { aDocument, critical } from '../../support/build-replica.ts'
import { noon } from '../../support/test-vault.ts'

const Named = z.object({ name: z.string() })

test('who asks while a stream is being opened does not open it once more', async () => {
  const { readStream, answers } = await aVault()
  const read = parsedStream(readStream, 'patient@1', Named)

  const readings = await Promise.all([read(critical), read(critical), read(critical)])

  expect(answers).toEqual(['open', 'same', 'same'])
  expect(readings.map((reading) => reading.kind)).toEqual(['open', 'open', 'open'])
})

test('a reading that failed does not fail who asked meanwhile', async () => {
  const { readStream } = await aVault()
  let fails = true
  const read = parsedStream(
    (stream, rev) => {
      if (!fails) return readStream(stream, rev)
      fails = false
      return Promise.reject(new Error('The disk did not answer.'))
    },
    'patient@1',
    Named,
  )

  const [first, second] = await Promise.allSettled([read(critical), read(critical)])

  expect(first.status).toBe('rejected')
  expect(second).toMatchObject({ status: 'fulfilled', value: { kind: 'open' } })
})

/** A vault with one patient, that tells what it answered. */
async function aVault() {
  const documents = [await aDocument('a', 1)]
  const answers: StreamReading['kind'][] = []
  const readStream = async (stream: typeof critical, knownRev?: number): Promise<StreamReading> => {
    const shared = { stream, rev: 1, verifiedAt: noon }
    const answer: StreamReading =
      knownRev === 1
        ? { kind: 'same', ...shared }
        : { kind: 'open', ...shared, documents, damagedParts: 0 }
    answers.push(answer.kind)
    return Promise.resolve(answer)
  }
  return { readStream, answers }
}
