import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { usualLimits } from './http/admission.ts'
import type { Environment } from './environment.ts'
import type { Seed } from './accounts/seed-municipality.ts'
import { prepareContent, type WayIn } from './first-content.ts'
import { buildServer } from './server.ts'
import { openSystem } from './system.ts'

export type RunningServer = {
  /** Where people find it. */
  url: string
  wayIn: WayIn
  close: () => Promise<void>
}

/**
 * Starts everything that one server process is made of, and closes it again in the opposite order.
 *
 * `seed` is the demo, for an empty database; null where there must be none.
 */
export async function runServer(
  environment: Environment,
  log: Logger,
  { clientFolder, seed }: { clientFolder: string; seed: Seed | null },
): Promise<RunningServer> {
  const system = await openSystem(environment, log)
  try {
    const wayIn = await prepareContent(system.services, { demo: environment.demo, seed })
    const server = await buildServer(system.services, {
      log,
      publicUrl: environment.publicUrl,
      tls: environment.tls,
      clientFolders: [clientFolder, retiredClientFolder(environment.dataDir)].filter((folder) =>
        existsSync(folder),
      ),
      admission: usualLimits,
      mostRequestsPerMinute: 20_000,
    })
    try {
      await server.listen({ host: environment.host, port: environment.port })
    } catch (error) {
      // It works on the database already, which goes next.
      await server.close()
      throw error
    }
    return {
      url: environment.publicUrl ?? localUrl(environment, server.server.address()),
      wayIn,
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

/** Parts of older versions of the app, which phones that have not updated still ask for. */
export function retiredClientFolder(dataDir: string): string {
  return join(dataDir, 'retired-client')
}

/** `localhost` is what browsers treat as secure without TLS, whatever the address listened on. */
function localUrl({ host, port, tls }: Environment, address: AddressInfo | string | null): string {
  // PORT=0 lets the system choose.
  const chosen = typeof address === 'object' && address !== null ? address.port : port
  const isLocal = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host)
  return `${tls === null ? 'http' : 'https'}://${isLocal ? 'localhost' : host}:${chosen}`
}
