import { expect, test } from 'vitest'
import { nonceHeader, protocolHeader, syncContentType } from '#contract/protocol.ts'
import { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { type HttpAnswer, abortAfterMilliseconds, httpNetwork } from '#sync/http-network.ts'

const employee = EmployeeId.parse('0e000000-0000-4000-8000-000000000001')
const deviceId = DeviceId.parse('0d000000-0000-4000-8000-000000000001')
const answer = { streams: [], serverTime: '2026-11-23T11:00:00.000Z' }
const ours: Record<string, string> = {
  'content-type': syncContentType,
  [protocolHeader]: '1',
  [nonceHeader]: 'nonce',
}

type Reply = { status?: number; headers?: Record<string, string>; body?: unknown }

function send(reply: Reply) {
  const { status = 200, headers = ours, body = answer } = reply
  const found: HttpAnswer = {
    status,
    headers: { get: (name) => headers[name] ?? null },
    text: () => Promise.resolve(typeof body === 'string' ? body : JSON.stringify(body)),
  }
  const network = httpNetwork({
    fetch: () => Promise.resolve(found),
    timers: { after: () => () => {} },
    randomUuid: () => 'nonce',
  })
  return network.listStreams({ protocol: 1, employee, deviceId })
}

test('an answer with our type, our protocol and this nonce counts', async () => {
  expect(await send({})).toEqual({ ok: true, value: answer })
})

test.each([
  ['a log-in page', { headers: { 'content-type': 'text/html' }, body: '<h1>' }],
  ['another request’s answer', { headers: { ...ours, [nonceHeader]: 'other' } }],
  ['another protocol', { headers: { ...ours, [protocolHeader]: '9' } }],
  ['a guest network’s refusal', { status: 401, headers: {} }],
])('%s with status 200 or 401 is not ours', async (_name, reply) => {
  expect(await send(reply)).toEqual({ ok: false, refusal: { kind: 'notOurs' } })
})

test.each([
  ['an answer cut short', { body: '{"streams":[' }, { kind: 'unreachable' }],
  ['too large', { status: 413, headers: {} }, { kind: 'tooLarge' }],
  [
    'a busy proxy',
    { status: 503, headers: { 'retry-after': '9' } },
    { kind: 'busy', retryAfterSeconds: 9 },
  ],
  [
    'a busy server for a day',
    { status: 429, headers: { 'retry-after': '86400' } },
    { kind: 'busy', retryAfterSeconds: 300 },
  ],
  [
    'missing sign-in',
    { status: 401, body: { kind: 'signInNeeded', text: '' } },
    { kind: 'refused', reason: 'signInNeeded' },
  ],
])('%s is recognised by its kind', async (_name, reply, refusal) => {
  expect(await send(reply)).toEqual({ ok: false, refusal })
})

test('after twenty seconds without an answer the request is given up', async () => {
  const timed: number[] = []
  const network = httpNetwork({
    fetch: () => new Promise(() => {}),
    timers: {
      after(milliseconds, work) {
        timed.push(milliseconds)
        work()
        return () => {}
      },
    },
    randomUuid: () => 'nonce',
  })

  const refused = await network.listStreams({ protocol: 1, employee, deviceId })

  expect(timed).toEqual([abortAfterMilliseconds])
  expect(refused).toEqual({ ok: false, refusal: { kind: 'unreachable' } })
})
