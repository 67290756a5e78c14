import type { EntryId } from '../base/ids.ts'
import { compareFacts } from '../facts/fact-order.ts'
import { standingOf } from '../facts/standing-of.ts'
import type { Standing } from '../facts/standing.ts'
import type { CoordinationFact } from './coordination-fact.ts'
import { knownMembers, type MemberStart } from './incident-parts.ts'
import { isLate } from './late-facts.ts'

type Closing = {
  closing: Standing<CoordinationFact> | null
  isClosed: boolean
  late: EntryId[]
}

/**
 * Whether it is closed: when every member is. Somebody who reopened it without knowing of another's closing wins,
 * because an incident that is open without need costs less than one that is closed too early.
 */
export function foldClosing(
  starts: readonly MemberStart[],
  standing: readonly CoordinationFact[],
  factsById: ReadonlyMap<EntryId, CoordinationFact>,
): Closing {
  const said = standing
    .filter(({ body }) => body.kind === 'closed' || body.kind === 'reopened')
    .map((fact) => ({ fact, knows: knownMembers(fact, starts, factsById) }))
  const closing = standingOf(
    said.map(({ fact }) => fact),
    openFirst,
  )
  const isClosed = starts.every(({ incident }) => {
    const own = said.filter(({ knows }) => knows.has(incident)).map(({ fact }) => fact)
    return standingOf(own, openFirst)?.shown.body.kind === 'closed'
  })
  if (!isClosed || closing === null) return { closing, isClosed, late: [] }
  const late = standing
    .filter(({ body }) => body.kind !== 'closed' && body.kind !== 'reopened')
    .filter((fact) => isLate(fact, closing.shown))
    .toSorted(compareFacts)
    .map(({ entryId }) => entryId)
  return { closing, isClosed, late }
}

function openFirst({ body }: CoordinationFact): number {
  return body.kind === 'reopened' ? 1 : 0
}
