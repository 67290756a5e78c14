import 'fake-indexeddb/auto'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { Database } from '#server/database/database.ts'
import { systemScope, withTenantSnapshot } from '#server/database/with-tenant.ts'
import { takeImport } from '#server/import/roster/import-lists.ts'
import { compactAllStreams } from '#server/streams/compact-streams.ts'
import { readStream } from '#server/streams/read-stream.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { startingPace } from '#sync/pace.ts'
import { pullStream } from '#sync/pull-stream.ts'
import { noon } from './a-patient.ts'
import { importBench, testby } from './import-bench.ts'
import { nodeHasher } from './node-hasher.ts'
import { holdersOn } from './build-replica.ts'
import { aPhone, aProfile, codeOfAnne, enrol } from './test-vault.ts'
import { vouchingServer } from './vouching-server.ts'

export type WeekFigures = {
  week: number
  /** Documents that the phone received, and those of them that are patients or their details. */
  documents: number
  changed: number
  /** The answers as the server compresses them, without the signed heads in them. */
  deltaBytes: number
  /** Those heads, and how many there are: one in each answer, whatever is in it. */
  headBytes: number
  heads: number
  /** The patients' documents alone, compressed stream by stream. */
  changedBytes: number
  databaseBytes: number
  streamDocs: number
  streamCommits: number
  importChanges: number
  phoneBytes: number
  phoneRows: number
}

/** Of which a list and a phone have the first so many. */
const zoneNames = ['nord-1', 'nord-2', 'nord-3', 'nord-4', 'nord-5', 'nord-6'] as const

const tables = ['stream', 'stream_doc', 'stream_commit', 'import_run', 'import_change']

type Pulled = Pick<
  WeekFigures,
  'documents' | 'changed' | 'deltaBytes' | 'headBytes' | 'heads' | 'changedBytes'
>
type Server = (message: PullStream) => Promise<PullStreamAnswer>

/** Takes a list in week after week, tidies as server and database do, and lets a phone fetch it; measures some weeks. */
export async function yearOfImports({
  patients,
  changing,
  zones,
  measured,
}: {
  patients: number
  zones: number
  changing: number
  /** The last of them is the last week of all. */
  measured: readonly number[]
}): Promise<WeekFigures[]> {
  const { services, owner, request } = await importBench()
  const { db } = services
  const phone = await anEnrolledPhone(zoneNames.slice(0, zones).map((zone) => ZoneId.parse(zone)))
  const changes = Array.from({ length: patients }, () => 0)
  const figures: WeekFigures[] = []
  for (let week = 1; week <= Math.max(...measured); week++) {
    const now = plusMinutes(noon, week * 7 * 24 * 60)
    const other = week === 1 ? 0 : changing
    for (let n = 0; n < other; n++) {
      const place = (week * changing + n) % patients
      changes[place] = (changes[place] ?? 0) + 1
    }
    const taken = await takeImport(
      { ...services, sources: { ...services.sources, now: () => now } },
      request(changes.map((count, place) => rowOf(count, place, (place % zones) + 1))),
      { preview: null, accept: { newZones: 'accepted', shrink: 'asked', columns: 'asked' } },
    )
    if (!taken.ok || taken.value.refusal !== null) throw new Error('The list was not taken in.')
    await compactAllStreams(db, testby, now)
    const scope = await systemScope(db, testby)
    const tools = { ...phone.signing, now }
    const pulled = await phone.sync(async (message) => {
      const reading = await withTenantSnapshot(db, scope, (one) =>
        readStream(services.openStreams(one), message, tools),
      )
      if (reading.kind === 'tooLow') throw new Error('Nothing was restored here.')
      return reading
    })
    await sql.raw(`vacuum ${tables.join(', ')}`).execute(owner)
    if (!measured.includes(week)) continue
    figures.push({ week, ...pulled, ...(await databaseSize(owner)), ...(await phone.size()) })
  }
  return figures
}

/** Neighbours in the list live in different zones, as those who change in a week do. */
function rowOf(changes: number, place: number, zone: number): string {
  const day = String((place % 28) + 1).padStart(2, '0')
  const number = String(place).padStart(3, '0')
  return [
    `Bruker${number}, Test`,
    '',
    `${day}.0${(place % 9) + 1}.19${30 + (place % 60)}`,
    `Gata ${place * 7 + changes}, 3210 Sandefjord`,
    `900000${number.slice(1)}`,
    `Nord ${zone}`,
    place % 3 === 0 ? 'BST,TRY' : 'HSP,MAT',
    `Penicillin, reagerte ${2000 + ((place + changes) % 25)}`,
  ].join(';')
}

async function anEnrolledPhone(zones: readonly ZoneId[]) {
  const phone = aPhone()
  const keys = await vouchingServer(nodeHasher, testby, phone.clock.now())
  const trustTools = { signatures: webSignatureCheck, hasher: nodeHasher }
  const vault = await phone.openVault()
  const profile = {
    ...aProfile(),
    zones: zones.map((id) => ({ id, name: id })),
  }
  await enrol(vault, keys, { profile, code: codeOfAnne })
  const holders = await holdersOn(phone)
  const streams = zones.flatMap((zone) =>
    (['patient', 'patientDetails'] as const).map((kind) =>
      zoneStreamOf(kind, { municipality: testby, world: 'real', zone }),
    ),
  )
  return {
    /** The keys that the phone believes. */
    signing: { signer: keys.signer, keySet: keys.keySet.keySet, trust: trustTools },
    async sync(server: Server): Promise<Pulled> {
      const pulled: Pulled = {
        documents: 0,
        changed: 0,
        deltaBytes: 0,
        headBytes: 0,
        heads: 0,
        changedBytes: 0,
      }
      for (const stream of streams) {
        const held = { stream, holders }
        const done = await pullStream(held, {
          ...trustTools,
          trust: vault.trust,
          network: {
            async pullStream(message) {
              const answer = await server(message)
              count(answer, pulled)
              return accepted(answer)
            },
          },
          replicas: vault.replicas,
          clock: phone.clock,
          randomUuid: () => crypto.randomUUID(),
          pace: startingPace(),
          report: () => {},
        })
        if (!done.ok) throw new Error(`${stream}: ${done.refusal.kind}`)
      }
      return pulled
    },
    async size() {
      const cache = phone.cache()
      const tables = [cache.replicas, cache.streamKeys, cache.chunks, cache.stagings, cache.pages]
      let [phoneBytes, phoneRows] = [0, 0]
      for (const table of tables) {
        const rows: unknown[] = await table.toArray()
        phoneRows += rows.length
        phoneBytes += sizeOf(rows)
      }
      cache.close()
      return { phoneBytes, phoneRows }
    },
  }
}

/** An answer without documents is what every sync costs, with a list or without. */
function count(answer: PullStreamAnswer, pulled: Pulled): void {
  if (answer.kind === 'reset') throw new Error(`${answer.stream} is reset: ${answer.reason}`)
  if (answer.documents.length === 0) return
  const changed = answer.documents.filter(({ schema }) => schema.startsWith('patient'))
  pulled.documents += answer.documents.length
  pulled.changed += changed.length
  const { head, ...rest } = answer
  const whole = gzipSync(JSON.stringify({ ...rest, head })).length
  const withoutHead = gzipSync(JSON.stringify(rest)).length
  pulled.deltaBytes += withoutHead
  pulled.headBytes += whole - withoutHead
  pulled.heads++
  pulled.changedBytes += changed.length === 0 ? 0 : gzipSync(JSON.stringify(changed)).length
}

async function databaseSize(db: Database) {
  const { rows } = await sql<{ bytes: string }>`
    select sum(pg_total_relation_size(name::regclass)) as bytes
    from unnest(${tables}::text[]) as name`.execute(db)
  const rowsIn = async (table: 'streamDoc' | 'streamCommit' | 'importChange') => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('rows'))
      .executeTakeFirstOrThrow()
    return Number(row.rows)
  }
  return {
    databaseBytes: Number(rows[0]?.bytes ?? 0),
    streamDocs: await rowsIn('streamDoc'),
    streamCommits: await rowsIn('streamCommit'),
    importChanges: await rowsIn('importChange'),
  }
}

/** Bytes of what lies in rows, keys left out. */
function sizeOf(value: unknown): number {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).reduce((sum: number, part: unknown) => sum + sizeOf(part), 0)
  }
  return typeof value === 'string' ? value.length : 8
}
