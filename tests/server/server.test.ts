import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Route } from '#contract/routes.ts'
import { answerSigner } from '#server/keys/answer-signer.ts'
import { openMetrics } from '#server/base/metrics.ts'
import { usualLimits } from '#server/http/admission.ts'
import { openHttpServer, type HttpSettings } from '#server/http/open-http-server.ts'
import type { RouteHandlers } from '#server/http/serve-routes.ts'
import { anAccount, signIn, testServer, testZones } from '../support/test-server.ts'

const bench = await testServer()
const { server, logLines } = bench
await anAccount(bench, { username: 'kari', role: 'nurse', zones: testZones.slice(0, 1) })
let finishSlow: () => void = () => {}
const slow = new Promise<void>((resolve) => {
  finishSlow = resolve
})

const anybody = { kind: 'public' } as const
const leaders = { kind: 'session', roles: ['sectionLeader', 'administrator'] } as const

/** Routes that do what no message of ours may do. */
const faultyRoutes = {
  leadersOnly: { method: 'GET', path: '/api/leaders-only', access: leaders },
  fault: { method: 'GET', path: '/api/fault', access: anybody },
  databaseAway: { method: 'GET', path: '/api/database-away', access: anybody },
  slow: { method: 'GET', path: '/api/slow', access: anybody },
  entries: { method: 'POST', path: '/api/entries', access: anybody, admission: 'entries' },
  pokes: { method: 'GET', path: '/api/pokes', access: anybody, admission: 'staysOpen' },
  strict: { method: 'POST', path: '/api/strict', access: anybody },
  quick: { method: 'GET', path: '/api/quick', access: anybody },
  health: { method: 'GET', path: '/healthz', access: anybody },
  never: { method: 'GET', path: '/api/never', access: anybody },
  files: { method: 'GET', path: '/*', access: anybody },
} as const satisfies Record<string, Route>

const handlers: RouteHandlers<Omit<typeof faultyRoutes, 'files'>> = {
  leadersOnly: ({ signedIn }) => ({ zones: signedIn.zones }),
  fault: () => {
    throw new Error('Kari Nordmann 01017012345')
  },
  databaseAway: () => {
    throw Object.assign(new Error('terminating'), { code: '57P01' })
  },
  slow: () => slow.then(() => ({})),
  entries: () => slow.then(() => ({})),
  pokes: () => slow.then(() => ({})),
  strict: ({ request }) => z.object({ n: z.number() }).parse(request.body),
  quick: () => ({}),
  health: () => ({}),
  never: () => new Promise(() => {}),
}

/** A server of the same make that answers those. */
async function faultyServer(
  settings: Partial<HttpSettings>,
  metrics = openMetrics(),
): Promise<FastifyInstance> {
  const opened = await openHttpServer(
    { ...bench.settings, ...settings },
    {
      routes: faultyRoutes,
      handlers,
      sessions: bench.services,
      signer: answerSigner(bench.services.keys),
      metrics,
    },
  )
  afterAll(() => opened.close())
  return opened
}
const faulty = await faultyServer({ admission: { ...usualLimits, requests: 3, pushes: 2 } })

describe('bad input', () => {
  test.each([
    [
      'broken JSON',
      { payload: '{"n":', headers: { 'content-type': 'application/json' } },
      400,
      'unreadable',
    ],
    ['a wrong message', { payload: { n: 'en' } }, 400, 'unreadable'],
    ['no message', {}, 400, 'unreadable'],
    [
      'an unknown kind of content',
      { payload: 'n', headers: { 'content-type': 'x/y' } },
      400,
      'unreadable',
    ],
    ['too much', { payload: { n: 'x'.repeat(1024 * 1024) } }, 413, 'tooLarge'],
  ])('%s has its own answer in Norwegian', async (_case, request, status, kind) => {
    const answer = await faulty.inject({ method: 'POST', url: '/api/strict', ...request })

    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({ kind, text: expect.stringMatching(/prøv igjen/) })
  })
})

describe('a fault', () => {
  test('is answered and logged without its words', async () => {
    const answer = await faulty.inject({ url: '/api/fault?navn=Kari' })

    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toEqual({
      kind: 'fault',
      text: 'Noe gikk galt på serveren. Prøv igjen om litt.',
    })
    const logged = logLines.find((line) => line.includes('"kind":"fault"'))
    expect(logged).toContain('server.test.ts')
    expect(logLines.join('')).not.toMatch(/Kari|Nordmann|01017012345/)
  })

  test('of the database asks to come again', async () => {
    const answer = await faulty.inject({ url: '/api/database-away' })

    expect(answer.statusCode).toBe(503)
    expect(answer.headers['retry-after']).toBe('5')
  })
})

describe('a role', () => {
  test('is required where a route says so', async () => {
    await anAccount(bench, {
      username: 'leder',
      role: 'sectionLeader',
      zones: testZones.slice(0, 2),
    })
    const nurse = await faulty.inject({
      url: '/api/leaders-only',
      headers: await signIn(bench, 'kari'),
    })
    const leader = await faulty.inject({
      url: '/api/leaders-only',
      headers: await signIn(bench, 'leder'),
    })
    const nobody = await faulty.inject({ url: '/api/leaders-only' })

    expect([nurse.statusCode, leader.statusCode, nobody.statusCode]).toEqual([403, 200, 401])
    expect(leader.json()).toEqual({ zones: ['nord-1', 'nord-2'] })
  })
})

describe('another site', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:80' }, 403],
    [{ origin: 'http://localhost' }, 200],
    [{ cookie: 'beredt=x' }, 403],
    [{}, 200],
  ])('cannot make a browser write: %j answers %i', async (headers, status) => {
    const answer = await faulty.inject({
      method: 'POST',
      url: '/api/strict',
      payload: { n: 1 },
      headers: { host: 'localhost', ...headers },
    })

    expect(answer.statusCode).toBe(status)
  })
})

test('an answer comes with a policy that lets the page reach this server only', async () => {
  const { headers } = await server.inject({ url: '/' })

  expect(headers['content-security-policy']).toBe(
    "default-src 'self';script-src 'self' 'wasm-unsafe-eval';worker-src 'self';img-src 'self' data: blob:;" +
      "connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none';" +
      "require-trusted-types-for 'script';trusted-types beredt",
  )
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
  expect(headers['strict-transport-security']).toBeUndefined()
})

describe('behind TLS', () => {
  test('the cookie is bound to this host and plain http is ruled out', async () => {
    const secure = await testServer({ publicUrl: 'https://beredt.example.no' })
    await anAccount(secure, { username: 'kari', role: 'nurse', zones: [] })

    const answer = await secure.server.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { origin: 'https://beredt.example.no' },
      payload: { username: 'kari', password: 'riktig hest batteri' },
    })

    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-beredt=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
      expect.stringMatching(
        /^__Secure-beredt-known=.+; Path=\/api\/sign-in; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ])
    expect(answer.headers['content-security-policy']).toContain('upgrade-insecure-requests')
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  })
})

describe('what a supervisor asks', () => {
  test('health answers with the database', async () => {
    expect((await server.inject('/healthz')).json()).toEqual({ ok: true })
  })

  test('version says what runs here', async () => {
    expect((await server.inject('/version.json')).json()).toMatchObject({
      name: 'beredt',
      protocol: 1,
    })
  })

  test('metrics count by route and never by address', async () => {
    await server.inject('/tiltakskort/hemmelig')

    const { body, headers } = await server.inject('/metrics')

    expect(headers['content-type']).toContain('text/plain')
    expect(body).toMatch(
      /beredt_request_seconds_count\{method="GET",route="\/healthz",status="200"\} \d+/,
    )
    expect(body).not.toContain('hemmelig')
  })

  test('answers about people are stored by no cache', async () => {
    expect((await server.inject('/api/session')).headers['cache-control']).toBe('no-store')
  })
})

/** Sent at once; what `inject` answers is sent when somebody waits for it. */
async function call(request: string | InjectOptions) {
  return await faulty.inject(request)
}

// The last one: it fills the server until it lets go.
test('a busy server refuses lists first and entries last, at once and with a time to retry', async () => {
  const working = [0, 1, 2].map(() => call('/api/slow'))
  const open = call('/api/pokes')
  const pull = await call('/api/slow')
  const pushing = [0, 1].map(() => call({ method: 'POST', url: '/api/entries' }))
  const push = await call({ method: 'POST', url: '/api/entries' })
  const health = await call('/healthz')

  finishSlow()
  const done = await Promise.all([...working, ...pushing, open])
  const afterwards = await call('/api/slow')

  expect([pull.statusCode, push.statusCode, health.statusCode]).toEqual([503, 503, 200])
  expect(pull.json()).toMatchObject({ kind: 'busy' })
  expect(Number(pull.headers['retry-after'])).toBeGreaterThanOrEqual(2)
  expect(pull.headers['retry-after']).not.toBe(push.headers['retry-after'])
  expect(done.map((answer) => answer.statusCode)).toEqual(done.map(() => 200))
  expect(afterwards.statusCode).toBe(200)
})

test('a request whose client disconnects is no longer counted', async () => {
  const metrics = openMetrics()
  const quiet = await faultyServer(
    { admission: { ...usualLimits, requests: 1, pushes: 0 } },
    metrics,
  )
  const url = await quiet.listen({ port: 0 })
  const gone = new AbortController()
  const waiting = fetch(`${url}/api/never`, { signal: gone.signal })
  await expect
    .poll(async () => (await fetch(`${url}/api/quick`)).status, { timeout: 20_000 })
    .toBe(503)

  gone.abort()

  await expect(waiting).rejects.toThrow('aborted')
  await expect
    .poll(async () => (await fetch(`${url}/api/quick`)).status, { timeout: 20_000 })
    .toBe(200)
  expect(await metrics.text()).toContain('beredt_requests_in_flight 0\n')
})
