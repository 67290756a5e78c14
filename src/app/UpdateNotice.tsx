import { Alert, Button, Paragraph } from '@digdir/designsystemet-react'
import { useSyncExternalStore } from 'react'
import { shell } from '#text/nb/shell.ts'
import type { AppUpdates } from './app-updates.ts'

/** Asks before the new version is taken; it never comes in the middle of something by itself. */
export function UpdateNotice({ updates }: { updates: AppUpdates }) {
  const isReady = useSyncExternalStore(updates.subscribe, updates.isReady)

  if (!isReady) return null
  return (
    <Alert data-color="info" role="status">
      <Paragraph>{shell.updateReady}</Paragraph>
      <Button variant="secondary" onClick={updates.take}>
        {shell.takeUpdate}
      </Button>
    </Alert>
  )
}
