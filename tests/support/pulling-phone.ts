import { randomUUID } from 'node:crypto'
import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import { accepted, refused } from '#domain/base/result.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import { startingPace } from '#sync/pace.ts'
import { pullStream } from '#sync/pull-stream.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import { critical } from './build-replica.ts'
import { aMemoryReader, webTools } from './memory-reader.ts'
import { type ServerStream, answerFrom } from './pulled-server.ts'
import { aVouchingServer, noon } from './test-vault.ts'

type Change = (answer: PullStreamAnswer) => PullStreamAnswer

/** A phone without anything, and a server that sends one bucket or one change an answer. */
export async function aPullingPhone(documents: readonly StreamDocument[]) {
  const server = await aVouchingServer()
  const reader = await aMemoryReader(server)
  const happened: string[] = []
  const events: SyncEvent[] = []
  const requests: PullStream[] = []
  let stream: ServerStream = { epoch: 1, live: [...documents], changes: [...documents] }
  let onRequest: ((count: number) => void) | null = null
  let onAnswer: Change | null = null
  let onStored: (() => Promise<void>) | null = null
  let reset: {
    reason: 'restored' | 'aboveHead' | 'unknownWitness'
    named: SignedHead | null
  } | null = null
  let answersLeft = Number.POSITIVE_INFINITY
  const stored = async (what: string, outcome: 'staged' | 'stale'): Promise<'staged' | 'stale'> => {
    if (outcome === 'staged') happened.push(`stored ${what}`)
    await onStored?.()
    return outcome
  }
  const pull = () =>
    pullStream(
      { stream: critical, holders: [reader.me] },
      {
        ...webTools,
        network: {
          async pullStream(message) {
            requests.push(message)
            const { part, session } = message
            const place =
              part.kind === 'changes' ? `after ${part.after}` : `bucket ${part.layout?.from ?? 0}`
            happened.push(`requested ${place}`)
            onRequest?.(requests.length)
            if (answersLeft-- <= 0) return refused({ kind: 'unreachable' })
            if (reset !== null) {
              const answer = { kind: 'reset', session, stream: critical, ...reset } as const
              reset = null
              return accepted(answer)
            }
            const answer = await answerFrom(stream, message, server)
            return accepted(onAnswer?.(answer) ?? answer)
          },
        },
        replicas: {
          ...reader.replicas,
          stageBuckets: async (part) =>
            stored(`bucket ${part.from}`, await reader.replicas.stageBuckets(part)),
          stagePage: async (page) =>
            stored(`after ${page.after}`, await reader.replicas.stagePage(page)),
        },
        trust: reader.trust,
        clock: { now: () => noon },
        randomUuid: randomUUID,
        pace: startingPace(),
        report: (event) => events.push(event),
      },
    )
  return {
    ...reader,
    server,
    happened,
    events,
    requests,
    pull,
    shown: async () =>
      (await reader.open(critical))?.documents.map(({ docId }) => docId).toSorted() ?? null,
    write(changes: readonly StreamDocument[]) {
      const ids = new Set(changes.map(({ docId }) => docId))
      const live = stream.live.filter(({ docId }) => !ids.has(docId))
      stream = {
        ...stream,
        live: [...live, ...changes.filter((one) => !one.deleted)],
        changes: [...stream.changes.filter(({ docId }) => !ids.has(docId)), ...changes],
      }
    },
    serve: (other: ServerStream) => void (stream = other),
    onRequest: (work: NonNullable<typeof onRequest>) => void (onRequest = work),
    onAnswer: (change: Change) => void (onAnswer = change),
    onStored: (work: NonNullable<typeof onStored>) => void (onStored = work),
    resetOnce: (wanted: NonNullable<typeof reset>) => void (reset = wanted),
    breakAfter: (answers: number) => void (answersLeft = answers),
  }
}
