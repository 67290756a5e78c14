import { shell } from '#text/nb/screens/shell.ts'
import { paths } from '../paths/paths.ts'
import { Action } from '../ui/Action.tsx'
import { Screen } from '../ui/Screen.tsx'

export function UnknownPlace() {
  return (
    <Screen title={shell.unknownPlace} under={shell.unknownPlaceMeaning}>
      <Action rank="second" to={paths.now.to()}>
        {shell.toFront}
      </Action>
    </Screen>
  )
}
