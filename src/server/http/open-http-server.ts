import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Route } from '#contract/routes.ts'
import { registerMetrics, type Metrics } from '../base/metrics.ts'
import { registerAdmission, type AdmissionLimits } from './admission.ts'
import { registerClientFiles } from './client-files.ts'
import { registerCrossSiteDefence } from './cross-site.ts'
import { registerErrorHandler } from './error-handler.ts'
import { registerImportBodies } from './import-bodies.ts'
import { registerRequestLog } from './request-log.ts'
import { registerSessions, type Sessions } from './request-session.ts'
import { registerSecurityHeaders } from './security-headers.ts'
import { guardRoutes, isApiRequest, serveRoutes, type SignedInHandler } from './serve-routes.ts'
import { registerSyncMessages } from './sync-message.ts'

export type HttpSettings = {
  log: FastifyBaseLogger
  /** What people type to get here; null on the machine itself. */
  publicUrl: string | null
  tls: { cert: string; key: string } | null
  /** The built app, then parts of older versions; none where only the API is wanted. */
  clientFolders: readonly string[]
  admission: AdmissionLimits
  /** From one network address; a whole municipality may share one. */
  mostRequestsPerMinute: number
}

/** Whether people reach this server over TLS, ours or a proxy's. */
export function isSecure({ tls, publicUrl }: HttpSettings): boolean {
  return tls !== null || publicUrl?.startsWith('https:') === true
}

/** A server that answers what stands in a table of routes and nothing else, with all that holds for every request. */
export async function openHttpServer(
  settings: HttpSettings,
  served: {
    routes: Readonly<Record<string, Route>>
    handlers: Readonly<Record<string, SignedInHandler>>
    sessions: Sessions
    metrics: Metrics
  },
): Promise<FastifyInstance> {
  const secure = isSecure(settings)
  const server: FastifyInstance = fastify({
    loggerInstance: settings.log,
    // Own lines below: Fastify's hold addresses, which may hold what a person searched for.
    logController: new LogController({ disableRequestLogging: true }),
    // Only a proxy on this machine may say whom it asks for.
    trustProxy: 'loopback',
    serverFactory: (handler) => listener(handler, settings.tls),
  })
  registerErrorHandler(server)
  registerMetrics(server, served.metrics)
  registerRequestLog(server)
  registerAdmission(server, settings.admission, served.metrics)
  await registerSecurityHeaders(server, { secure })
  registerCrossSiteDefence(server, settings.publicUrl)
  await server.register(rateLimit, { max: settings.mostRequestsPerMinute, timeWindow: '1 minute' })
  await server.register(cookie)
  await server.register(compress)
  registerSyncMessages(server)
  registerImportBodies(server)
  registerSessions(server, served.sessions, { secure })
  registerNoStore(server)
  guardRoutes(server, served.routes)
  serveRoutes(server, served.routes, served.handlers)
  await registerClientFiles(server, settings.clientFolders)
  return server
}

/** Answers about people are kept by nobody on the way. */
function registerNoStore(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (isApiRequest(request)) reply.header('cache-control', 'no-store')
    done()
  })
}

function listener(handler: Parameters<typeof createServer>[1], tls: HttpSettings['tls']): Server {
  const server = tls === null ? createServer(handler) : createSecureServer(tls, handler)
  server.requestTimeout = 60_000
  // Longer than a proxy keeps its own, so that none sends a request into a connection that is closing.
  server.keepAliveTimeout = 75_000
  return server
}
