import { expect, test } from 'vitest'
import { webCrypto } from '../support/web-crypto.ts'
import { simulate } from './simulate.ts'

async function failures(seeds: number, crypto: Awaited<ReturnType<typeof webCrypto>> | null) {
  const found: string[] = []
  for (let seed = 1; seed <= seeds; seed++) {
    const failure = await simulate({ seed, ...(crypto === null ? {} : { crypto }) })
    if (failure !== null) found.push(`seed ${seed}: ${failure}`)
  }
  return found
}

test('whatever happens to phones, server and network, nothing is lost and all come to agree', async () => {
  expect(await failures(300, null)).toEqual([])
})

test(
  'it is the same with the real keys, signatures and sealing',
  { timeout: 600_000 },
  async () => {
    expect(await failures(300, await webCrypto())).toEqual([])
  },
)

async function notesOf(seed: number): Promise<string[]> {
  const notes: string[] = []
  await simulate({ seed, onNote: (text) => notes.push(text) })
  return notes
}

test('a seed replays to the last step', async () => {
  expect(await notesOf(7)).toEqual(await notesOf(7))
})
