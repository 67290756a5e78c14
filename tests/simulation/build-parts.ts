import type { PullStreamAnswer } from '#contract/pull-stream.ts'

/**
 * Which builds were answered from two histories. A server that is restored between two buckets has lost what it sent in
 * the first one, and so has, for a while, a copy that lags behind. A phone that has pinned nothing yet cannot tell: the
 * place where the build began lies in both histories. Only the root shows it, and the build begins again.
 */
export type BuildParts = {
  mixed: ReadonlySet<string>
  /** `restores`: how often the server had been restored; `lags`: it is a copy that answers. */
  observe(answer: PullStreamAnswer, server: { restores: number; lags: boolean }): void
}

export function createBuildParts(): BuildParts {
  const newest = new Map<string, { seq: number; restores: number }>()
  const mixed = new Set<string>()
  return {
    mixed,
    observe(answer, { restores, lags }) {
      if (answer.kind === 'reset') return
      const { session } = answer
      const { seq } = answer.head.head
      const before = newest.get(session)
      // Each page of changes names the one before it, so changes alone are always of one history.
      if (before === undefined && answer.kind === 'changes') return
      if (before !== undefined) {
        if (before.restores !== restores || (lags && seq < before.seq)) mixed.add(session)
      }
      newest.set(session, { seq: Math.max(seq, before?.seq ?? 0), restores })
    },
  }
}
