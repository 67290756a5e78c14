import { shell } from '#text/nb/screens/shell.ts'
import { useDevice } from '../services/use-opened.ts'
import { Notice } from '../ui/Notice.tsx'
import './shell.css'

/** Says that the browser has deleted what lay on the device, while the screen still shows what was read before. */
export function WipedNotice() {
  if (!useDevice().isWiped) return null
  return (
    <div className="frame-notice">
      <Notice kind="failed" title={shell.wiped} text={shell.wipedMeaning} />
    </div>
  )
}
