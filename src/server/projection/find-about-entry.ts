import type { EmployeeId } from '#domain/base/ids.ts'
import type { Duty } from '#domain/roles/duties.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { InboxStore, Repetition } from '../inbox/inbox-store.ts'
import type { Form } from './projection-ports.ts'

/** What an entry that countersigns or withdraws another one comes to, before its author's right is judged. */
export type AboutEntry =
  /** `duties`: what its author's role must allow. */
  | { kind: 'effect'; duties: readonly Duty[] }
  /** The other one has no effect yet, or has not come: this one waits with it. */
  | { kind: 'waits' }
  /** A leader has not taken the other one in, so there is nothing to add to. */
  | { kind: 'rejected' }
  /** Somebody countersigned her own entry, or withdrew a colleague's: a leader is asked. */
  | { kind: 'notHers' }
  /** Of that id there is something else than what she signed for. */
  | { kind: 'otherContent' }

/** Null for a form about no other entry. The other one is looked up in the inbox, where it stays after the journal has let it go. */
export async function findAboutEntry(
  inbox: Pick<InboxStore, 'lockEffect' | 'listRepetitions'>,
  { authorEmployeeId }: Pick<InboxEntry, 'authorEmployeeId'>,
  { countersigns, withdraws }: Form,
): Promise<AboutEntry | null> {
  const named = countersigns ?? withdraws
  if (named === undefined) return null
  // Else a leader could decide about the other one between this question and its answer.
  await inbox.lockEffect(named.entryId)
  const rows = await inbox.listRepetitions(named.entryId)
  const settled = rows.find(({ projected }) => projected !== 'waiting')
  if (settled === undefined) return { kind: 'waits' }
  switch (settled.projected) {
    case 'waiting':
    case 'held':
    // A person looks at it, and so does nobody before her at what was said about it.
    case 'quarantined':
      return { kind: 'waits' }
    case 'rejected':
      return { kind: 'rejected' }
    case 'applied':
    case 'taken':
      return countersigns === undefined
        ? withdrawal(settled, authorEmployeeId)
        : countersigning(
            rows,
            { author: settled.authorEmployeeId, by: authorEmployeeId },
            countersigns.hash,
          )
  }
}

function withdrawal(named: Repetition, by: EmployeeId | null): AboutEntry {
  return named.authorEmployeeId === by
    ? { kind: 'effect', duties: ['writeNotes'] }
    : { kind: 'notHers' }
}

function countersigning(
  rows: readonly Repetition[],
  { author, by }: { author: EmployeeId | null; by: EmployeeId | null },
  hash: string,
): AboutEntry {
  if (author === by) return { kind: 'notHers' }
  return rows.some((row) => row.entryHash === hash && row.authorEmployeeId === author)
    ? { kind: 'effect', duties: ['countersignNotes'] }
    : { kind: 'otherContent' }
}
