import type { ZoneId } from '#domain/base/ids.ts'
import { fetches as words } from '#text/nb/screens/fetches.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Says that a part needs network, and whom to ring instead: the shift lead has it on her own phone. */
export function NeedsNetwork({ zone }: { zone: ZoneId }) {
  const { profile } = useUnlocked()
  const known = profile.zones.find(({ id }) => id === zone)
  const where = known === undefined ? zone : zoneText(known.name)
  return <Notice kind="failed" title={words.needsNetwork} text={words.ringInstead(where)} />
}
