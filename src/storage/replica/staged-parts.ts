import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StagingRow } from '../databases/cache-database.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'

/** A chunk of a build that this worker has sealed, or opened and verified: its print tells that it is the same still. */
export type StagedChunk = {
  bucket: number
  count: number
  print: string
  /** The hashes of the leaves that it has documents in. */
  leaves: ReadonlyMap<number, Uint8Array<ArrayBuffer>>
}

type Kept = {
  session: string
  next: number
  chunks: StagedChunk[]
  pages: number
  changes: StreamDocument[]
}

/**
 * Keeps what this worker found of what it staged itself, so that the commit need not open and verify it again. Locking drops it.
 * The documents of a build are not kept: those of a large zone would fill a small phone.
 * What another tab or an earlier worker staged is read from the disk.
 */
export function stagedParts() {
  const keptByEmployee = new WeakMap<OpenEmployee, Kept>()

  function findKept(me: OpenEmployee, session: string): Kept {
    const kept = keptByEmployee.get(me)
    if (kept?.session === session) return kept
    const begun: Kept = { session, next: 0, chunks: [], pages: 0, changes: [] }
    keptByEmployee.set(me, begun)
    return begun
  }

  return {
    keepBuckets(
      me: OpenEmployee,
      { session, from, next }: { session: string; from: number; next: number },
      chunks: readonly StagedChunk[],
    ): void {
      const kept = findKept(me, session)
      if (kept.next !== from) return
      kept.chunks.push(...chunks)
      kept.next = next
    },

    /** Keeps page `number` of the staging `session`, after it was stored. */
    keepPage(
      me: OpenEmployee,
      { session, number }: { session: string; number: number },
      documents: readonly StreamDocument[],
    ): void {
      const kept = findKept(me, session)
      if (kept.pages !== number) return
      kept.changes.push(...documents)
      kept.pages++
    },

    /** Null unless every bucket of the staging is known. */
    findChunks(me: OpenEmployee, { session, layout }: StagingRow): readonly StagedChunk[] | null {
      const kept = keptByEmployee.get(me)
      return kept?.session === session && kept.next === layout?.next ? kept.chunks : null
    },

    /** Null unless every page of the staging is known. */
    findChanges(
      me: OpenEmployee,
      { session, pages }: StagingRow,
    ): readonly StreamDocument[] | null {
      if (pages === 0) return []
      const kept = keptByEmployee.get(me)
      return kept?.session === session && kept.pages === pages ? kept.changes : null
    },

    forget(me: OpenEmployee): void {
      keptByEmployee.delete(me)
    },
  }
}

export type StagedParts = ReturnType<typeof stagedParts>
