import { ArrowsCirclepathIcon } from '@navikt/aksel-icons'
import { useSyncExternalStore } from 'react'
import { shell } from '#text/nb/screens/shell.ts'
import { useServices } from '../services/services.ts'
import { Action } from '../ui/Action.tsx'
import { Notice } from '../ui/Notice.tsx'

/** Asks before a new version is started, so that no update interrupts the employee's work. */
export function UpdateNotice() {
  const { updates } = useServices()
  const isReady = useSyncExternalStore(updates.subscribe, updates.isReady)

  if (!isReady) return null
  return (
    <Notice kind="done" title={shell.updateReady} text={shell.updateMeaning}>
      <Action
        rank="second"
        icon={<ArrowsCirclepathIcon aria-hidden fontSize="1.5rem" />}
        onPress={() => updates.take()}
      >
        {shell.takeUpdate}
      </Action>
    </Notice>
  )
}
