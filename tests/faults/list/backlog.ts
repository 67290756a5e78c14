import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { openLog } from '#server/base/log.ts'
import { systemSources } from '#server/base/sources.ts'
import { derivedPassword, loginUrls } from '#server/database/login-roles.ts'
import { usualLimits } from '#server/http/admission.ts'
import { buildServer } from '#server/server.ts'
import { openSystem } from '#server/system.ts'
import { aNote, issueForm } from '../../attacks/a-note.ts'
import { aChangedApp } from '../../attacks/changed-app.ts'
import { foundTown, north } from '../../attacks/town.ts'
import { askSuperuser, ownerUrlOf } from '../../support/embedded-database.ts'
import { startServer } from '../../support/loaded-server.ts'
import type { Fault } from '../fault.ts'

const phones = 10
const perPhone = 200
const perPush = 50
const all = phones * perPhone

const none = () => Promise.resolve()
const log = openLog('silent', { write: () => {} })

function openFolder(dataDir: string) {
  return openSystem({ dataDir, databaseUrl: null, databaseOwnerUrl: null }, log)
}

/** Leaves entries of several phones in the inbox of a folder, by a server that holds no key to open them. */
async function leaveBacklog(dataDir: string): Promise<void> {
  const system = await openFolder(dataDir)
  const projection = { seals: { keyIds: [], open: () => Promise.resolve(null) } }
  const services = { ...system.services, projection }
  const server = await buildServer(services, {
    log,
    publicUrl: null,
    tls: null,
    clientFolders: [],
    admission: usualLimits,
    maxRequestsPerMinute: 1_000_000,
    metricsToken: null,
    securityWebhook: null,
  })
  const owner = ownerUrlOf(dataDir)
  const urls = { owner, ...loginUrls(owner, derivedPassword(owner)) }
  const ground = {
    server,
    services,
    urls,
    now: systemSources.now,
    passMinutes: () => {},
    close: none,
  }
  const town = await foundTown(ground)
  await issueForm(town)
  for (let phone = 0; phone < phones; phone += 1) {
    const nurse = await town.hire(`Nurse ${phone}`, 'nurse', [north])
    const app = await aChangedApp(town, nurse)
    for (let sent = 0; sent < perPhone; sent += perPush) {
      const entries = []
      for (let n = 0; n < perPush; n += 1) entries.push(await app.seal(aNote(nurse)))
      const { statusCode } = await app.push(entries)
      if (statusCode !== 200) throw new Error(`The entries were not taken: ${statusCode}`)
    }
  }
  await server.close()
  await system.close()
}

const Effects = z.object({ applied: z.number(), notes: z.number(), swapped: z.number() })

/** How many entries have had their effect, and how many notes the zone's phones get. */
async function countEffects(dataDir: string) {
  const [counted] = await askSuperuser(
    dataDir,
    `select
      (select count(*)::integer from inbox where projected = 'applied') as applied,
      (select count(*)::integer from stream_doc where stream_id like '%/nord-1/journal' and not deleted) as notes,
      (select count(*)::integer from inbox a join inbox b on b.device_id = a.device_id and b.n = a.n + 1
        where b.notice_cursor < a.notice_cursor) as swapped`,
  )
  return Effects.parse(counted)
}

async function run() {
  const dataDir = await mkdtemp(join(tmpdir(), 'beredt-fault-'))
  try {
    await leaveBacklog(dataDir)
    // Keeps the database when the server ends.
    const watching = await openFolder(dataDir)
    const stopped = await startServer(dataDir)
    const gone = once(stopped.process, 'exit')
    while ((await countEffects(dataDir)).applied < all / 10) await pause(20)
    const asked = performance.now()
    stopped.process.kill('SIGTERM')
    await gone
    const seconds = (performance.now() - asked) / 1000
    const before = await countEffects(dataDir)
    const next = await startServer(dataDir)
    const nextGone = once(next.process, 'exit')
    const begun = performance.now()
    let after = await countEffects(dataDir)
    while (after.applied < all && performance.now() - begun < 120_000) {
      await pause(50)
      after = await countEffects(dataDir)
    }
    const perSecond = (after.applied - before.applied) / ((performance.now() - begun) / 1000)
    next.process.kill('SIGTERM')
    await nextGone
    await watching.close()
    const isWhole = after.applied === all && after.notes === all && after.swapped === 0
    return {
      survived: seconds < 10 && stopped.process.exitCode === 0 && isWhole,
      now:
        `${before.applied} of ${all} entries had had their effect when it ended, ${seconds.toFixed(1)} s after ` +
        `SIGTERM; the next one did the rest, ${Math.round(perSecond)} a second. ${after.notes} of ${all} notes ` +
        `are in the journal, ${after.swapped} out of their phone's order.`,
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

export const stoppedWithBacklog: Fault = {
  name: 'stopped-with-backlog',
  about: `A server that has ${all} entries of ${phones} phones to project is told to end.`,
  before: '25 to 84 entries a second.',
  run,
}
