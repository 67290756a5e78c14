import { shell } from '#text/nb/screens/shell.ts'
import { Notice } from '../ui/Notice.tsx'
import { Screen } from '../ui/Screen.tsx'

export function Waiting() {
  return (
    <Screen title={shell.appName} busy>
      <Notice kind="waiting" title={shell.waiting} text={shell.waitingMeaning} />
    </Screen>
  )
}
