import type { ApiRefusal } from '#app/online/api.ts'
import { contacts as words } from '#text/nb/screens/contacts.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** Why what a leader wrote is not saved, and what to do. */
export function NotSaved({ refusal }: { refusal: ApiRefusal }) {
  return (
    <Notice
      kind="failed"
      title={words.notSaved}
      text={refusal.kind === 'unreachable' ? words.offline : refusal.text}
    >
      {refusal.kind === 'signInNeeded' ? (
        <Action to={paths.signIn.to({ returnTo: 'contacts' })}>{words.signIn}</Action>
      ) : null}
    </Notice>
  )
}
