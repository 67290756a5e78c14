import { expect, test } from 'vitest'
import { yearOfImports } from '../../../support/year-of-imports.ts'

test('a weekly list in which 80 of 400 change costs a phone little more than those 80', async () => {
  const weeks = await yearOfImports({ patients: 400, changing: 80, zones: 6, measured: [2, 3] })

  for (const { documents, changed, deltaBytes, changedBytes, headBytes, heads } of weeks) {
    expect([changed, documents]).toEqual([80, 80 + 6])
    expect(deltaBytes / changedBytes).toBeLessThanOrEqual(1.15)
    // What the server signs of each stream is as long for a large list as for a small one.
    expect(headBytes / heads).toBeLessThanOrEqual(400)
  }
})

test('after 52 weekly lists in a row database and phone are as large as they were', async () => {
  const weeks = await yearOfImports({
    patients: 120,
    changing: 24,
    zones: 2,
    measured: [4, 20, 52],
  })
  const [week4, week20, week52] = weeks
  process.stdout.write(`${weeks.map((week) => JSON.stringify(week)).join('\n')}\n`)
  if (week4 === undefined || week20 === undefined || week52 === undefined) {
    throw new Error('The year is too short.')
  }

  expect(week52.phoneRows).toBe(week4.phoneRows)
  expect(week52.phoneBytes / week4.phoneBytes).toBeLessThanOrEqual(1.02)
  expect([week52.streamDocs, week52.importChanges]).toEqual([week4.streamDocs, 4 * 24])
  expect(week52.deltaBytes / week4.deltaBytes).toBeLessThanOrEqual(1.05)
  // For 120 days, which are 17 weeks, a link of the chain is kept for each write.
  expect(week52.streamCommits).toBe(week20.streamCommits)
  expect(week52.databaseBytes / week20.databaseBytes).toBeLessThanOrEqual(1.1)
}, 240_000)
