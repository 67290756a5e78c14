import { expect, test } from 'vitest'
import { webCrypto } from '../support/web-crypto.ts'
import { failingSeeds } from './failing-seeds.ts'

/**
 * With real keys a seed takes three times as long, and is one more order of events either way: the breadth is in the
 * seeds with stand-ins. These show that real keys fit in the same places, and meet all that happens to keys.
 */
const seeds = 60

const whatHappensToKeys = [
  'rotated signing',
  'rotated credentials',
  'rotated sealing',
  'the root is lost',
  'enrols anew',
  'is cloned',
  'another, empty database',
  'plantStream',
  'plantGenuine',
  'plantEmployee',
  'alterDocument',
]

test('it is the same with the real keys, signatures and sealing', async () => {
  const notes: string[] = []
  const onNote = (text: string) => notes.push(text)

  expect(await failingSeeds(seeds, { crypto: await webCrypto(), onNote })).toEqual([])

  const met = whatHappensToKeys.filter((words) => notes.some((note) => note.includes(words)))
  expect(met).toEqual(whatHappensToKeys)
})
