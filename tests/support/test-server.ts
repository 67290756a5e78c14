import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { EmployeeId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import { instantFromMilliseconds, plusMinutes, type Instant } from '#domain/time/instant.ts'
import type { Role } from '#domain/base/role.ts'
import { createAccount } from '#server/accounts/create-account.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { openServices } from '#server/open-services.ts'
import { openLog } from '#server/base/log.ts'
import type { HttpSettings } from '#server/http/open-http-server.ts'
import { buildServer } from '#server/server.ts'
import type { Database } from '#server/database/database.ts'
import type { Services } from '#server/services.ts'
import { usualLimits } from '#server/http/admission.ts'
import { systemSources } from '#server/base/sources.ts'
import { cookieFrom } from './cookie-from.ts'
import { asOwnerOf, testDatabase, type TestUrls } from './test-database.ts'

export const testMunicipality = MunicipalityId.parse('testby')
export const testZones = ['nord-1', 'nord-2', 'sor-1'].map((zone) => ZoneId.parse(zone))
export const testPassword = 'riktig hest batteri'

export type TestServer = {
  server: FastifyInstance
  services: Services
  /** The addresses of its database. */
  urls: TestUrls
  /** What no part of the server may do in it. */
  owner: Database
  /** For a further server beside it, with routes of a test's own. */
  settings: HttpSettings
  /** The server's log, one line each. */
  logLines: string[]
  /** Moves the server's clock. */
  passMinutes: (minutes: number) => void
  now: () => Instant
}

/** A server on a database of this test file's own, with one municipality of three zones and nobody in it. */
export async function testServer(changed: Partial<HttpSettings> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beredt-server-'))
  let now = instantFromMilliseconds(Date.parse('2026-11-23T11:00:00Z'))
  const sources = { ...systemSources, now: () => now }
  const { db, accounts, urls } = await testDatabase()
  const services = await openServices({ db, accounts, dataDir, sources })
  const logLines: string[] = []
  const log = openLog('info', { write: (line) => void logLines.push(line) })
  const settings: HttpSettings = {
    log,
    publicUrl: null,
    securityWebhook: null,
    tls: null,
    clientFolders: [],
    admission: usualLimits,
    maxRequestsPerMinute: 100_000,
    metricsToken: null,
    ...changed,
  }
  const server = await buildServer(services, settings)
  await createMunicipality(accounts, {
    id: testMunicipality,
    name: 'Testby',
    hostName: null,
    sections: ['nord', 'sor'].map((id) => ({ id: SectionId.parse(id), name: id })),
    zones: testZones.map((id) => ({
      id,
      name: id,
      section: SectionId.parse(id.replace(/-\d$/, '')),
    })),
  })
  afterAll(async () => {
    await server.close()
    await rm(dataDir, { recursive: true })
  })
  return {
    server,
    services,
    urls,
    owner: asOwnerOf(urls),
    settings,
    logLines,
    passMinutes: (minutes) => {
      now = plusMinutes(now, minutes)
    },
    now: () => now,
  }
}

/** An account whose password is `testPassword`; answers with its id. */
export async function anAccount(
  { services }: TestServer,
  account: { username: string; role: Role; zones: readonly ZoneId[]; name?: string },
): Promise<EmployeeId> {
  return await createAccount(services, testMunicipality, {
    name: 'Kari Nordmann',
    ...account,
    password: testPassword,
    title: 'Sykepleier',
    hprNumber: null,
  })
}

/** Signs in and answers with the header that a browser would send from then on. */
export async function signIn(
  { server }: TestServer,
  username: string,
): Promise<{ cookie: string; 'sec-fetch-site': string }> {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { username, password: testPassword },
  })
  return { cookie: cookieFrom(answer.headers['set-cookie']), 'sec-fetch-site': 'same-origin' }
}
