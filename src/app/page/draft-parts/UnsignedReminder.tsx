import { Link } from 'react-router'
import { isShiftChange, usualShiftHours } from '#domain/lists/shift.ts'
import { localClock } from '#domain/time/instant.ts'
import { unsigned as words } from '#text/nb/screens/writing/unsigned.ts'
import { useNow } from '../services/use-now.ts'
import { useUnsignedCount } from './use-unsigned-count.ts'
import { paths } from '../paths/paths.ts'
import { Notice } from '../ui/Notice.tsx'

/** Says that something is not signed: nobody else can read it. Around the end of a shift it says so as an alarm. */
export function UnsignedReminder() {
  const now = useNow()
  const count = useUnsignedCount()
  if (count === 0) return null
  const isLate = isShiftChange(localClock(now).at, usualShiftHours)
  return (
    <Notice
      kind={isLate ? 'failed' : 'old'}
      title={isLate ? words.shiftEnds(count) : words.count(count)}
      text={words.reachesNobody}
    >
      <Link to={paths.write.to()} className="link">
        {words.open}
      </Link>
    </Notice>
  )
}
