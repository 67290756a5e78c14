import { useState } from 'react'
import { Link } from 'react-router'
import type { AmendmentOutcome } from '#domain/amendments/amendment.ts'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { Instant } from '#domain/time/instant.ts'
import { amendments } from '#text/nb/screens/amendments.ts'
import { amendmentText } from '#text/nb/words/amendments/amendment.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import type { AmendmentChoice } from '#app/online/api.ts'
import { paths } from '../../paths/paths.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import '../../ui/note.css'

const words = amendments.disputed

type DisputedAmendmentProps = { shown: ShownAmendment; name: string; now: Instant }

/** One thing that was signed and what the list says of it, with the leader's two answers; or her answer, with the way back. */
export function DisputedAmendment({ shown, name, now }: DisputedAmendmentProps) {
  const { api, device } = useServices()
  const [isDeciding, setDeciding] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const { entryId, zone, outcome, patientId } = shown.amendment
  if (outcome === null) return null
  const { run, decision } = outcome

  async function decide(choice: AmendmentChoice) {
    setFault(null)
    setDeciding(true)
    const answer = await api.decideAmendment({ entryId, zone, run, choice })
    setDeciding(false)
    if (answer.ok) void device.core().syncNow()
    else {
      const { refusal } = answer
      setFault(refusal.kind === 'unreachable' ? words.unanswered : refusal.text)
    }
  }

  return (
    <article className="note" aria-label={name}>
      <div className="note__head">
        <strong>{name}</strong>
        <Link className="link" to={paths.patient.to({ patientId })}>
          {words.openCard}
        </Link>
      </div>
      <p>{amendmentText(shown)}</p>
      {fault === null ? null : (
        <p role="alert" className="field__fault">
          {fault}
        </p>
      )}
      {decision === null ? (
        <div className="stack">
          <Action isBusy={isDeciding} isDisabled={isDeciding} onPress={() => void decide('kept')}>
            {isDeciding ? words.deciding : words.keep}
          </Action>
          <Action rank="second" isDisabled={isDeciding} onPress={() => void decide('listRight')}>
            {words.listRight}
          </Action>
        </div>
      ) : (
        <>
          <p>{decisionText(decision, now)}</p>
          <Action rank="second" isDisabled={isDeciding} onPress={() => void decide('undone')}>
            {isDeciding ? words.deciding : words.undo}
          </Action>
        </>
      )}
    </article>
  )
}

function decisionText(
  { kind, by, at }: NonNullable<AmendmentOutcome['decision']>,
  now: Instant,
): string {
  const when = dayAndMomentWords(at, now)
  return kind === 'kept' ? words.kept(by.name, when) : words.listWasRight(by.name, when)
}
