import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Route, RouteAccess } from '#contract/routes.ts'
import type { SignedIn } from '../accounts/session-repository.ts'
import { Refused } from '../base/refused.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route as it is declared; missing for a request that matches none. */
    declared?: Route
  }
  interface FastifyRequest {
    /** The employee who sent it, after the access of a route that needs a session has been checked. */
    signedIn: SignedIn | null
  }
}

export type OpenCall = { request: FastifyRequest; reply: FastifyReply }
export type SignedInCall = OpenCall & { signedIn: SignedIn }

/** Answers a route that needs no session. */
export type OpenHandler = (call: OpenCall) => unknown
/** Answers a route whose access has been checked; `signedIn.scope` is for `withTenant`. */
export type SignedInHandler = (call: SignedInCall) => unknown

/** A handler for each route of a table. A missing handler, or one that reads a session without need, does not compile. */
export type RouteHandlers<Table extends Record<string, Route>> = {
  readonly [Name in keyof Table]: Table[Name]['access'] extends { kind: 'session' }
    ? SignedInHandler
    : OpenHandler
}

/**
 * Holds the server to its table of routes, and every request to the access of its route.
 *
 * Registering a route that is not in the table throws, a row without a handler keeps the server from starting, and
 * access is checked before the body is read and before any handler runs.
 */
export function guardRoutes(server: FastifyInstance, table: Readonly<Record<string, Route>>): void {
  const unhandled = new Set(Object.values(table))
  server.decorateRequest('signedIn', null)
  server.addHook('onRoute', (options) => {
    const methods = [options.method].flat()
    const declared = Object.values(table).find(
      ({ method, path }) =>
        path === options.url &&
        methods.every((one) => one === method || (one === 'HEAD' && method === 'GET')),
    )
    if (declared === undefined) {
      throw new Error(
        `${methods.join(', ')} ${options.url} declares no access in contract/routes.ts.`,
      )
    }
    unhandled.delete(declared)
    options.config = { ...options.config, declared }
  })
  server.addHook('onReady', (done) => {
    const paths = [...unhandled].map(({ method, path }) => `${method} ${path}`)
    if (paths.length === 0) done()
    else done(new Error(`Declared in contract/routes.ts and handled nowhere: ${paths.join(', ')}.`))
  })
  // After the rate limit and before the body is read: nobody without access can make the server read 20 MB.
  server.addHook('preParsing', async (request) => {
    if (request.is404) return
    const { declared } = request.routeOptions.config
    if (declared === undefined) throw new Refused('notAllowed')
    request.signedIn = await checkAccess(declared.access, request)
  })
}

async function checkAccess(access: RouteAccess, request: FastifyRequest): Promise<SignedIn | null> {
  switch (access.kind) {
    case 'public':
    case 'deviceSignature':
      return null
    case 'session': {
      const signedIn = await request.findSignedIn()
      if (signedIn === null) throw new Refused('signInNeeded')
      if (!access.roles.includes(signedIn.role)) throw new Refused('notAllowed')
      return signedIn
    }
  }
}

/** Registers the handler of each row of a table. */
export function serveRoutes(
  server: FastifyInstance,
  table: Readonly<Record<string, Route>>,
  handlers: Readonly<Record<string, SignedInHandler>>,
): void {
  for (const [name, handle] of Object.entries(handlers)) {
    const route = table[name]
    if (route === undefined) throw new Error(`${name} stands in no row of contract/routes.ts.`)
    const { method, path, maxBodyMegabytes = 1 } = route
    server.route({
      method,
      url: path,
      bodyLimit: maxBodyMegabytes * 1024 * 1024,
      handler: (request, reply) =>
        handle({
          request,
          reply,
          get signedIn() {
            if (request.signedIn === null) throw new Error(`${name} asks for no session.`)
            return request.signedIn
          },
        }),
    })
  }
}

/** Answers whether a request is for the API, however its address is spelled. */
export function isApiRequest(request: FastifyRequest): boolean {
  return request.routeOptions.config.declared?.path.startsWith('/api/') === true
}

/** Answers whether a request is a message of the sync protocol. */
export function isSyncRequest(request: FastifyRequest): boolean {
  return request.routeOptions.config.declared?.path.startsWith('/api/sync/') === true
}
