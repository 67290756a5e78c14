import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { type AdmissionLimits, registerAdmission } from './http/admission.ts'
import { registerClientFiles } from './http/client-files.ts'
import { registerCrossSiteDefence } from './http/cross-site.ts'
import { registerErrorHandler } from './http/error-handler.ts'
import { type Metrics, openMetrics, registerMetrics } from './base/metrics.ts'
import { registerSessions } from './http/request-session.ts'
import { columnMappingsRoute } from './routes/column-mappings.ts'
import { enrolDeviceRoute } from './routes/enrol-device.ts'
import { healthRoute } from './routes/health.ts'
import { previewImportRoute, registerImportBodies } from './routes/preview-import.ts'
import { listStreamsRoute } from './routes/list-streams.ts'
import { pullStreamRoute } from './routes/pull-stream.ts'
import { pushEntriesRoute } from './routes/push-entries.ts'
import { readSessionRoute } from './routes/read-session.ts'
import { redeemInvitationRoute } from './routes/redeem-invitation.ts'
import { reserveBinderCopyRoute } from './routes/reserve-binder-copy.ts'
import { restoreImportRoute } from './routes/restore-import.ts'
import { signInRoute } from './routes/sign-in.ts'
import { signOutRoute } from './routes/sign-out.ts'
import { takeImportRoute } from './routes/take-import.ts'
import { versionRoute } from './routes/version.ts'
import { openProjection } from './projection/run-projection.ts'
import { sealOpener } from './projection/seal-opener.ts'
import { registerSecurityHeaders } from './http/security-headers.ts'
import type { Services } from './services.ts'
import { registerSyncMessages } from './http/sync-message.ts'

export type ServerSettings = {
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

const mebibyte = 1024 * 1024

/** The whole server, ready to listen. */
export async function buildServer(
  services: Services,
  settings: ServerSettings,
): Promise<FastifyInstance> {
  const secure = settings.tls !== null || settings.publicUrl?.startsWith('https:') === true
  const server: FastifyInstance = fastify({
    loggerInstance: settings.log,
    // Own lines below: Fastify's hold addresses, which may hold what a person searched for.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: mebibyte,
    // Only a proxy on this machine may say whom it asks for.
    trustProxy: 'loopback',
    serverFactory: (handler) => listener(handler, settings.tls),
  })
  const metrics = openMetrics()
  registerErrorHandler(server)
  registerMetrics(server, metrics)
  registerRequestLog(server)
  registerAdmission(server, settings.admission, metrics)
  await registerSecurityHeaders(server, { secure })
  registerCrossSiteDefence(server, settings.publicUrl)
  await server.register(rateLimit, { max: settings.mostRequestsPerMinute, timeWindow: '1 minute' })
  await server.register(cookie)
  await server.register(compress)
  registerSessions(server, services, { secure })
  registerRoutes(server, services, { secure })
  registerSyncRoutes(server, services, metrics)
  await registerClientFiles(server, settings.clientFolders)
  return server
}

/** One line here for each file in `routes/`. */
function registerRoutes(
  server: FastifyInstance,
  services: Services,
  cookie: { secure: boolean },
): void {
  // Answers about people are kept by nobody on the way.
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    done()
  })
  healthRoute(server, services)
  versionRoute(server)
  signInRoute(server, services, cookie)
  signOutRoute(server, services, cookie)
  readSessionRoute(server, services)
  registerImportBodies(server)
  previewImportRoute(server, services)
  takeImportRoute(server, services)
  restoreImportRoute(server, services)
  columnMappingsRoute(server, services)
  redeemInvitationRoute(server, services, cookie)
  reserveBinderCopyRoute(server, services)
}

function registerSyncRoutes(server: FastifyInstance, services: Services, metrics: Metrics): void {
  const { db, keys, sources } = services
  const projection = openProjection({
    db,
    seals: sealOpener(keys.sealing),
    now: sources.now,
    onFault: (fault) => server.log.error({ err: fault }, 'projection failed'),
    onAwaitingKeys(municipality, awaiting) {
      if (!metrics.awaitingKeys(municipality, awaiting)) return
      for (const { keyId, entries } of awaiting) {
        const fields = { municipality, keyId, count: entries }
        server.log.warn(fields, 'entries wait for a key that is not here')
      }
    },
  })
  server.addHook('onReady', (done) => {
    projection.start()
    done()
  })
  server.addHook('onClose', () => projection.stop())
  registerSyncMessages(server)
  enrolDeviceRoute(server, services)
  listStreamsRoute(server, services)
  pullStreamRoute(server, services)
  pushEntriesRoute(server, services, projection)
}

function registerRequestLog(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    const milliseconds = Math.round(reply.elapsedTime)
    request.log.info(
      { method: request.method, route, status: reply.statusCode, milliseconds },
      'answered',
    )
    done()
  })
}

function listener(handler: Parameters<typeof createServer>[1], tls: ServerSettings['tls']): Server {
  const server = tls === null ? createServer(handler) : createSecureServer(tls, handler)
  server.requestTimeout = 60_000
  // Longer than a proxy keeps its own, so that none sends a request into a connection that is closing.
  server.keepAliveTimeout = 75_000
  return server
}
