import { judgeEntry } from '#domain/entries/author-rights.ts'
import type { ProjectionPorts } from '#server/projection/projection-ports.ts'
import type { Weaken } from './ground.ts'

/** A server that projects with these parts. */
export function projecting(projection: Partial<ProjectionPorts>): Weaken {
  return () => ({ projection })
}

/** A server that does not ask what an author may do. */
export const unjudged: Weaken = projecting({ judge: () => ({ kind: 'effect', marks: [] }) })

/** Judges as Beredt does, but takes an end for abuse for any other end. */
export const blindToAbuse: Weaken = projecting({
  judge(rights, about, receipt) {
    const { accountClosed = null } = rights ?? {}
    const closing = accountClosed && { ...accountClosed, abuseFrom: null }
    return judgeEntry(rights && { ...rights, accountClosed: closing }, about, receipt)
  },
})

/** Judges as Beredt does, but takes everybody's role for a leader's. */
export const blindToRoles: Weaken = projecting({
  judge: (rights, wanted, receipt) => judgeEntry(rights, { ...wanted, duties: [] }, receipt),
})

/** Judges as Beredt does, but asks nothing of whom a visit is given to. */
export const blindToReceivers: Weaken = projecting({
  judge: (rights, wanted, receipt) => judgeEntry(rights, { ...wanted, receiver: null }, receipt),
})

/** A note that its readers would act on. */
export function isActedOn(journal: string | null): boolean {
  return journal?.includes('SEPONERT') === true
}
