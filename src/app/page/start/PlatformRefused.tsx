import { shell } from '#text/nb/screens/shell.ts'
import type { PlatformRefusal } from './platform.ts'
import { Notice } from '../ui/Notice.tsx'
import { Screen } from '../ui/Screen.tsx'

/** The app cannot run here. It says why and what to do, instead of a white page. */
export function PlatformRefused({ refusal }: { refusal: PlatformRefusal }) {
  const { title, text } = refusal === 'insecure' ? shell.insecure : shell.noStorage
  return (
    <Screen kind="plain" title={shell.appName}>
      <Notice kind="failed" title={title} text={text} />
    </Screen>
  )
}
