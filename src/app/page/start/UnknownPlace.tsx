import { shell } from '#text/nb/screens/shell.ts'
import { Action } from '../ui/Action.tsx'
import { Screen } from '../ui/Screen.tsx'

export function UnknownPlace() {
  return (
    <Screen title={shell.unknownPlace} under={shell.unknownPlaceMeaning}>
      <Action rank="second" to="/">
        {shell.toFront}
      </Action>
    </Screen>
  )
}
