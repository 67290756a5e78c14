import { expect, test } from 'vitest'
import { Instant } from '#domain/instant.ts'
import { StreamId } from '#domain/stream.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import { initialSyncState, nextSyncState } from '#sync/sync-state.ts'

const stream = StreamId.parse('demo/real/nord-1/critical')
const noon = Instant.parse('2026-11-23T11:00:00.000Z')

function after(...events: SyncEvent[]) {
  return events.reduce(nextSyncState, initialSyncState)
}

test('a stream is ready when it is verified, and not before', () => {
  const fetching = { kind: 'fetching', stream, staged: 200, head: 500 } as const
  const half = after({ kind: 'streamsListed', streams: [stream] }, fetching)
  const whole = nextSyncState(half, { kind: 'verified', stream })

  expect(half.streams.get(stream)).toMatchObject({ staged: 200, head: 500, verified: false })
  expect(whole.streams.get(stream)?.verified).toBe(true)
})

test('missing sign-in is not a line that is down, and ends when streams are listed again', () => {
  const failure = { kind: 'refused', reason: 'signInNeeded' } as const
  const needed = after({ kind: 'answered', at: noon }, { kind: 'failed', failure })
  const fine = nextSyncState(needed, { kind: 'streamsListed', streams: [] })

  expect(needed).toMatchObject({ line: 'online', signIn: 'needed', lastContactAt: noon })
  expect(fine.signIn).toBe('fine')
})

test('a guest network is told from no network', () => {
  const portal = after({ kind: 'failed', failure: { kind: 'notOurs' } })
  const nothing = after({ kind: 'failed', failure: { kind: 'unreachable' } })

  expect([portal.line, nothing.line]).toEqual(['portal', 'offline'])
})

test('sending is told until the last entry has its receipt', () => {
  const half = after({ kind: 'sending', sent: 3, of: 7 })
  const done = nextSyncState(half, { kind: 'sending', sent: 7, of: 7 })

  expect([half.sending, done.sending]).toEqual([{ sent: 3, of: 7 }, null])
})
