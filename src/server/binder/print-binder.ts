import { existsSync } from 'node:fs'
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  binderHash,
  changedPatients,
  documentVersions,
  isPrintable,
  type BinderContent,
  type DocumentVersions,
} from '#domain/binder/binder.ts'
import { MunicipalityId, ZoneId, type PatientId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { World } from '#domain/base/world.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { layBinder, printLaidOutBinder } from '#pdf/binder-pdf.ts'
import { binderCommand } from '#text/nb/commands/binder-command.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { listMunicipalities } from '../accounts/municipality-directory.ts'
import type { Database, DatabaseTransaction } from '../database/database.ts'
import {
  systemScope,
  withTenant,
  withTenantSnapshot,
  type TenantScope,
} from '../database/with-tenant.ts'
import { hasErrorCode } from '../base/error-code.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Sources } from '../base/sources.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { findCopyVersions, reserveBinderCopy } from './binder-copies.ts'
import { readBinderContent, type BinderPlace } from './read-binder-content.ts'

export type BinderRequest = {
  /** Null when the server has only one. */
  municipality: string | null
  zone: string
  file: string
  /** The copy whose pages are to be replaced; null for a whole binder. */
  changedSince: number | null
}

/** The JSON that scripts read: its fields must not change. */
export type BinderReport = {
  zone: string
  file: string
  pages: number
  /** How many patients have pages in it. */
  patients: number
  copy: number
  hash: string
  seconds: number
}

export type BinderRefusal = { kind: keyof typeof binderCommand.refusals }

type BinderServices = { db: Database; sources: Sources; world: World }

/** The streams as a transaction sees them. */
export type StreamsOf = (transaction: DatabaseTransaction) => Pick<StreamStore, 'listDocuments'>

/** Prints a zone's binder to a file without a browser, and logs it as a numbered copy. */
export async function printBinder(
  services: BinderServices,
  streamsOf: StreamsOf,
  request: BinderRequest,
): Promise<Result<BinderReport, BinderRefusal>> {
  const startedAt = performance.now()
  const municipality = await findMunicipalityOf(services, request)
  if (!municipality.ok) return municipality
  // Checked first: a large zone takes a minute to lay out, and a file that cannot be written must take no number.
  if (!(await canWrite(request.file))) return refused({ kind: 'noFolder' })
  const scope = await systemScope(services.db, municipality.value)
  const zone = ZoneId.safeParse(request.zone)
  if (!zone.success || !scope.zones.includes(zone.data)) return refused({ kind: 'unknownZone' })

  const read = await withTenantSnapshot(services.db, scope, (transaction) =>
    readZone(transaction, streamsOf, {
      scope,
      zone: zone.data,
      world: services.world,
      changedSince: request.changedSince,
      now: services.sources.now(),
    }),
  )
  if (request.changedSince !== null && read.earlier === null)
    return refused({ kind: 'unknownCopy' })
  if (!isPrintable(read.content)) return refused({ kind: 'olderServer' })
  // A list that was never imported must not look like a zone without patients.
  if (read.content.patients.length === 0) return refused({ kind: 'noPatients' })
  const printed = await printAndLog(services, scope, request, read)
  const seconds = Math.round((performance.now() - startedAt) / 10) / 100
  return accepted({ zone: zone.data, file: request.file, ...printed, seconds })
}

async function canWrite(file: string): Promise<boolean> {
  try {
    await access(dirname(file), constants.W_OK)
    return !(await stat(file)).isDirectory()
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return existsSync(dirname(file))
    if (hasErrorCode(error, 'ENOTDIR', 'EACCES', 'EROFS')) return false
    throw error
  }
}

async function findMunicipalityOf(
  { db }: BinderServices,
  { municipality }: BinderRequest,
): Promise<Result<MunicipalityId, BinderRefusal>> {
  const known = await listMunicipalities(db)
  const [first] = known
  if (municipality !== null) {
    const found = known.find((id) => id === municipality)
    return found === undefined ? refused({ kind: 'unknownMunicipality' }) : accepted(found)
  }
  if (first === undefined) return refused({ kind: 'unknownMunicipality' })
  return known.length > 1 ? refused({ kind: 'severalMunicipalities' }) : accepted(first)
}

type ZoneReading = {
  content: BinderContent
  versions: DocumentVersions
  earlier: DocumentVersions | null
}

async function readZone(
  transaction: DatabaseTransaction,
  streamsOf: StreamsOf,
  from: {
    scope: TenantScope
    zone: ZoneId
    world: World
    changedSince: number | null
    now: Instant
  },
): Promise<ZoneReading> {
  const { scope, zone, world, changedSince, now } = from
  const place = { ...(await readPlace(transaction, scope, zone)), world }
  const content = await readBinderContent(streamsOf(transaction), place, now)
  return {
    content,
    versions: await documentVersions(content, nodeHasher),
    earlier:
      changedSince === null
        ? null
        : await findCopyVersions(transaction, { zone, world }, changedSince),
  }
}

async function readPlace(
  transaction: DatabaseTransaction,
  scope: TenantScope,
  zoneId: ZoneId,
): Promise<Omit<BinderPlace, 'world'>> {
  const municipality = await transaction
    .selectFrom('municipality')
    .select('name')
    .executeTakeFirstOrThrow()
  const zone = await transaction
    .selectFrom('zone')
    .select('name')
    .where('zoneId', '=', zoneId)
    .executeTakeFirstOrThrow()
  return {
    municipality: { id: scope.municipality, name: municipality.name },
    zone: { id: zoneId, name: zoneText(zone.name) },
  }
}

/** Writes the file before the copy's number is committed, so that a failed disk leaves no gap in the numbers. */
async function printAndLog(
  { db, sources }: BinderServices,
  scope: TenantScope,
  { file, changedSince }: BinderRequest,
  { content, versions, earlier }: ZoneReading,
): Promise<Pick<BinderReport, 'pages' | 'patients' | 'copy' | 'hash'>> {
  const only: Set<PatientId> | null =
    earlier === null ? null : changedPatients(earlier, versions, content.patients)
  const hash = await binderHash(versions, nodeHasher)
  const printedAt = sources.now()
  const laid = layBinder(content, { only, now: printedAt })
  const { pages } = laid
  const facts = { hash, pages, patients: only?.size ?? content.patients.length }
  const unfinished = `${file}.${sources.newId()}.part`
  try {
    const copy = await withTenant(db, scope, async (transaction) => {
      const printer = { scope, name: binderCommand.printedBy, now: printedAt }
      const number = await reserveBinderCopy(
        transaction,
        {
          ...facts,
          zone: content.zone.id,
          world: content.world,
          reason: binderCommand.reason,
          asOf: laid.asOf,
          replaces: changedSince,
          versions,
        },
        printer,
      )
      if (number === null) throw new Error('The zone went away while its binder was printed.')
      const replaces =
        changedSince === null || only === null ? null : { copy: changedSince, patients: only }
      const pdf = await printLaidOutBinder(
        laid,
        { copy: number, printedBy: printer.name, printedAt, hash, replaces },
        { onProgress: () => {}, isCancelled: () => false },
      )
      if (pdf === null) throw new Error('Nobody cancelled it.')
      // Readable by its owner alone: it is the most confidential file of the zone.
      await writeFile(unfinished, pdf.bytes, { mode: 0o600 })
      return number
    })
    await rename(unfinished, file)
    return { pages, patients: facts.patients, copy, hash }
  } finally {
    await rm(unfinished, { force: true })
  }
}
