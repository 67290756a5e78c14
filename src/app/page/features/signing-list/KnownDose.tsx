import { Link } from 'react-router'
import type { SignedDose } from '#domain/medicines/signed-doses.ts'
import type { Instant } from '#domain/time/instant.ts'
import { signingList as words } from '#text/nb/screens/medicines/signing-list.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Tag } from '../../ui/Tag.tsx'

/** Who signed for it and who countersigned; a colleague may countersign, also on this phone. */
export function KnownDose({ dose, now }: { dose: SignedDose; now: Instant }) {
  const when = momentWords(dose.at, now)
  return (
    <>
      <strong className={dose.isGiven ? 'signing__known signing__known--given' : 'signing__known'}>
        {dose.isGiven
          ? words.given(when, dose.by)
          : words.notGiven(dose.reason ?? '', when, dose.by)}
      </strong>
      {dose.checkedBy.length > 0 ? (
        <span className="row__facts">{words.countersigned(dose.checkedBy.join(', '))}</span>
      ) : (
        <ToCountersign dose={dose} when={when} />
      )}
    </>
  )
}

function ToCountersign({ dose, when }: { dose: SignedDose; when: string }) {
  const to = paths.countersign.to({ entryId: dose.entryId, patientId: dose.patientId })
  if (!dose.needsControl) {
    return (
      <Link
        className="link signing__again"
        to={to}
        aria-label={`${words.countersign}: ${dose.medicine} ${when}`}
      >
        {words.countersign}
      </Link>
    )
  }
  return (
    <div className="signing__control">
      <Tag text={words.needsControl} tone="deadline" />
      <Action rank="second" to={to}>
        {words.countersign}
        <span className="visually-hidden">{` ${dose.medicine} ${when}`}</span>
      </Action>
    </div>
  )
}
