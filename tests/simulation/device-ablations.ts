import {
  nonceHeader,
  protocolHeader,
  signatureHeader,
  syncContentType,
} from '#contract/protocol.ts'
import { headerBytes } from '#domain/entries/entry.ts'
import type { DeviceId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { streamOf } from '#domain/streams/stream.ts'
import { answerBytes, writeAnswerSignature } from '#domain/trust/signed-answer.ts'
import { type TrustTools, statementBytes } from '#domain/trust/signatures.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import type { OutboxStore } from '#storage/outbox/outbox-store.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import type { Fetch } from '#sync/http-answer.ts'
import type { SyncNetwork } from '#sync/sync-network.ts'
import { lineOf } from '../support/memory-outbox-store.ts'
import type { ReplicaAblation } from '../support/memory-replica-store.ts'
import type { ReaderTools } from '../support/replica-reader.ts'
import { forgedTime } from './line.ts'
import type { Device } from './phone.ts'
import type { RunContext } from './run-context.ts'
import type { Process } from './scheduler.ts'
import { municipality } from './sim-streams.ts'

/** Without nonce, whatever answers is taken for the server; without answerSignature, whoever repeats the nonce. */
export function fetchWithout({ without, keys, crypto }: RunContext, fetch: Fetch): Fetch {
  if (without !== 'nonce' && without !== 'answerSignature') return fetch
  return async (url, init) => {
    const answer = await fetch(url, init)
    const body = await answer.text()
    const nonce = init.headers[nonceHeader] ?? ''
    const { keyId, sign } = keys.signer()
    const place = { municipality, path: url, nonce, body }
    const signature = await sign(await answerBytes(place, keyId, crypto.hasher))
    const signed = { [signatureHeader]: writeAnswerSignature({ keyId, signature }) }
    const ours = {
      ...signed,
      'content-type': syncContentType,
      [protocolHeader]: '1',
      [nonceHeader]: nonce,
    }
    const forged: Record<string, string> = without === 'nonce' ? ours : signed
    return {
      status: answer.status,
      headers: { get: (name) => forged[name] ?? answer.headers.get(name) },
      text: () => Promise.resolve(body),
    }
  }
}

/** Without headSignature, whoever signs a head is believed. */
export function toolsWithout({ without }: RunContext, tools: TrustTools): ReaderTools {
  const left = ['headSignature', 'root', 'headOrder', 'chunkCheck'] as const
  return { ...tools, without: left.find((name) => name === without) ?? null }
}

export function replicaAblationOf({ without }: RunContext): ReplicaAblation | null {
  return replicaAblations.find((name) => name === without) ?? null
}

const replicaAblations = [
  'pageCheck',
  'atomicCommit',
  'generation',
  'headOrder',
  'chunkCheck',
  'listedHolders',
  'certifiedKey',
  'newGeneration',
  'generationMaker',
] as const satisfies readonly ReplicaAblation[]

const wholeHead = { deviceHead: Number.MAX_SAFE_INTEGER, commonHead: Number.MAX_SAFE_INTEGER }
const nothingNew = { durable: null, forked: false, notices: [] }

export function networkWithout(
  { without, keys, crypto, listings, scheduler }: RunContext,
  device: Device,
  network: SyncNetwork,
  {
    stored,
    page,
  }: { stored: Pick<ReplicaStore, 'findHighestHead' | 'acceptReset'>; page: Process },
): SyncNetwork {
  return {
    ...network,
    async listStreams(message) {
      const answer = await network.listStreams(message)
      if (answer.ok && answer.value.serverTime !== forgedTime)
        listings.observe(page, message.employee, answer.value, scheduler.now())
      return answer
    },
    async pushEntries(push) {
      const waitsForSession = !device.signedIn || device.locked
      if (without === 'pushWithoutSession' && waitsForSession) {
        return refused({ kind: 'refused', reason: 'signInNeeded' })
      }
      // As if the line had answered: what is long follows at once.
      if (without === 'proof' && push.entries.length === 0 && device.line.silent) {
        return accepted({ ...wholeHead, results: [], ...nothingNew, serverTime: push.sentAt })
      }
      const answer = await network.pushEntries(push)
      if (without === 'deviceHead' && answer.ok) {
        return accepted({ ...answer.value, ...wholeHead })
      }
      if (without === 'landmarks' && answer.ok) {
        return accepted({ ...answer.value, commonHead: Number.MAX_SAFE_INTEGER })
      }
      if (without === 'halving' && !answer.ok && answer.refusal.kind === 'tooLarge') {
        return refused({ kind: 'notOurs' })
      }
      if (without === 'slowing' && !answer.ok && answer.refusal.kind === 'unreachable') {
        return refused({ kind: 'notOurs' })
      }
      if (without === 'receipt' && !answer.ok) {
        const results = push.entries.map(({ header: { entryId, n } }) => {
          return { entryId, n, result: 'stored' as const }
        })
        return accepted({ results, ...wholeHead, ...nothingNew, serverTime: push.sentAt })
      }
      return answer
    },
    async pullStream(pull) {
      // Without headOrder the server is told what she has seen, and follows; only the phone compares nothing with it.
      const seen =
        without === 'headOrder' ? await stored.findHighestHead(pull.stream) : pull.highest
      const highest = without === 'highest' ? null : seen
      const answer = await network.pullStream({ ...pull, highest })
      if (!answer.ok) return answer
      if (without === 'headOrder' && answer.value.kind === 'reset') {
        const { named } = answer.value
        if (named !== null) await stored.acceptReset(pull.stream, named)
      }
      if (without === 'resetNaming' && answer.value.kind === 'reset') {
        return accepted({ ...answer.value, named: null })
      }
      const isLastBucket =
        answer.value.kind === 'buckets' && answer.value.next === answer.value.buckets
      if (without !== 'bucketDelta' || answer.value.kind !== 'buckets' || !isLastBucket) {
        return answer
      }
      // As if no changes were needed: the build ends where it began.
      const begun = device.replicas.cache.staged.get(pull.stream)?.staging
      const { head } = answer.value
      const start = begun?.layout === null || begun === undefined ? head.head : begun.at
      return accepted({ ...answer.value, head: await resigned(head, start) })
    },
  }

  /** The same root at the place where the build began, signed as if the server had said so. */
  async function resigned(
    { head }: SignedHead,
    { seq, chain16 }: { seq: number; chain16: string },
  ): Promise<SignedHead> {
    const { keyId, sign } = keys.signer()
    const moved = { ...head, kid: keyId, seq, chain16 }
    return { head: moved, signature: await sign(statementBytes(moved, crypto.hasher)) }
  }
}

export function outboxWithout(
  { without, crypto }: RunContext,
  device: Device,
  outbox: OutboxStore,
): OutboxStore {
  return {
    ...outbox,
    async listPendingPushes(limits) {
      const pushes = await outbox.listPendingPushes(limits)
      if (without === 'emptyPush') return pushes.filter(({ entries }) => entries.length > 0)
      if (without !== 'sameBytes') return pushes
      for (const push of pushes) {
        const { key } = lineOf(device.outbox, push.deviceId)
        for (const [index, entry] of push.entries.entries()) {
          const deviceSignature = await key.sign(headerBytes(entry.header, crypto.hasher))
          push.entries[index] = { ...entry, deviceSignature }
        }
      }
      return pushes
    },
    async requeueAbove(deviceId, deviceHead) {
      const { noticesCursor } = lineOf(device.outbox, deviceId)
      const count = await outbox.requeueAbove(deviceId, deviceHead)
      if (without === 'noticeCursor') keepCursor(device, deviceId, noticesCursor)
      return count
    },
    async recordReceipts(deviceId, receipts, answer) {
      const { noticesCursor } = lineOf(device.outbox, deviceId)
      await outbox.recordReceipts(deviceId, receipts, answer)
      if (without === 'noticeCursor') {
        keepCursor(device, deviceId, Math.max(noticesCursor, answer.noticesCursor))
      }
    },
    endDevice: without === 'endDevice' ? () => Promise.resolve() : outbox.endDevice,
  }
}

function keepCursor(device: Device, deviceId: DeviceId, noticesCursor: number): void {
  device.outbox.lines.set(deviceId, { ...lineOf(device.outbox, deviceId), noticesCursor })
}

export function replicasWithout(
  { without }: RunContext,
  device: Device,
  replicas: ReplicaStore,
): ReplicaStore {
  return {
    ...replicas,
    async findHighestHead(stream) {
      const highest = await replicas.findHighestHead(stream)
      return without === 'headOrder' ? null : highest
    },
    async shareKeys(held) {
      const lost = await replicas.shareKeys(held)
      for (const stream of without === 'keepOutbox' ? lost.map(streamOf) : []) {
        const zone = stream.kind === 'zone' ? stream.zone : null
        for (const [id, line] of device.outbox.lines) {
          const rows = line.rows.filter(({ entry }) => entry.header.zone !== zone)
          device.outbox.lines.set(id, { ...line, rows })
        }
      }
      return lost
    },
  }
}
