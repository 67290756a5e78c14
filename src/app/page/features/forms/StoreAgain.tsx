import type { Blocker } from 'react-router'
import { forms as words } from '#text/nb/screens/forms.ts'
import { Action } from '../../ui/Action.tsx'

type StoreAgainProps = { onAgain: () => void; leaving: Blocker }

/** The next step while the newest word is not stored; who is on her way out is asked first. */
export function StoreAgain({ onAgain, leaving }: StoreAgainProps) {
  return (
    <>
      {leaving.state === 'blocked' ? <p role="alert">{words.leaveUnsaved}</p> : null}
      <Action
        rank="primary"
        onPress={() => {
          if (leaving.state === 'blocked') leaving.reset()
          onAgain()
        }}
      >
        {words.saveAgain}
      </Action>
      {leaving.state === 'blocked' ? (
        <Action rank="second" onPress={leaving.proceed}>
          {words.leaveAnyway}
        </Action>
      ) : null}
    </>
  )
}
