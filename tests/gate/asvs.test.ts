import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

/** Of each section, the levels of its requirements in order; of the ids of level 3 nothing is said. */
const { levelsBySection } = z
  .object({ levelsBySection: z.record(z.string(), z.string().regex(/^[123]+$/)) })
  .parse(JSON.parse(readFileSync('tests/gate/asvs-levels.json', 'utf8')))

const standard = Object.entries(levelsBySection).flatMap(([section, levels]) =>
  levels.split('').map((level, index) => ({ id: `${section}.${index + 1}`, level })),
)
const required = standard.filter(({ level }) => level !== '3')

/** `| V1.1.1 | 2 | subject | state | evidence |` */
const row =
  /^\| (?<id>V[\d.]+) \| (?<level>\d) \| (?<subject>[^|]+) \| (?<state>[^|]+) \| (?<evidence>[^|]+) \|$/
const lines = readFileSync('docs/asvs.md', 'utf8').split('\n')
const rows = lines.flatMap((line) => {
  const { id, level, state, evidence } = row.exec(line)?.groups ?? {}
  if (id === undefined || level === undefined || state === undefined) return []
  const held = (evidence ?? '').split('Missing:')[0] ?? ''
  const files = [...(evidence ?? '').matchAll(/`([\w./-]+\.(?:ts|tsx|md|json))`/g)]
  return [
    { id, level, state, evidence: evidence ?? '', held, files: files.map(([, file = '']) => file) },
  ]
})

test('the list has the requirements of the standard: 70, 183 and 92 of its three levels', () => {
  expect(standard.filter(({ level }) => level === '1')).toHaveLength(70)
  expect(standard.filter(({ level }) => level === '2')).toHaveLength(183)
  expect(standard.filter(({ level }) => level === '3')).toHaveLength(92)
})

test('every requirement of levels 1 and 2 has one row, in order and with its level', () => {
  expect(rows.map(({ id, level }) => ({ id, level }))).toEqual(required)
  expect(lines.filter((line) => line.startsWith('| V')).length).toBe(rows.length)
})

test('each row is held, partly held, not yet or not applicable', () => {
  const states = new Set(rows.map(({ state }) => state))

  expect([...states].toSorted()).toEqual(['held', 'not applicable', 'not yet', 'partly'])
})

test('what is held names what does it and a test, what is partly held what is missing', () => {
  const held = rows.filter(({ state }) => state === 'held')
  const partly = rows.filter(({ state }) => state === 'partly')

  expect(held.filter(({ files }) => !files.some((file) => file.startsWith('tests/')))).toEqual([])
  expect(held.filter(({ evidence }) => evidence.includes('Missing:'))).toEqual([])
  expect(partly.filter(({ held: part }) => !part.includes('`'))).toEqual([])
  expect(partly.filter(({ evidence }) => !evidence.includes('Missing: '))).toEqual([])
})

test('what is not yet held names no evidence, and each file that is named is there', () => {
  const notYet = rows.filter(({ state }) => state === 'not yet')
  const named = new Set(rows.flatMap(({ files }) => files))

  expect(notYet.filter(({ files }) => files.length > 0)).toEqual([])
  expect(named.size).toBeGreaterThan(50)
  expect([...named].filter((file) => !existsSync(file))).toEqual([])
})
