import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { withAccounts, withTenant } from '#server/database/with-tenant.ts'
import { recordSecurityEvent } from '#server/security/record-security-event.ts'
import { type SendEvents, securityWebhook } from '#server/reporting/security-webhook.ts'
import { testMunicipality, testServer } from '../../support/test-server.ts'

const Sent = z.object({ events: z.array(z.object({ count: z.number() })) })

async function aWatchedServer() {
  const bench = await testServer()
  const { db, accounts } = bench.services
  const counts: number[] = []
  const faults: unknown[] = []
  let answer: 'taken' | 'refused' | 'never' = 'taken'
  const send: SendEvents = async (body, signal) => {
    if (answer === 'never') {
      return await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    }
    if (answer === 'refused') return false
    counts.push(...Sent.parse(JSON.parse(body)).events.map(({ count }) => count))
    return true
  }
  const open = () => {
    const settings = {
      db,
      send,
      everyMilliseconds: 10,
      onFault: (fault: unknown) => faults.push(fault),
    }
    const webhook = securityWebhook(settings)
    webhook.start()
    onTestFinished(() => webhook.stop())
    return webhook
  }
  return {
    counts,
    faults,
    open,
    setAnswer(next: typeof answer) {
      answer = next
    },
    record: (from: number, to: number) =>
      withAccounts(accounts, testMunicipality, async (transaction) => {
        for (let count = from; count <= to; count++) {
          const event = { kind: 'signedIn', at: bench.now(), count } as const
          await recordSecurityEvent(transaction, testMunicipality, event)
        }
      }),
    begun: () =>
      withTenant(
        db,
        { municipality: testMunicipality, zones: [], account: null, role: null },
        async (transaction) =>
          (await transaction.selectFrom('securityDelivery').select('turn').execute()).length,
      ),
  }
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, place) => place + 1)
}

test('events are sent in their order, also those that came while nobody took them, by whichever server', async () => {
  const watched = await aWatchedServer()
  const first = watched.open()
  watched.open()
  await expect.poll(watched.begun).toBe(1)
  await watched.record(1, 250)
  await expect.poll(() => watched.counts).toEqual(upTo(250))

  watched.setAnswer('refused')
  await watched.record(251, 260)
  await expect.poll(() => watched.faults.length).toBeGreaterThan(1)
  await first.stop()
  watched.setAnswer('taken')

  await expect.poll(() => watched.counts, { timeout: 10_000 }).toEqual(upTo(260))
})

test('a receiver that never answers keeps neither an event from being written nor the server from ending', async () => {
  const watched = await aWatchedServer()
  const webhook = watched.open()
  await expect.poll(watched.begun).toBe(1)
  watched.setAnswer('never')

  await watched.record(1, 1)
  await watched.record(2, 2)
  await webhook.stop()

  expect(watched.counts).toEqual([])
  watched.setAnswer('taken')
  watched.open()
  await expect.poll(() => watched.counts).toEqual([1, 2])
})
