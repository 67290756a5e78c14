import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLog } from '#server/base/log.ts'
import { systemSources } from '#server/base/sources.ts'
import { openAccountsDatabase, openDatabase } from '#server/database/database.ts'
import { derivedPassword, loginUrls } from '#server/database/login-roles.ts'
import { usualLimits } from '#server/http/admission.ts'
import { openServices } from '#server/open-services.ts'
import { buildServer } from '#server/server.ts'
import {
  countingPasswords,
  noLimits,
  registerFormerAdmission,
  withoutTurns,
} from './former-admission.ts'
import { foundTown, north } from './town.ts'

/**
 * A server with one town and one nurse in a process of its own, so that its memory and its event loop are those of the
 * server alone. Arguments: the address of its database, and `whole` or `weakened`. Each message is answered with the
 * memory that it holds and with how many passwords it has looked at together.
 */
const [databaseUrl = '', parts] = process.argv.slice(2)
const dataDir = await mkdtemp(join(tmpdir(), 'beredt-attack-'))
const urls = { owner: databaseUrl, ...loginUrls(databaseUrl, derivedPassword(databaseUrl)) }
const onConnectionLost = () => {}
const db = openDatabase({ url: urls.server, onConnectionLost })
const accounts = openAccountsDatabase({ url: urls.accounts, onConnectionLost })
const whole = await openServices({ db, accounts, dataDir, sources: systemSources })
const passwords = countingPasswords(parts === 'weakened' ? withoutTurns : whole.passwords)
const services = { ...whole, passwords: passwords.hasher }
const server = await buildServer(services, {
  log: openLog('silent', { write: () => {} }),
  publicUrl: null,
  tls: null,
  clientFolders: [],
  admission: parts === 'weakened' ? noLimits : usualLimits,
  maxRequestsPerMinute: 1_000_000,
  metricsToken: null,
  securityWebhook: null,
})
if (parts === 'weakened') registerFormerAdmission(server)
const none = () => Promise.resolve()
const ground = {
  server,
  services,
  urls,
  now: systemSources.now,
  passMinutes: () => {},
  close: none,
}
const town = await foundTown(ground)
const nina = await town.hire('Nina Dahl', 'nurse', [north])
await town.put('nord-1/critical', 'a', { text: 'Varm og mett' }, 'prove@1')
const url = await server.listen({ port: 0, host: '127.0.0.1' })

process.on('message', () => {
  process.send?.({ rss: process.memoryUsage.rss(), passwordsAtOnce: passwords.most() })
})
process.once('disconnect', () => {
  server.server.closeAllConnections()
  void server
    .close()
    .then(() => Promise.all([db.destroy(), accounts.pool.destroy()]))
    .then(() => rm(dataDir, { recursive: true }))
    .finally(() => process.exit(0))
})
process.send?.({ url, headers: nina.headers, stream: town.stream('nord-1/critical') })
