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
import { registerJsonBodies } from './json-bodies.ts'
import { registerRequestLog } from './request-log.ts'
import { registerSessions, type Sessions } from './request-session.ts'
import { registerSecurityHeaders } from './security-headers.ts'
import { guardRoutes, isApiRequest, serveRoutes, type SignedInHandler } from './serve-routes.ts'
import { type AnswerSigner, registerSyncMessages } from './sync-message.ts'

export type HttpSettings = {
  log: FastifyBaseLogger
  /** The address that people type in the browser; null when the server is used on its own machine. */
  publicUrl: string | null
  tls: { cert: string; key: string } | null
  /** The built app, then files of older versions; empty when only the API is wanted. */
  clientFolders: readonly string[]
  admission: AdmissionLimits
  /** The limit for one network address, which a whole municipality may share. */
  maxRequestsPerMinute: number
  /** Whoever has it reads /metrics; null lets this machine alone read them. */
  metricsToken: string | null
  /** How often the server looks for new keys of its own; 5,000 when it is left out. */
  keysEveryMilliseconds?: number
  /** Where security events are sent; null for nowhere. */
  securityWebhook: string | null
}

/** Answers whether people reach this server over TLS, its own or a proxy's. */
export function isSecure({ tls, publicUrl }: HttpSettings): boolean {
  return tls !== null || publicUrl?.startsWith('https:') === true
}

/** Opens a server that answers a table of routes and nothing else, with everything that applies to all requests. */
export async function openHttpServer(
  settings: HttpSettings,
  served: {
    routes: Readonly<Record<string, Route>>
    handlers: Readonly<Record<string, SignedInHandler>>
    sessions: Sessions
    /** Signs the answers of the sync protocol. */
    signer: AnswerSigner
    metrics: Metrics
  },
): Promise<FastifyInstance> {
  const secure = isSecure(settings)
  const server: FastifyInstance = fastify({
    loggerInstance: settings.log,
    // `registerRequestLog` writes its own lines: Fastify's contain addresses, which may contain search words.
    logController: new LogController({ disableRequestLogging: true }),
    // Only a proxy on this machine may state the client's address.
    trustProxy: 'loopback',
    serverFactory: (handler) => listener(handler, settings.tls),
  })
  registerErrorHandler(server)
  registerMetrics(server, served.metrics)
  registerRequestLog(server)
  guardRoutes(server, served.routes)
  registerAdmission(server, settings.admission, served.metrics)
  await registerSecurityHeaders(server, { secure })
  registerCrossSiteDefence(server, settings.publicUrl)
  await server.register(rateLimit, { max: settings.maxRequestsPerMinute, timeWindow: '1 minute' })
  await server.register(cookie)
  await server.register(compress)
  registerSyncMessages(server, served.signer)
  registerJsonBodies(server)
  registerImportBodies(server)
  registerSessions(server, served.sessions, { secure })
  registerNoStore(server)
  serveRoutes(server, served.routes, served.handlers)
  await registerClientFiles(server, settings.clientFolders)
  return server
}

/** Forbids caches to store answers about people. */
function registerNoStore(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (isApiRequest(request)) reply.header('cache-control', 'no-store')
    done()
  })
}

/** Fastify reads a request's body, and `open-bodies.ts` says how long that may take: this ends only what that does not see. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 600_000,
  connectionsCheckingInterval: 2_000,
  // Longer than a proxy keeps a connection, so that no proxy sends a request on a connection that is closing.
  keepAliveTimeout: 75_000,
}

function listener(handler: Parameters<typeof createServer>[1], tls: HttpSettings['tls']): Server {
  return tls === null
    ? createServer(timeouts, handler)
    : createSecureServer({ ...timeouts, ...tls }, handler)
}
