import type { StreamId } from '#domain/streams/stream.ts'
import type { HeldStream, StreamHolder } from '#domain/trust/stream-holders.ts'
import { isSameHolder } from '#domain/trust/stream-pin.ts'
import {
  type ReplicaRow,
  type StreamKeyRow,
  raiseCacheVersion,
} from '../databases/cache-database.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { mayGoOn, mayWriteTo, storeMade } from './made-generations.ts'
import { forgetStaging, sealNewGeneration, streamTables } from './new-generation.ts'
import type { ReplicaServices } from './replica-services.ts'
import type { Recipient } from './stream-keys.ts'

type Listed = { holders: readonly StreamHolder[]; isMine: boolean }

/** Does what `ReplicaStore.shareKeys` says, stream by stream. */
export async function shareKeys(
  { mine, colleagues }: { mine: readonly HeldStream[]; colleagues: readonly HeldStream[] },
  services: ReplicaServices,
): Promise<StreamId[]> {
  const listed = new Map<StreamId, Listed>([
    ...colleagues.map(({ stream, holders }) => [stream, { holders, isMine: false }] as const),
    ...mine.map(({ stream, holders }) => [stream, { holders, isMine: true }] as const),
  ])
  const me = services.unlocked.get()
  for (const { stream, holders } of mine) me.pins.listed.set(stream, holders)
  const everybody = [...listed.values()].flatMap(({ holders }) => holders)
  const vouched = await services.keys.recipientsOf(me, distinct(everybody))
  const lost: StreamId[] = []
  for (const stream of await listStored(services)) {
    const held = listed.get(stream) ?? { holders: [], isMine: false }
    const among = vouched.filter((one) => held.holders.some((holder) => isHolder(one, holder)))
    if (!(await shareStream(stream, { ...held, vouched: among }, services))) continue
    forgetKeys(stream, me)
    lost.push(stream)
  }
  return lost
}

async function listStored({ cache }: ReplicaServices): Promise<StreamId[]> {
  const stored = await cache.run(async ({ replicas, stagings, streamKeys }) => [
    ...(await replicas.toCollection().primaryKeys()),
    ...(await stagings.toCollection().primaryKeys()),
    ...(await streamKeys.toCollection().primaryKeys()).map(([stream]) => stream),
  ])
  return [...new Set(stored)]
}

/** What is stored of a stream at one moment, with the copies of the keys of all its generations. */
function readStored(stream: StreamId, { cache }: ReplicaServices) {
  return cache.run((database) => {
    const { replicas, stagings, streamKeys } = database
    return database.transaction('r', replicas, stagings, streamKeys, async () => ({
      replica: await replicas.get(stream),
      staging: await stagings.get(stream),
      copies: await streamKeys.where({ stream }).toArray(),
    }))
  })
}

/** Answers true when the unlocked employee had the stream and has lost it. */
async function shareStream(
  stream: StreamId,
  { holders, isMine, vouched }: Listed & { vouched: readonly Recipient[] },
  services: ReplicaServices,
): Promise<boolean> {
  const { unlocked, keys } = services
  const me = unlocked.get()
  const recipients = isMine ? keys.withMe(me, vouched) : [...vouched]
  for (;;) {
    const { replica, staging, copies } = await readStored(stream, services)
    const had =
      copies.some(({ employeeId }) => employeeId === me.employeeId) ||
      staging?.employeeId === me.employeeId
    const unlisted = copies.filter(({ employeeId }) => !isAmong(recipients, employeeId))
    const shown = copies.filter(({ gen }) => gen === replica?.gen)
    const isLost = had && !isMine
    if (replica === undefined || !hasRecipient(shown, recipients)) {
      // Of what is only staged, the copies of all holders are made when it begins; nothing is shown to anybody yet.
      const isStagedForMe =
        isMine &&
        staging !== undefined &&
        unlisted.length === 0 &&
        (await mayGoOn(me, staging, holders, services))
      if (!isStagedForMe) await dropStream(stream, services)
      return isLost
    }
    const isClean =
      unlisted.length === 0 &&
      (staging === undefined || (await mayGoOn(me, staging, holders, services)))
    const mineToSeal = shown.some(({ employeeId }) => employeeId === me.employeeId)
    if (isClean && (!isMine || !mineToSeal)) return isLost
    if (isClean && (await mayWriteTo(me, replica, holders, services))) {
      await addCopies(replica, shown, recipients, services)
      return isLost
    }
    const stay = shown.filter(({ employeeId }) => isAmong(recipients, employeeId))
    const next = isMine ? recipients : recipients.filter((one) => isAmongRows(stay, one))
    if (mineToSeal && (await sealNewGeneration(replica, next, services))) return isLost
    if (mineToSeal && (await hasMoved(replica, services))) continue
    // She cannot open it, so she can give nobody a new key: only the copies go.
    await deleteCopies(unlisted, services)
    return isLost
  }
}

/** Each recipient without a copy of the shown generation gets one. */
async function addCopies(
  { id: stream, gen }: ReplicaRow,
  shown: readonly StreamKeyRow[],
  recipients: readonly Recipient[],
  { cache, outbox, unlocked, keys }: ReplicaServices,
): Promise<void> {
  const me = unlocked.get()
  const missing = recipients.filter((one) => !isAmongRows(shown, one))
  const key = missing.length === 0 ? null : await keys.find(me, { stream, gen })
  if (key === null) return
  const copies = await keys.copyFor(me, { stream, gen }, missing)
  if (copies.length === 0) return
  await storeMade(me, stream, { gen, key: key.print }, { recipients: missing, outbox })
  await cache.run((database) =>
    database.transaction('rw', [database.replicas, database.streamKeys], async () => {
      const current = await database.replicas.get(stream)
      if (current?.gen === gen) await database.streamKeys.bulkPut(copies)
    }),
  )
}

async function hasMoved({ id, rev }: ReplicaRow, { cache }: ReplicaServices): Promise<boolean> {
  const now = await cache.run((database) => database.replicas.get(id))
  return now?.rev !== rev
}

async function deleteCopies(
  copies: readonly StreamKeyRow[],
  { cache }: ReplicaServices,
): Promise<void> {
  await cache.run((database) =>
    database.streamKeys.bulkDelete(
      copies.map(({ stream, gen, employeeId }) => [stream, gen, employeeId]),
    ),
  )
}

/** Deletes all that is stored of a stream: nobody on this device has it. */
async function dropStream(stream: StreamId, { cache }: ReplicaServices): Promise<void> {
  await cache.run((database) =>
    database.transaction('rw', streamTables(database), async () => {
      await forgetStaging(database, stream)
      await database.replicas.delete(stream)
      await database.chunks.where({ stream }).delete()
      await database.streamKeys.where({ stream }).delete()
      await raiseCacheVersion(database)
    }),
  )
}

function forgetKeys(stream: StreamId, { streamKeys, pins }: OpenEmployee): void {
  pins.opened.delete(stream)
  for (const name of streamKeys.keys()) if (name.startsWith(`${stream}/`)) streamKeys.delete(name)
}

function isAmong(recipients: readonly Recipient[], employeeId: string): boolean {
  return recipients.some((one) => one.employeeId === employeeId)
}

function isAmongRows(rows: readonly StreamKeyRow[], { employeeId }: Recipient): boolean {
  return rows.some((row) => row.employeeId === employeeId)
}

function distinct(holders: readonly StreamHolder[]): StreamHolder[] {
  return holders.filter((one, at) => holders.findIndex((first) => isSameHolder(first, one)) === at)
}

function isHolder({ employeeId, keyId }: Recipient, holder: StreamHolder): boolean {
  return keyId !== null && isSameHolder({ employee: employeeId, keyId }, holder)
}

function hasRecipient(rows: readonly StreamKeyRow[], recipients: readonly Recipient[]): boolean {
  return rows.some(({ employeeId }) => isAmong(recipients, employeeId))
}
