import type { PullStreamAnswer } from '#contract/pull-stream.ts'
import type { Checkpoint } from '#domain/streams/stream-document.ts'
import type { Committed } from '../support/memory-sync-database.ts'
import { isInHistory } from './history.ts'

/**
 * Which stagings cannot hash to the root that the server signs, though nobody did anything wrong.
 *
 * A build was answered from two histories: a server that is restored between two buckets has lost what it sent in the first
 * one, and so has, for a while, a copy that lags behind. A phone that has pinned nothing yet cannot tell, because the place
 * where the build began lies in both histories. Only the root shows it, and the build begins again.
 */
export type BuildParts = {
  /** A part of this staging was asked for; the first one counts. */
  observeAsked(session: string, at: number): void
  /** `database`: what the answer was read from. */
  observeAnswer(answer: PullStreamAnswer, database: Committed): void
  isMixed(session: string): boolean
  /** The head of the last answer; null when there was none. */
  findHead(session: string): Checkpoint | null
  /** Infinity when nothing of it was asked for. */
  begunAt(session: string): number
}

export function createBuildParts(): BuildParts {
  const sent = new Map<string, Checkpoint[]>()
  const mixed = new Set<string>()
  const newest = new Map<string, Checkpoint>()
  const begun = new Map<string, number>()
  return {
    observeAsked(session, at) {
      if (!begun.has(session)) begun.set(session, at)
    },
    observeAnswer(answer, { streams }) {
      if (answer.kind === 'reset') return
      const { session, stream } = answer
      const rows = streams.get(stream)
      newest.set(session, answer.head.head)
      const before = sent.get(session) ?? []
      if (before.some((place) => !isInHistory(rows, place))) mixed.add(session)
      // Each page of changes names the place that it goes on from, so of those the server says itself what it has lost.
      if (answer.kind === 'buckets') sent.set(session, [...before, answer.head.head])
    },
    findHead: (session) => newest.get(session) ?? null,
    isMixed: (session) => mixed.has(session),
    begunAt: (session) => begun.get(session) ?? Number.POSITIVE_INFINITY,
  }
}
