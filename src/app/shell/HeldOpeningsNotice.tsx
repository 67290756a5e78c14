import { shell } from '#text/nb/screens/shell.ts'
import { useDevice } from '#app/page/services/use-opened.ts'
import { Notice } from '#app/page/ui/Notice.tsx'
import '#app/page/shell/shell.css'

/** Cards were opened that the log has no room for yet. */
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
