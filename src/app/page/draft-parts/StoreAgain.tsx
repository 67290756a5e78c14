import type { Blocker } from 'react-router'
import { forms as words } from '#text/nb/screens/forms.ts'
import { Action } from '../ui/Action.tsx'

type StoreAgainProps = {
  onAgain: () => void
  /** The browser has deleted what lay on the device: another try fails too, and is not offered. */
  isLost: boolean
  leaving: Blocker
}

/** Lets the employee store again while the newest text is not stored, and asks her before she leaves. */
export function StoreAgain({ onAgain, isLost, leaving }: StoreAgainProps) {
  return (
    <>
      {leaving.state === 'blocked' ? <p role="alert">{words.leaveUnsaved}</p> : null}
      {isLost ? null : (
        <Action
          rank="primary"
          onPress={() => {
            if (leaving.state === 'blocked') leaving.reset()
            onAgain()
          }}
        >
          {words.saveAgain}
        </Action>
      )}
      {leaving.state === 'blocked' ? (
        <Action rank="second" onPress={leaving.proceed}>
          {words.leaveAnyway}
        </Action>
      ) : null}
    </>
  )
}
