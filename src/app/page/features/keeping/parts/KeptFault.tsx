import type { ApiRefusal } from '#app/online/api.ts'
import { kept as words } from '#text/nb/screens/keeping/kept.ts'
import { paths, type ReturnPlace } from '../../../paths/paths.ts'
import { Action } from '../../../ui/Action.tsx'
import { Notice } from '../../../ui/Notice.tsx'

type KeptFaultProps = { fault: ApiRefusal | null; returnTo: ReturnPlace; onTryAgain: () => void }

/** Why the server's answer is not on the screen, and the one thing to do about it. */
export function KeptFault({ fault, returnTo, onTryAgain }: KeptFaultProps) {
  if (fault === null) return null
  return (
    <Notice kind="failed" title={words.failed} text={faultText(fault)}>
      {fault.kind === 'signInNeeded' ? (
        <Action to={paths.signIn.to({ returnTo })}>{words.signIn}</Action>
      ) : (
        <Action rank="second" onPress={onTryAgain}>
          {words.tryAgain}
        </Action>
      )}
    </Notice>
  )
}

export function faultText(fault: ApiRefusal): string {
  return fault.kind === 'unreachable' ? words.offline : fault.text
}
