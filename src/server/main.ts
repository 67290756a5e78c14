import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { usualLimits } from './http/admission.ts'
import type { Environment } from './environment.ts'
import type { Seed } from './accounts/seed-municipality.ts'
import { prepareContent, type WayIn } from './first-content.ts'
import type { KeysOrigin, KeysPolicy } from './keys/claim-server-keys.ts'
import { buildServer } from './server.ts'
import { openSystem } from './system.ts'

export type RunningServer = {
  /** The address that people open. */
  url: string
  wayIn: WayIn
  keysOrigin: KeysOrigin
  close: () => Promise<void>
}

/**
 * Starts all parts of one server process, and closes them in the opposite order.
 *
 * `seed` is the demo for an empty database; null for a server without a demo.
 */
export async function runServer(
  environment: Environment,
  log: Logger,
  { clientFolder, seed, keys }: { clientFolder: string; seed: Seed | null; keys?: KeysPolicy },
): Promise<RunningServer> {
  const system = await openSystem(environment, log, keys)
  try {
    const wayIn = await prepareContent(system.services, { demo: environment.demo, seed })
    const server = await buildServer(system.services, {
      log,
      publicUrl: environment.publicUrl,
      securityWebhook: environment.securityWebhook,
      tls: environment.tls,
      clientFolders: [clientFolder, retiredClientFolder(environment.dataDir)].filter((folder) =>
        existsSync(folder),
      ),
      admission: usualLimits,
      maxRequestsPerMinute: 20_000,
      metricsToken: environment.metricsToken,
    })
    try {
      await server.listen({ host: environment.host, port: environment.port })
    } catch (error) {
      // The server uses the database already, which is closed next.
      await server.close()
      throw error
    }
    return {
      url: environment.publicUrl ?? localUrl(environment, server.server.address()),
      wayIn,
      keysOrigin: system.services.keysOrigin,
      async close() {
        const hurry = setTimeout(() => server.server.closeAllConnections(), 5_000)
        await server.close()
        clearTimeout(hurry)
        await system.close()
      },
    }
  } catch (error) {
    await system.close()
    throw error
  }
}

/** The folder for files of older versions of the app, which phones that have not updated still request. */
export function retiredClientFolder(dataDir: string): string {
  return join(dataDir, 'retired-client')
}

/** Uses `localhost`, which browsers treat as secure without TLS. */
function localUrl({ host, port, tls }: Environment, address: AddressInfo | string | null): string {
  // With PORT=0 the system chooses the port.
  const chosen = typeof address === 'object' && address !== null ? address.port : port
  const isLocal = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host)
  return `${tls === null ? 'http' : 'https'}://${isLocal ? 'localhost' : host}:${chosen}`
}
