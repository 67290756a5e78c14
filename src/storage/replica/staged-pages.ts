import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StagingRow } from '../databases/cache-database.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'

type Kept = { session: string; pages: number; documents: StreamDocument[] }

/**
 * Keeps the pages that this worker staged itself, so that the commit need not open them again.
 * Locking drops them. Pages that another tab or an earlier worker staged are read from the disk.
 */
export function stagedPages() {
  const keptByEmployee = new WeakMap<OpenEmployee, Kept>()

  return {
    /** Keeps page `number` of the staging `session`, after it was stored. */
    keep(
      me: OpenEmployee,
      { session, number }: { session: string; number: number },
      documents: readonly StreamDocument[],
    ): void {
      const kept = keptByEmployee.get(me)
      if (number === 0) keptByEmployee.set(me, { session, pages: 1, documents: [...documents] })
      else if (kept?.session === session && kept.pages === number) {
        kept.documents.push(...documents)
        kept.pages++
      } else keptByEmployee.delete(me)
    },

    /** Null unless every page of the staging is known. */
    find(me: OpenEmployee, { session, pages }: StagingRow): readonly StreamDocument[] | null {
      const kept = keptByEmployee.get(me)
      return kept?.session === session && kept.pages === pages ? kept.documents : null
    },

    forget(me: OpenEmployee): void {
      keptByEmployee.delete(me)
    },
  }
}

export type StagedPages = ReturnType<typeof stagedPages>
