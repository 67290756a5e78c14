import { useState } from 'react'
import { employees as words } from '#text/nb/screens/keeping/employees.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { AskFirst } from './parts/AskFirst.tsx'

type CloseAccessProps = { name: string; isBusy: boolean; onClose: () => void }

export function CloseAccess({ name, isBusy, onClose }: CloseAccessProps) {
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <GroupHeading text={words.close} />
      {isAsked ? (
        <AskFirst
          question={words.closeAsk(name)}
          text={words.closeText}
          sure={words.closeSure}
          cancel={words.cancel}
          isBusy={isBusy}
          onSure={onClose}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <Action rank="second" onPress={() => setAsked(true)}>
          {words.close}
        </Action>
      )}
    </>
  )
}
