import { trust as words } from '#text/nb/screens/trust.ts'
import { streamsText } from '#text/nb/words/stream.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { useNow } from '../services/use-now.ts'
import { useUnlocked } from '../services/unlocked.ts'
import { Notice } from '../ui/Notice.tsx'
import { OpenAnyway } from './OpenAnyway.tsx'
import './trust-notices.css'

/** Says of an open reading what the server does not vouch for, and what is older than it was. */
export function TrustNotices({ reading }: { reading: Reading<unknown> | undefined }) {
  const now = useNow()
  const { zones } = useUnlocked().profile
  if (reading?.kind !== 'open') return null
  const { withheld, unverified, older, verifiedAt } = reading
  return (
    <>
      {withheld.length === 0 ? null : (
        <div className="trust-notice">
          <Notice
            kind="failed"
            title={words.withheld(streamsText(withheld, zones))}
            text={words.withheldMeaning}
          >
            <OpenAnyway streams={withheld} />
          </Notice>
        </div>
      )}
      {unverified.length === 0 ? null : (
        <div className="trust-notice" role="alert">
          <p className="trust-notice__line">
            <strong>{words.unverified(streamsText(unverified, zones))}</strong>{' '}
            {words.unverifiedMeaning}
          </p>
        </div>
      )}
      {older.length === 0 ? null : (
        <Notice
          kind="old"
          title={words.older(streamsText(older, zones))}
          text={words.olderMeaning(dayAndMomentWords(verifiedAt, now))}
        />
      )}
    </>
  )
}
