import type { ZoneId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { SyncRunner } from '#sync/sync-runner.ts'
import type { OutboxDisk } from '../support/memory-outbox-store.ts'
import type { ReplicaDisk } from '../support/memory-replica-store.ts'
import type { Line } from './line.ts'
import type { Process } from './scheduler.ts'
import { formsStream, streamsOf } from './sim-streams.ts'

/** A phone: what lies on it, and the pages of the app that are open. */
export type Device = {
  name: string
  outbox: OutboxDisk
  replicas: ReplicaDisk
  zones: ZoneId[]
  signedIn: boolean
  locked: boolean
  line: Line
  pages: Page[]
  /** Whether pages keep each other out; without it they must be safe all the same. */
  hasLocks: boolean
  /** The page that holds the lock. */
  locker: Process | null
  /** Another phone has, or had, the same profile. */
  cloned: boolean
}

type Page = { process: Process; runner: SyncRunner }

export function deviceStreams({ zones }: Device): StreamId[] {
  return [formsStream, ...zones.flatMap(streamsOf)]
}
