import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import { amendmentText } from '#text/nb/words/amendments/amendment.ts'
import './amendments.css'

/** One thing that was signed since the list, with who and when. */
export function AmendmentLine({ shown }: { shown: ShownAmendment }) {
  return <strong className="amendment-line">{amendmentText(shown)}</strong>
}

/** A line for each; nothing for most. */
export function AmendmentLines({ about }: { about: readonly ShownAmendment[] }) {
  return about.map((shown) => <AmendmentLine key={shown.amendment.entryId} shown={shown} />)
}
