import { emptyCheckpoint } from '#domain/streams/stream-document.ts'
import { type SignedHead, checkpointOf } from '#domain/trust/stream-head.ts'
import type { HeldStream } from '#domain/trust/stream-holders.ts'
import type { Replica, Staging } from '#storage/replica/replica-store.ts'
import type { PullServices } from './pull-stream.ts'
import { type PartRequest, isSamePlace, requestPart } from './request-part.ts'

/** Where a pull goes on, as the device had it when it was read. */
export type PreparedPull = {
  replica: Replica | null
  staging: Staging
  /** False for changes that are not begun on the disk: without any, only the newest head is stored. */
  isStored: boolean
  /** The highest head that is known. */
  highest: SignedHead | null
}

/** A pull that waits for a part. */
export type BegunPull = Omit<PreparedPull, 'highest'> & { request: PartRequest }

/** Reads what a pull needs before its first request. A stream that is not here begins to be built. */
export async function preparePull(held: HeldStream, services: PullServices): Promise<PreparedPull> {
  const { replicas } = services
  const { stream } = held
  const replica = await replicas.findReplica(stream)
  const { staging, isStored } = await usableStaging(held, replica, services)
  return { replica, staging, isStored, highest: await replicas.findHighestHead(stream) }
}

/** Requests what follows, unless `prefetch` is just that. */
export function beginPull(
  { highest, ...place }: PreparedPull,
  services: PullServices,
  prefetch: PartRequest | null = null,
): BegunPull {
  const isPrefetched = prefetch !== null && isSamePlace(prefetch.staging, place.staging)
  return {
    ...place,
    request: isPrefetched ? prefetch : requestPart(place.staging, highest, services),
  }
}

/** Continues an earlier staging if it still fits the replica. */
async function usableStaging(
  held: HeldStream,
  replica: Replica | null,
  services: PullServices,
): Promise<Pick<PreparedPull, 'staging' | 'isStored'>> {
  const { replicas, randomUuid } = services
  const { stream } = held
  const known = await replicas.findStaging(stream)
  if (known !== null && (known.kind === 'build' || known.baseRev === replica?.rev)) {
    return { staging: known, isStored: true }
  }
  if (replica === null) return { staging: await beginBuild(held, services), isStored: true }
  const at = checkpointOf(replica.head.head)
  const place = { session: randomUuid(), baseRev: replica.rev, base: at.seq, at }
  const staging = { stream, kind: 'delta', ...place, layout: null, newest: null } as const
  return { staging, isStored: false }
}

/** Begins to build the stream anew; what is shown is kept until that is verified. */
export async function beginBuild(
  { stream, holders }: HeldStream,
  { replicas, randomUuid }: PullServices,
): Promise<Staging> {
  const place = { base: 0, at: emptyCheckpoint, layout: null, newest: null }
  const staging = { stream, session: randomUuid(), kind: 'build', baseRev: null, ...place } as const
  await replicas.beginStaging(staging, holders)
  return staging
}
