import { Link } from 'react-router'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { amendments as words } from '#text/nb/screens/amendments.ts'
import { amendmentText } from '#text/nb/words/amendments/amendment.ts'
import { paths } from '../../paths/paths.ts'
import { useAmendments, useAmendmentsOf } from '../../services/amendments.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { Action } from '../../ui/Action.tsx'
import { NewCode } from './NewCode.tsx'
import '../../amendment-parts/amendments.css'

/** The way to sign what has changed since the list, for roles that write. */
export function AmendLink({ patient }: { patient: Patient }) {
  const { profile } = useUnlocked()
  if (!mayDo(profile.role, 'writeNotes')) return null
  return (
    <Action rank="second" to={paths.amend.to({ patientId: patient.id })}>
      {words.amend}
    </Action>
  )
}

/** What was signed about the patient since the list, before what the list says. */
export function Amendments({ patient }: { patient: Patient }) {
  const shown = useAmendmentsOf(patient.id)
  const { reading } = useAmendments()
  const replaced = (reading?.kind === 'open' ? reading.value.replaced : []).filter(
    ({ amendment }) => amendment.patientId === patient.id,
  )
  if (shown.length === 0) return null
  return (
    <section className="amendments" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul>
        {shown.map((one) => (
          <AmendmentItem key={one.amendment.entryId} patient={patient} shown={one} />
        ))}
      </ul>
      {replaced.length === 0 ? null : (
        <details>
          <summary>{words.earlier(replaced.length)}</summary>
          <ul>
            {replaced.map((one) => (
              <li key={one.amendment.entryId}>{amendmentText(one)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function AmendmentItem({ patient, shown }: { patient: Patient; shown: ShownAmendment }) {
  const { employeeId } = useUnlocked()
  const { entryId, author, body } = shown.amendment
  return (
    <li>
      <strong>{amendmentText(shown)}</strong>
      {body.kind === 'key' && body.hasCode ? (
        <NewCode patient={patient} amendment={shown.amendment} />
      ) : null}
      {author.employeeId === employeeId ? (
        <Link className="link" to={paths.correct.to({ entryId })}>
          {words.correct}
        </Link>
      ) : null}
    </li>
  )
}
