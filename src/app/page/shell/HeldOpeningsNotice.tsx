import { shell } from '#text/nb/screens/shell.ts'
import { useDevice } from '../services/use-opened.ts'
import { Notice } from '../ui/Notice.tsx'
import './shell.css'

/** Warns that cards were opened that the full disk has no room to log yet. */
export function HeldOpeningsNotice() {
  const { heldOpenings } = useDevice().sync
  if (heldOpenings === 0) return null
  return (
    <div className="frame-notice">
      <Notice
        kind="failed"
        title={shell.heldOpenings(heldOpenings)}
        text={shell.heldOpeningsMeaning}
      />
    </div>
  )
}
