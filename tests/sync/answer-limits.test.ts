import { expect, test } from 'vitest'
import type { ListStreams } from '#contract/list-streams.ts'
import { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { abortAfterMilliseconds, httpNetwork } from '#sync/http-network.ts'
import { critical } from '../support/build-replica.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { aVouchingServer, noon } from '../support/test-vault.ts'
import { newSigningKey } from '../support/vouching-server.ts'

const message: ListStreams = {
  protocol: 1,
  employee: EmployeeId.parse('0e000000-0000-4000-8000-000000000001'),
  deviceId: DeviceId.parse('0d000000-0000-4000-8000-000000000001'),
  formerDeviceIds: [],
  recipients: [],
}
const server = await aVouchingServer()

/** How long each message is waited for on a line that is silent. */
async function limitOf(ask: (network: ReturnType<typeof httpNetwork>) => Promise<unknown>) {
  const timed: number[] = []
  const network = httpNetwork({
    fetch: () => new Promise(() => {}),
    timers: {
      after(milliseconds, work) {
        timed.push(milliseconds)
        work()
        return () => {}
      },
    },
    randomUuid: () => 'nonce',
    clock: { now: () => noon },
    trust: { find: () => Promise.resolve(null), adopt: () => Promise.resolve('refused') },
    signatures: webSignatureCheck,
    hasher: nodeHasher,
  })
  const result = await ask(network)
  return { timed, result }
}

test('after twenty seconds without an answer the request is given up', async () => {
  const { timed, result } = await limitOf((network) => network.listStreams(message))

  expect(timed).toEqual([abortAfterMilliseconds])
  expect(result).toEqual({ ok: false, refusal: { kind: 'unreachable' } })
})

const { named } = await newSigningKey(nodeHasher)
const aRecipient = await server.vouchForRecipient({
  deviceId: message.deviceId,
  employeeId: message.employee,
  publicKey: named.publicKey,
})

test.each([
  [1, [20]],
  [4, [28, 19]],
  [12, [55, 28]],
  [64, [120, 86]],
])('the list of streams for %i employees is waited for %j seconds', async (count, seconds) => {
  const recipients = Array.from({ length: count }, () => aRecipient)

  const { timed } = await limitOf((network) => network.listStreams({ ...message, recipients }))

  expect(timed.map((milliseconds) => Math.floor(milliseconds / 1000))).toEqual(seconds)
})

test.each([
  ['changes', 200, [20]],
  ['changes', 2, [20]],
  ['changes', 1, [151, 15]],
  ['buckets', 200, [20]],
  ['buckets', 25, [151, 15]],
  ['buckets', 12, [314, 15]],
  ['buckets', 1, [600, 15]],
] as const)(
  '%s of at most %i documents are waited for %j seconds, whole and silent',
  async (kind, limit, seconds) => {
    const witness = { seq: 4, chain16: '0000000000000004' }
    const part =
      kind === 'changes'
        ? ({ kind, base: 4, after: 4, witness } as const)
        : ({ kind, layout: null } as const)
    const { timed } = await limitOf((network) =>
      network.pullStream({
        protocol: 1,
        session: '00000000-0000-4000-8000-000000000001',
        stream: critical,
        highest: null,
        part,
        limit,
      }),
    )

    expect(timed.map((milliseconds) => Math.floor(milliseconds / 1000))).toEqual(seconds)
  },
)
