import { useIncidents } from '../../services/use-incidents.ts'
import { OutageScreen } from './OutageScreen.tsx'
import { QuietFront } from './QuietFront.tsx'

/** The front page. An outage changes what it holds, never how the app works. */
export function NowScreen() {
  const known = useIncidents()
  const [first] = known.running
  return first === undefined ? (
    <QuietFront known={known} />
  ) : (
    <OutageScreen key={first.id} incident={first} known={known} />
  )
}
