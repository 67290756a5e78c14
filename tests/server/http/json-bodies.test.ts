import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { syncContentType } from '#contract/protocol.ts'
import { bodyLimits, registerJsonBodies } from '#server/http/json-bodies.ts'
import { registerErrorHandler } from '#server/http/error-handler.ts'

const none = Number.POSITIVE_INFINITY
const noLimits = { depth: none, elements: none, values: none }

const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`
const deepObject = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
const wide = `[${'{},'.repeat(300_000)}{}]`
const many = `[${Array(60)
  .fill(`[${'1,'.repeat(1_000)}1]`)
  .join(',')}]`

/** What a server answers whose handler walks through what it gets, as every recursive schema does. */
async function answerTo(payload: string, limits: typeof bodyLimits, type = 'application/json') {
  const server = fastify()
  registerErrorHandler(server)
  registerJsonBodies(server, limits)
  server.post('/', ({ body }) => ({ length: JSON.stringify(walked(body)).length }))
  const answer = await server.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': type },
    payload,
  })
  await server.close()
  return answer.statusCode
}

function walked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.values(value).map(walked)
}

test.each([
  ['400,000 arrays inside each other', deep],
  ['100,000 objects inside each other', deepObject],
  ['300,000 empty objects', wide],
  ['60 arrays of a thousand numbers', many],
  ['a million brackets that nothing closes', '['.repeat(1_000_000)],
  ['a million opened strings', '"'.repeat(999_999)],
])('a body of %s is refused before anything is built from it', async (_what, payload) => {
  expect(await answerTo(payload, bodyLimits)).toBe(400)
  expect(await answerTo(payload, bodyLimits, syncContentType)).toBe(400)
})

test('a message of ordinary shape comes through', async () => {
  const message = JSON.stringify({
    entries: Array.from({ length: 100 }, () => ({ header: { a: [1, { b: '[[[' }] } })),
  })

  expect(await answerTo(message, bodyLimits)).toBe(200)
  expect(await answerTo(message, bodyLimits, syncContentType)).toBe(200)
})

test('without the limits, depth ends the stack of the server and the rest is built', async () => {
  expect(await answerTo(deep, noLimits)).toBe(500)
  expect(await answerTo(deepObject, noLimits)).toBe(500)
  expect(await answerTo(wide, noLimits)).toBe(200)
  expect(await answerTo(many, noLimits)).toBe(200)
})
