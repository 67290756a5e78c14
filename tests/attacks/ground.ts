import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantFromMilliseconds, plusMinutes } from '#domain/time/instant.ts'
import { openLog } from '#server/base/log.ts'
import { systemSources } from '#server/base/sources.ts'
import { openDatabase } from '#server/database/database.ts'
import { derivedPassword, loginUrls } from '#server/database/login-roles.ts'
import { usualLimits } from '#server/http/admission.ts'
import type { KeysPolicy } from '#server/keys/claim-server-keys.ts'
import { openServices } from '#server/open-services.ts'
import { buildServer } from '#server/server.ts'
import type { Services } from '#server/services.ts'
import { copyDatabase } from '../support/copy-database.ts'
import type { Parts } from './attack.ts'
import { type CrowdedServer, startCrowdedServer } from './crowded-server.ts'
import { type Town, foundTown } from './town.ts'

export type GroundServer = Awaited<ReturnType<typeof openServer>>

export type Weaken = (whole: Services) => Partial<Services>

/** Weakens nothing: a server of its own, for an attack in which time passes. */
export const alone: Weaken = () => ({})

/** Where an attack is run: a municipality of its own, on the one real server of all attacks or on another. */
export type Ground = {
  /** `weaken` makes a server of this town's own, with weaker parts and its own database. */
  town(weaken?: Weaken): Promise<Town>
  /** A server in a process of its own, for an attack on its speed and its memory. */
  crowded(parts: Parts): Promise<CrowdedServer>
}

/** `template`: the address of a migrated and empty database, which is copied. */
export function openGrounds(template: string) {
  let shared: Promise<GroundServer> | null = null
  return {
    /** The servers that the attack alone had end with it: they would go on projecting beside the others. */
    async visit<Outcome>(attack: (ground: Ground) => Promise<Outcome>): Promise<Outcome> {
      const own: GroundServer[] = []
      const processes: CrowdedServer[] = []
      const openOwn = async (weaken: Weaken) => {
        const server = await openServer(template, weaken)
        own.push(server)
        return server
      }
      try {
        return await attack({
          town: async (weaken) =>
            foundTown(
              await (weaken === undefined
                ? (shared ??= openServer(template, alone))
                : openOwn(weaken)),
            ),
          async crowded(parts) {
            const server = await startCrowdedServer(await copyDatabase(template), parts)
            processes.push(server)
            return server
          },
        })
      } finally {
        for (const server of own) await server.close()
        for (const server of processes) await server.stop()
      }
    },
    async close(): Promise<void> {
      await (await shared)?.close()
    },
  }
}

function openPool(url: string) {
  return openDatabase({ url, onConnectionLost: () => {}, maxConnections: 5 })
}

async function openServer(template: string, weaken: Weaken) {
  const dataDir = await mkdtemp(join(tmpdir(), 'beredt-attack-'))
  const server = await openGroundServer({ owner: await copyDatabase(template), dataDir }, weaken)
  return {
    ...server,
    async close() {
      await server.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

/** A server on a database and a data folder that may have been another server's before; it leaves both. */
export async function openGroundServer(
  { owner, dataDir }: { owner: string; dataDir: string },
  weaken: Weaken,
  keys: KeysPolicy = 'known',
) {
  const urls = { owner, ...loginUrls(owner, derivedPassword(owner)) }
  const [db, accounts] = [openPool(urls.server), { pool: openPool(urls.accounts) }]
  let now = instantFromMilliseconds(Date.parse('2026-11-23T11:00:00Z'))
  const sources = { ...systemSources, now: () => now }
  const whole: Services = {
    ...(await openServices({ db, accounts, dataDir, sources, keys })),
    // Passwords are no part of any attack here; a real hash would be most of the time of a run.
    passwords: {
      hash: (password: string) => Promise.resolve(password),
      matches: (password: string, hash: string | null) => Promise.resolve(password === hash),
    },
  }
  const services = { ...whole, ...weaken(whole) }
  const server = await buildServer(services, {
    log: openLog('silent', { write: () => {} }),
    publicUrl: null,
    securityWebhook: null,
    tls: null,
    clientFolders: [],
    admission: usualLimits,
    maxRequestsPerMinute: 100_000,
    metricsToken: null,
  })
  return {
    server,
    services,
    urls,
    now: sources.now,
    passMinutes(minutes: number) {
      now = plusMinutes(now, minutes)
    },
    async close() {
      await server.close()
      await db.destroy()
      await accounts.pool.destroy()
    },
  }
}
