import { expect, test } from 'vitest'
import { failingSeeds } from './failing-seeds.ts'
import { simulate } from './simulate.ts'

test('whatever happens to phones, server and network, nothing is lost and all come to agree', async () => {
  expect(await failingSeeds(300)).toEqual([])
})

test('it is the same when everything happens at once', async () => {
  expect(await failingSeeds(100, { pace: 'rushed' })).toEqual([])
})

test('it is the same on lines that slow down and go silent, and when phones and server are started anew', async () => {
  expect(await failingSeeds(100, { pace: 'lines' })).toEqual([])
})

async function notesOf(seed: number): Promise<string[]> {
  const notes: string[] = []
  await simulate({ seed, onNote: (text) => notes.push(text) })
  return notes
}

test('a seed replays to the last step', async () => {
  expect(await notesOf(7)).toEqual(await notesOf(7))
})
