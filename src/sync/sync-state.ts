import type { EntryId } from '#domain/ids.ts'
import type { Instant } from '#domain/instant.ts'
import type { StreamId } from '#domain/stream.ts'
import type { RebuildReason, SyncEvent } from './sync-event.ts'
import { isSignInFailure } from './sync-network.ts'

/** How far a stream has come on this device, for «Klargjør telefonen». */
export type StreamProgress = {
  /** Pages staged up to this seq of `head`; both 0 before the first page. */
  staged: number
  head: number
  verified: boolean
  rebuiltBecause: RebuildReason | null
}

/** What the instrument line can say of the network and the outbox. */
export type SyncState = {
  /** When Beredt's own server last answered; null since the app was opened. */
  lastContactAt: Instant | null
  /** portal: something answered that is not our server. old: the server speaks a newer protocol. */
  line: 'unknown' | 'online' | 'offline' | 'portal' | 'busy' | 'old'
  signIn: 'fine' | 'needed'
  sending: { sent: number; of: number } | null
  streams: ReadonlyMap<StreamId, StreamProgress>
  /** Kept on the device: the server did not take them, not even alone. */
  refusedEntries: ReadonlySet<EntryId>
}

export const initialSyncState: SyncState = {
  lastContactAt: null,
  line: 'unknown',
  signIn: 'fine',
  sending: null,
  streams: new Map(),
  refusedEntries: new Set(),
}

const notBegun: StreamProgress = { staged: 0, head: 0, verified: false, rebuiltBecause: null }

export function nextSyncState(state: SyncState, event: SyncEvent): SyncState {
  switch (event.kind) {
    case 'answered':
      return { ...state, lastContactAt: event.at, line: 'online' }
    case 'failed':
      return { ...state, ...afterFailure(state, event.failure), sending: null }
    case 'sending': {
      const { sent, of } = event
      return { ...state, sending: sent >= of ? null : { sent, of } }
    }
    case 'entryRefused':
      return { ...state, refusedEntries: new Set([...state.refusedEntries, event.entryId]) }
    case 'streamsListed': {
      const known = event.streams.map(
        (stream) => [stream, state.streams.get(stream) ?? notBegun] as const,
      )
      return { ...state, signIn: 'fine', streams: new Map(known) }
    }
    case 'fetching': {
      const { stream, staged, head } = event
      return withStream(state, stream, { staged, head })
    }
    case 'rebuilding':
      return withStream(state, event.stream, { staged: 0, rebuiltBecause: event.reason })
    case 'verified':
      return withStream(state, event.stream, { verified: true, rebuiltBecause: null })
    case 'dropped': {
      const streams = new Map(state.streams)
      streams.delete(event.stream)
      return { ...state, streams }
    }
  }
}

function withStream(
  state: SyncState,
  stream: StreamId,
  change: Partial<StreamProgress>,
): SyncState {
  const before = state.streams.get(stream) ?? notBegun
  return { ...state, streams: new Map(state.streams).set(stream, { ...before, ...change }) }
}

function afterFailure(
  state: SyncState,
  failure: Extract<SyncEvent, { kind: 'failed' }>['failure'],
): Pick<SyncState, 'line' | 'signIn'> {
  if (isSignInFailure(failure)) return { line: 'online', signIn: 'needed' }
  switch (failure.kind) {
    case 'unreachable':
      return { line: 'offline', signIn: state.signIn }
    case 'notOurs':
      return { line: 'portal', signIn: state.signIn }
    case 'busy':
      return { line: 'busy', signIn: state.signIn }
    case 'tooLarge':
      return { line: 'online', signIn: state.signIn }
    case 'refused':
      return {
        line: failure.reason === 'wrongProtocol' ? 'old' : 'online',
        signIn: state.signIn,
      }
  }
}
