import { expect, test } from 'vitest'
import { shownStatus } from '#app/worker/shown-status.ts'
import type { SyncStatus } from '#app/bridge/sync-status.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'

const noon = instantFromMilliseconds(Date.UTC(2026, 10, 23, 11))

function aStatus() {
  const shown = shownStatus({ now: () => noon, isConfirmed: () => true })
  const told: SyncStatus[] = []
  shown.watch((status) => told.push(status))
  return { shown, told }
}

test('a page that leaves syncing to another window says so, until it has tried itself', () => {
  const { shown, told } = aStatus()

  shown.leaveToOther()
  shown.tryLine()
  shown.report({ kind: 'failed', failure: { kind: 'unreachable' } })
  shown.leaveToOther()

  expect(told.map(({ line }) => line)).toEqual(['notTried', 'elsewhere', 'trying', 'offline'])
})

test('after a fault nothing is said to be sent', () => {
  const { shown } = aStatus()
  shown.report({ kind: 'sending', sent: 3, total: 6 })

  shown.rest()

  expect(shown.current()).toMatchObject({ activity: 'idle', sending: null })
})

test.each([
  ['newer', 'serverNewer'],
  ['older', 'serverOlder'],
] as const)('a server that is %s is met, and not called away, until it answers', (server, said) => {
  const { shown } = aStatus()

  shown.report({ kind: 'failed', failure: { kind: 'otherProtocol', server } })

  expect(shown.current()).toMatchObject({ line: 'online', otherProtocol: said })
  shown.report({ kind: 'answered', at: noon })
  expect(shown.current().otherProtocol).toBeNull()
})

test('that the server takes in nothing stands until a push was heard again', () => {
  const { shown } = aStatus()
  const cannotStore = { kind: 'busy', retryAfterSeconds: 60, cannotStore: 'diskFull' } as const
  const saidSo = () => shown.current().serverCannotStore

  shown.endCycle({ failures: [cannotStore], signIn: 'valid', hasProgressed: true })
  const said = [saidSo()]
  shown.endCycle({
    failures: [{ kind: 'unreachable' }],
    signIn: 'unknown',
    hasProgressed: false,
  })
  said.push(saidSo())
  shown.endCycle({ failures: [], signIn: 'valid', hasProgressed: true })
  said.push(saidSo())

  expect(said).toEqual([true, true, false])
})
