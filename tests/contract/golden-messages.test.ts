import * as core from 'zod/v4/core'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { branchesIn, branchesOf } from '../golden/branches.ts'
import { goldenMessages, goldenVersions, presentVersion } from '../golden/golden-files.ts'
import { goldenSchemas } from '../golden/message-table.ts'

const messages = goldenVersions.flatMap(goldenMessages)

test('each version up to the present one has golden messages', () => {
  expect(goldenVersions.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: presentVersion }, (_, index) => index + 1),
  )
  expect(goldenVersions.filter((version) => goldenMessages(version).length === 0)).toEqual([])
})

test.each(messages.map((message) => [`${message.file}:${message.line}`, message] as const))(
  '%s is read whole',
  (_key, { name, value }) => {
    const schema = goldenSchemas.get(name)
    if (schema === undefined) throw new Error(`${name} is a message that this build does not know`)

    const read = core.safeParse(schema, value)

    expect(read.error?.issues).toBeUndefined()
    expect(canonicalJson(read.data)).toBe(canonicalJson(value))
  },
)

describe('all that a message may say is in a golden one', () => {
  test.each([...goldenSchemas])('of %s', (name, schema) => {
    const golden = messages.filter((message) => message.name === name)
    const taken = golden.map(({ value }) => branchesIn(schema, name, value))
    const shown = new Set(taken.flatMap(({ shapes, words }) => [...shapes, ...words]))

    const { shapes, words } = branchesOf(schema, name)

    expect(golden.length).toBeGreaterThan(0)
    expect([...shapes, ...words].filter((branch) => !shown.has(branch))).toEqual([])
  })
})
