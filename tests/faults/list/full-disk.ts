import { execFile } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { z } from 'zod'
import { importContentType } from '#contract/imports/preview-import.ts'
import { PullStreamAnswer } from '#contract/pull-stream.ts'
import { ServerRefusal } from '#contract/refusal.ts'
import { routes } from '#contract/routes.ts'
import { openLog } from '#server/base/log.ts'
import { systemSources } from '#server/base/sources.ts'
import { derivedPassword, loginUrls } from '#server/database/login-roles.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { usualLimits } from '#server/http/admission.ts'
import { openDatabaseServer } from '#server/postgres/database-server.ts'
import { postgresUser } from '#server/postgres/system-user.ts'
import { buildServer } from '#server/server.ts'
import { openSystem } from '#server/system.ts'
import { aNote, issueForm } from '../../attacks/a-note.ts'
import { aChangedApp } from '../../attacks/changed-app.ts'
import { foundTown, north, second, type Town } from '../../attacks/town.ts'
import { listHeader, twelveRows } from '../../support/list-rows.ts'
import { ownerUrlOf } from '../../support/embedded-database.ts'
import type { Fault, Outcome } from '../fault.ts'

const call = promisify(execFile)
const log = openLog('silent', { write: () => {} })
const none = () => Promise.resolve()
const diskMegabytes = 64
const perPush = 50
/** How long an answer about health counts, in milliseconds, and a little. */
const healthCounts = 5_500

/** A disk of its own for the database's tables; the log of PostgreSQL lies beside it, on one that has room. */
async function withSmallDisk(work: (disk: string, dataDir: string) => Promise<Outcome>) {
  const disk = await mkdtemp(join(tmpdir(), 'beredt-disk-'))
  const dataDir = await mkdtemp(join(tmpdir(), 'beredt-fault-'))
  // Needs root, as making a file system does.
  await call('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m,mode=0755`, 'tmpfs', disk])
  try {
    const user = await postgresUser()
    if (user !== null) await chown(disk, user.uid, user.gid)
    return await work(disk, dataDir)
  } finally {
    await call('umount', ['--lazy', disk])
    await rm(disk, { recursive: true, force: true })
    await rm(dataDir, { recursive: true, force: true })
  }
}

const Previewed = z.object({ preview: z.string() })

/** Moves the empty database there before anybody uses it. */
async function moveDatabase(dataDir: string, disk: string): Promise<void> {
  const server = await openDatabaseServer({ dataDir, databaseUrl: null })
  const address = new URL(server.url)
  address.pathname = '/postgres'
  const client = new Client({ connectionString: address.href })
  await client.connect()
  try {
    await client.query(`create tablespace small location '${disk}'`)
    await client.query('alter database beredt set tablespace small')
  } finally {
    await client.end()
    await server.close()
  }
}

/** Takes what is left of the disk but for a few pages. */
async function fill(disk: string): Promise<() => Promise<void>> {
  const filler = join(disk, 'filler')
  await call('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4096']).catch((error: unknown) => {
    if (!String(error).includes('No space left')) throw error
  })
  await call('truncate', ['--size=-512K', filler])
  return () => rm(filler)
}

function serve(services: Awaited<ReturnType<typeof openSystem>>['services']) {
  return buildServer(services, {
    log,
    publicUrl: null,
    tls: null,
    clientFolders: [],
    admission: usualLimits,
    maxRequestsPerMinute: 1_000_000,
    metricsToken: null,
    securityWebhook: null,
  })
}

type Answer = { statusCode: number; body: string }

/** Whether it was refused for the full disk, with words and a time to come again. */
function isToldOf({ statusCode, body }: Answer): boolean {
  const { data } = ServerRefusal.safeParse(JSON.parse(body))
  return (
    statusCode === 503 &&
    data?.cannotStore === 'diskFull' &&
    data.retryAfterSeconds === 60 &&
    data.text.includes('Frigjør plass')
  )
}

async function pull(town: Town, headers: Record<string, string>): Promise<Answer> {
  const message = {
    session: crypto.randomUUID(),
    stream: town.stream('*/forms'),
    highest: null,
    part: { kind: 'buckets', layout: null },
    limit: 100,
  }
  return town.ask(routes.pullStream.path, message, headers)
}

async function countEffects({ services, scope, stream }: Town): Promise<number> {
  const rows = await withTenant(services.db, scope, (transaction) =>
    transaction
      .selectFrom('streamDoc')
      .select('docId')
      .where('streamId', '=', stream(`${north}/journal`))
      .where('deleted', '=', false)
      .execute(),
  )
  return rows.length
}

async function onSmallDisk(disk: string, dataDir: string): Promise<Outcome> {
  await moveDatabase(dataDir, disk)
  const system = await openSystem({ dataDir, databaseUrl: null, databaseOwnerUrl: null }, log)
  const server = await serve(system.services)
  try {
    const owner = ownerUrlOf(dataDir)
    const town = await foundTown({
      server,
      services: system.services,
      urls: { owner, ...loginUrls(owner, derivedPassword(owner)) },
      now: systemSources.now,
      passMinutes: () => {},
      close: none,
    })
    await issueForm(town)
    const nurse = await town.hire('Anne Solbakken', 'nurse', [north])
    const leader = await town.hire('Liv Moe', 'sectionLeader', [north, second])
    const app = await aChangedApp(town, nurse)
    const health = () => server.inject('/healthz')
    const sound = (await health()).statusCode
    const list = [listHeader, ...twelveRows].join('\r\n').replaceAll('Nord ', 'nord-')
    const asLeader = (path: string, query: Record<string, string>) =>
      server.inject({
        method: 'POST',
        url: path,
        query: { section: 'nord', fileName: 'uke48.csv', ...query },
        headers: { ...leader.headers, 'content-type': importContentType },
        payload: Buffer.from(list),
      })
    const previewed = await asLeader(routes.previewImport.path, {})
    const { preview } = Previewed.parse(previewed.json())

    const free = await fill(disk)
    const kept = []
    let [taken, refusal]: [number, Answer | null] = [0, null]
    while (refusal === null && taken < 20_000) {
      const entries = []
      for (let n = 0; n < perPush; n += 1) entries.push(await app.seal(aNote(nurse)))
      const answer = await app.push(entries)
      if (answer.statusCode === 200) taken += perPush
      else {
        refusal = answer
        kept.push(...entries)
      }
    }
    const imported = await asLeader(routes.takeImport.path, { preview })
    await pause(healthCounts)
    const told = {
      push: refusal !== null && isToldOf(refusal),
      health: isToldOf(await health()),
      import: isToldOf(imported),
    }
    const listed = await app.listStreams()
    const pulled = await pull(town, nurse.headers)
    const goesOn =
      listed.statusCode === 200 &&
      pulled.statusCode === 200 &&
      PullStreamAnswer.parse(JSON.parse(pulled.body)).kind === 'buckets'

    await free()
    const again = await app.push(kept)
    await pause(healthCounts)
    const sane = (await health()).statusCode
    // What could not be projected while the disk was full is tried again after a minute.
    const all = taken + kept.length
    for (let left = 150; left > 0 && (await countEffects(town)) < all; left -= 1) await pause(1_000)
    const notes = await countEffects(town)
    const isToldAll = told.push && told.health && told.import
    return {
      survived:
        isToldAll &&
        goesOn &&
        sound === 200 &&
        again.statusCode === 200 &&
        sane === 200 &&
        notes === all,
      now:
        `After ${taken} entries the disk was full. Told so with words: ${JSON.stringify(told)}; lists and forms were ` +
        `${goesOn ? '' : 'NOT '}fetched meanwhile (${listed.statusCode}, ${pulled.statusCode}). With room again the same ` +
        `push was answered ${again.statusCode}, health ${sane}, and ${notes} of ${all} notes are in the journal.`,
    }
  } finally {
    await server.close()
    await system.close()
  }
}

export const fullDisk: Fault = {
  name: 'full-disk',
  about: `A disk of ${diskMegabytes} MB that holds the database's tables becomes full, and has room again.`,
  before:
    'Not measured. By the code, pushes and imports were answered 500, health 200, and nothing was fetched.',
  run: () => withSmallDisk(onSmallDisk),
}
