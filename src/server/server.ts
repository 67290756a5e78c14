import type { FastifyInstance } from 'fastify'
import { openMetrics } from './base/metrics.ts'
import { listColumnMappingsRoute, saveColumnMappingRoute } from './routes/column-mappings.ts'
import { routes } from '#contract/routes.ts'
import { Refused } from './base/refused.ts'
import { type HttpSettings, isSecure, openHttpServer } from './http/open-http-server.ts'
import type { RouteHandlers } from './http/serve-routes.ts'
import { openProjection } from './projection/run-projection.ts'
import { sealOpener } from './projection/seal-opener.ts'
import { decideDeviceRequestRoute, listDeviceRequestsRoute } from './routes/device-requests.ts'
import { enrolDeviceRoute } from './routes/enrol-device.ts'
import { readHealthRoute } from './routes/health.ts'
import { listStreamsRoute } from './routes/list-streams.ts'
import { readMetricsRoute } from './routes/metrics.ts'
import {
  readMunicipalitySettingsRoute,
  saveMunicipalitySettingsRoute,
} from './routes/municipality-settings.ts'
import { previewImportRoute } from './routes/preview-import.ts'
import { pullStreamRoute } from './routes/pull-stream.ts'
import { pushEntriesRoute } from './routes/push-entries.ts'
import { readSessionRoute } from './routes/read-session.ts'
import { redeemInvitationRoute } from './routes/redeem-invitation.ts'
import { reserveBinderCopyRoute } from './routes/reserve-binder-copy.ts'
import { restoreImportRoute } from './routes/restore-import.ts'
import { signInRoute } from './routes/sign-in.ts'
import { signOutRoute } from './routes/sign-out.ts'
import { takeImportRoute } from './routes/take-import.ts'
import { readVersionRoute } from './routes/version.ts'
import type { Services } from './services.ts'

/** The whole server, ready to listen. */
export async function buildServer(
  services: Services,
  settings: HttpSettings,
): Promise<FastifyInstance> {
  const { db, keys, sources, imports } = services
  const cookie = { secure: isSecure(settings) }
  const metrics = openMetrics()
  const projection = openProjection({
    db,
    seals: sealOpener(keys.sealing),
    now: sources.now,
    onFault: (fault) => settings.log.error({ err: fault }, 'projection failed'),
    onAwaitingKeys(municipality, awaiting) {
      if (!metrics.awaitingKeys(municipality, awaiting)) return
      for (const { keyId, entries } of awaiting) {
        const fields = { municipality, keyId, count: entries }
        settings.log.warn(fields, 'entries wait for a key that is not here')
      }
    },
  })
  const handlers: RouteHandlers<Omit<typeof routes, 'readClientFile'>> = {
    signIn: signInRoute(services, cookie),
    signOut: signOutRoute(services, cookie),
    redeemInvitation: redeemInvitationRoute(services, cookie),
    readSession: readSessionRoute(services),
    enrolDevice: enrolDeviceRoute(services),
    listDeviceRequests: listDeviceRequestsRoute(services),
    decideDeviceRequest: decideDeviceRequestRoute(services),
    readMunicipalitySettings: readMunicipalitySettingsRoute(services),
    saveMunicipalitySettings: saveMunicipalitySettingsRoute(services),
    listStreams: listStreamsRoute(services),
    pullStream: pullStreamRoute(services),
    pushEntries: pushEntriesRoute(services, projection),
    previewImport: previewImportRoute(imports),
    takeImport: takeImportRoute(imports),
    restoreImport: restoreImportRoute(imports),
    listColumnMappings: listColumnMappingsRoute(services),
    saveColumnMapping: saveColumnMappingRoute(services),
    reserveBinderCopy: reserveBinderCopyRoute(services),
    unknownMessage: () => {
      throw new Refused('notFound')
    },
    readHealth: readHealthRoute(services),
    readMetrics: readMetricsRoute(metrics),
    readVersion: readVersionRoute(),
  }
  const server = await openHttpServer(settings, { routes, handlers, sessions: services, metrics })
  server.addHook('onReady', (done) => {
    projection.start()
    done()
  })
  server.addHook('onClose', () => projection.stop())
  return server
}
