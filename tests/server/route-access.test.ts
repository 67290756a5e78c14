import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { importContentType } from '#contract/imports/preview-import.ts'
import { protocolHeader } from '#contract/protocol.ts'
import { routes, type Route, type RouteAccess } from '#contract/routes.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import { Role } from '#domain/base/role.ts'
import { answerSigner } from '#server/keys/answer-signer.ts'
import { openMetrics } from '#server/base/metrics.ts'
import { usualLimits } from '#server/http/admission.ts'
import { openHttpServer } from '#server/http/open-http-server.ts'
import type { RouteHandlers, SignedInCall } from '#server/http/serve-routes.ts'
import { anAccount, testMunicipality, testServer, testZones } from '../support/test-server.ts'

const bench = await testServer()
const { server, services } = bench
const employees = new Map<Role, EmployeeId>()
for (const role of Role.options) {
  employees.set(role, await anAccount(bench, { username: role, role, zones: testZones }))
}

/** What a browser sends with a session of its own; the routes that end one end only that. */
async function headersOf(employee: EmployeeId | undefined): Promise<Record<string, string>> {
  const site = { 'sec-fetch-site': 'same-origin' }
  if (employee === undefined) return site
  return { ...site, cookie: `beredt=${await services.sessions.start(testMunicipality, employee)}` }
}

/** Whether a request came as far as its handler, which then finds nothing to read in it. */
async function verdict(
  { method, path }: Route,
  employee: EmployeeId | undefined,
): Promise<'handled' | 'signInNeeded' | 'notAllowed'> {
  const url = path.replace('*', 'noe')
  const answer = await server.inject({ method, url, headers: await headersOf(employee) })
  if (answer.statusCode === 401) return 'signInNeeded'
  return answer.statusCode === 403 ? 'notAllowed' : 'handled'
}

describe.each(Object.entries<Route>(routes))('%s', (_name, route) => {
  const { access } = route

  test.each(Role.options)('is for a %s as the table says', async (role) => {
    const found = await verdict(route, employees.get(role))

    const isServed = access.kind !== 'session' || access.roles.includes(role)
    expect(found).toBe(isServed ? 'handled' : 'notAllowed')
  })

  test('is for somebody without a session as the table says', async () => {
    const found = await verdict(route, undefined)

    expect(found).toBe(access.kind === 'session' ? 'signInNeeded' : 'handled')
  })
})

test('a role that no list names has nothing but what everybody has', async () => {
  const employee = await anAccount(bench, { username: 'vikar', role: 'nurse', zones: testZones })
  await sql`update account set role = 'vikar' where account_id = ${employee}`.execute(bench.owner)

  const served: string[] = []
  for (const [name, route] of Object.entries<Route>(routes)) {
    if ((await verdict(route, employee)) === 'handled') served.push(name)
  }

  const open = Object.entries<Route>(routes).filter(([, { access }]) => access.kind !== 'session')
  expect(served).toEqual(open.map(([name]) => name))
})

describe('the server refuses', () => {
  test('a route that declares no access', async () => {
    const fresh = await testServer()

    expect(() => fresh.server.get('/api/undeclared', () => ({}))).toThrow(
      'GET /api/undeclared declares no access',
    )
  })

  test('another method of a path that is declared', async () => {
    const fresh = await testServer()

    expect(() => fresh.server.delete(routes.readSession.path, () => ({}))).toThrow(
      'DELETE /api/session declares no access',
    )
  })

  test('to start with a declared route that nobody handles', async () => {
    const fresh = await serverOf({
      forgotten: { method: 'POST', path: '/api/forgotten', access: { kind: 'public' } },
      files: routes.readClientFile,
    })

    await expect(fresh.ready()).rejects.toThrow('handled nowhere: POST /api/forgotten')
  })
})

describe('what does not compile', () => {
  const table = {
    openRoute: { method: 'GET', path: '/api/open', access: { kind: 'public' } },
    leaders: { method: 'GET', path: '/api/led', access: { kind: 'session', roles: ['hdu'] } },
  } as const satisfies Record<string, Route>

  test('a declared route without a handler', () => {
    // @ts-expect-error leaders has none.
    const handlers: RouteHandlers<typeof table> = { openRoute: () => ({}) }

    expect(Object.keys(handlers)).toEqual(['openRoute'])
  })

  test('reading a session where none is required', () => {
    const handlers: RouteHandlers<typeof table> = {
      // @ts-expect-error There is no signedIn in an open call.
      openRoute: ({ signedIn }: SignedInCall) => signedIn.zones,
      leaders: ({ signedIn }) => signedIn.zones,
    }

    expect(Object.keys(handlers)).toEqual(Object.keys(table))
  })

  test('a role that there is none of', () => {
    // @ts-expect-error Nobody is a vikar.
    const access: RouteAccess = { kind: 'session', roles: ['vikar'] }

    expect(access.kind).toBe('session')
  })
})

async function serverOf(table: Record<string, Route>): Promise<FastifyInstance> {
  const opened = await openHttpServer(bench.settings, {
    routes: table,
    handlers: {},
    sessions: services,
    signer: answerSigner(services.keys),
    metrics: openMetrics(),
  })
  afterAll(() => opened.close())
  return opened
}

describe('an address that is spelled otherwise', () => {
  test.each(['/%61pi/session', '/api/%73ession', '/api/session?a=/healthz'])(
    '%s is judged as the route that it reaches',
    async (url) => {
      const answer = await server.inject({ url })

      expect(answer.statusCode).toBe(401)
      expect(answer.headers['cache-control']).toBe('no-store')
    },
  )

  test('of a sync message has the headers of a sync answer', async () => {
    const answer = await server.inject({ method: 'POST', url: '/%61pi/sync/pull' })

    expect(answer.statusCode).toBe(401)
    expect(answer.headers[protocolHeader]).toBe('1')
  })

  test('of no message is not found', async () => {
    const answer = await server.inject({ url: '/%61pi/noe', headers: { accept: 'text/html' } })

    expect(answer.json()).toMatchObject({ kind: 'notFound' })
  })

  test('takes its place among those that are worked on', async () => {
    const full = await testServer({ admission: { ...usualLimits, requests: 0, pushes: 0 } })

    const answer = await full.server.inject({ url: '/%61pi/session' })

    expect(answer.statusCode).toBe(503)
  })
})

test('nothing of a message is read before access is checked', async () => {
  const answer = await server.inject({
    method: 'POST',
    url: routes.enrolDevice.path,
    headers: { 'content-type': 'application/json' },
    payload: '{"broken',
  })

  expect(answer.json()).toMatchObject({ kind: 'signInNeeded' })
})

test('HEAD asks for the same access as GET', async () => {
  const answer = await server.inject({ method: 'HEAD', url: routes.readSession.path })

  expect(answer.statusCode).toBe(401)
})

test('a whole file without a session is answered with the refusal that sign-in is needed', async () => {
  const fresh = await testServer()
  const address = await fresh.server.listen({ port: 0 })

  const answer = await fetch(`${address}${routes.previewImport.path}?section=nord&fileName=a.csv`, {
    method: 'POST',
    headers: { 'content-type': importContentType },
    body: new Uint8Array(15 * 1024 * 1024),
  })

  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ kind: 'signInNeeded' })
})
