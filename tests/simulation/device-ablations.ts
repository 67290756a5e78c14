import { nonceHeader, protocolHeader, syncContentType } from '#contract/protocol.ts'
import { headerBytes } from '#domain/entries/entry.ts'
import type { DeviceId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { streamOf } from '#domain/streams/stream.ts'
import type { OutboxStore } from '#storage/outbox/outbox-store.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import type { Fetch } from '#sync/http-network.ts'
import type { SyncNetwork } from '#sync/sync-network.ts'
import { lineOf } from '../support/memory-outbox-store.ts'
import type { Device } from './phone.ts'
import type { RunContext } from './run-context.ts'

/** Without nonce, whatever answers is taken for the server. */
export function fetchWithout({ without }: RunContext, fetch: Fetch): Fetch {
  if (without !== 'nonce') return fetch
  return async (url, init) => {
    const answer = await fetch(url, init)
    const forged: Record<string, string | undefined> = {
      'content-type': syncContentType,
      [protocolHeader]: '1',
      [nonceHeader]: init.headers[nonceHeader],
    }
    return { ...answer, headers: { get: (name) => forged[name] ?? answer.headers.get(name) } }
  }
}

export function networkWithout(
  { without, digests }: RunContext,
  device: Device,
  network: SyncNetwork,
): SyncNetwork {
  return {
    ...network,
    async pushEntries(push) {
      const waitsForSession = !device.signedIn || device.locked
      if (without === 'pushWithoutSession' && waitsForSession) {
        return refused({ kind: 'refused', reason: 'signInNeeded' })
      }
      const answer = await network.pushEntries(push)
      if (without === 'deviceHead' && answer.ok) {
        return accepted({
          ...answer.value,
          deviceHead: Number.MAX_SAFE_INTEGER,
          commonHead: Number.MAX_SAFE_INTEGER,
        })
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
        const rest = { durable: null, forked: false, notices: [], serverTime: push.sentAt }
        const head = { deviceHead: Number.MAX_SAFE_INTEGER, commonHead: Number.MAX_SAFE_INTEGER }
        return accepted({ results, ...head, ...rest })
      }
      return answer
    },
    async pullStream(pull) {
      const answer = await network.pullStream(pull)
      if (without !== 'digest' || !answer.ok || answer.value.kind === 'reset') return answer
      digests.set(`${pull.session} ${answer.value.to.seq}`, answer.value)
      const shown = device.replicas.shown.get(pull.stream)?.replica
      const isUnchanged = answer.value.to.seq === pull.base && shown !== undefined
      const { count, digest } = isUnchanged ? shown : answer.value
      return accepted({ ...answer.value, count, digest })
    },
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
  { without, digests }: RunContext,
  device: Device,
  replicas: ReplicaStore,
): ReplicaStore {
  return {
    ...replicas,
    async stagedDigest(staged) {
      const digest = await replicas.stagedDigest(staged)
      const believed = digests.get(`${staged.session} ${staged.at.seq}`)
      return without === 'digest' && digest !== null ? (believed ?? digest) : digest
    },
    async drop(stream) {
      await replicas.drop(stream)
      const dropped = streamOf(stream)
      if (without !== 'keepOutbox' || dropped.kind !== 'zone') return
      for (const [id, line] of device.outbox.lines) {
        const rows = line.rows.filter(({ entry }) => entry.header.zone !== dropped.zone)
        device.outbox.lines.set(id, { ...line, rows })
      }
    },
  }
}
