import { useRouteError } from 'react-router'
import { isStorageLost } from '#app/bridge/storage-lost.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { paths } from '../paths/paths.ts'
import { Action } from '../ui/Action.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Screen } from '../ui/Screen.tsx'

/** Shown in place of a screen that failed. A fault is never shown as an empty list. */
export function RouteFault() {
  const isLost = isStorageLost(useRouteError())
  return (
    <Screen
      kind="plain"
      title={shell.fault}
      foot={
        <>
          <Action rank="primary" onPress={() => location.reload()}>
            {shell.openAgain}
          </Action>
          <Action rank="second" href={paths.now.to()}>
            {shell.toFront}
          </Action>
        </>
      }
    >
      {isLost ? (
        <Notice kind="failed" title={shell.wiped} text={shell.wipedMeaning} />
      ) : (
        <Notice kind="failed" title={shell.faultSafe} text={shell.faultMeaning} />
      )}
    </Screen>
  )
}
