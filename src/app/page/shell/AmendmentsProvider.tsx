import { type ReactNode, useMemo } from 'react'
import { AmendmentsContext, knownAmendments } from '../services/amendments.ts'
import { useNow } from '../services/use-now.ts'
import { useOpened } from '../services/use-opened.ts'

/** Reads once, for all screens, what lies on top of the lists; and again each minute, when something may have begun. */
export function AmendmentsProvider({ children }: { children: ReactNode }) {
  const now = useNow()
  const reading = useOpened((core) => core.queries.amendments(), [now])
  const known = useMemo(() => knownAmendments(reading), [reading])
  return <AmendmentsContext value={known}>{children}</AmendmentsContext>
}
