import { useState } from 'react'
import { Link } from 'react-router'
import type { ZoneId } from '#domain/base/ids.ts'
import type { ZonePlan } from '#domain/contacts/zone-plan.ts'
import { mayDo } from '#domain/roles/duties.ts'
import { localClock } from '#domain/time/instant.ts'
import { zonePlan as words } from '#text/nb/screens/incident/zone-plan.ts'
import { dateWords, durationWords } from '#text/nb/words/time.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { ZonePlanFacts } from '../../ahead-parts/ZonePlanFacts.tsx'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { useCorrectedNow } from '../../services/use-corrected-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useZoneNames } from '../../services/use-zone-names.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ZonePlanForm } from './ZonePlanForm.tsx'

/** What a zone has agreed on for when nobody can be reached. Everybody reads it; her leader writes it. */
export function ZonePlanScreen({ zone }: { zone: ZoneId }) {
  const plans = useOpened((core) => core.reader.listZonePlans())
  const names = useZoneNames()
  const { profile } = useUnlocked()
  const named = names.find(({ id }) => id === zone)
  const isHers = profile.zones.some(({ id }) => id === zone)
  const mayKeep = isHers && mayDo(profile.role, 'keepContacts')

  return (
    <Screen
      kind="reading"
      title={named === undefined ? words.title : words.of(zoneText(named.name))}
      under={words.meaning}
      above={
        <Link className="link" to={paths.contacts.to()}>
          {words.back}
        </Link>
      }
    >
      <OpenReading reading={plans} none={{ title: words.empty, text: words.emptyText }}>
        {(held) => {
          const plan = held.find((one) => one.zone === zone) ?? null
          return (
            <>
              {plan === null ? (
                <Notice kind="empty" title={words.empty} text={words.emptyText} />
              ) : (
                <Agreed plan={plan} />
              )}
              {mayKeep ? <Keep key={zone} zone={zone} plan={plan} /> : null}
            </>
          )
        }}
      </OpenReading>
    </Screen>
  )
}

function Agreed({ plan }: { plan: ZonePlan }) {
  const now = useCorrectedNow()
  const { lastCheckedOn, mobileMinutes, afterMinutes } = plan
  const mobile = mobileMinutes === null ? words.unknown : words.mobileText(mobileMinutes / 60)
  return (
    <>
      <ZonePlanFacts plan={plan} now={now} />
      <Facts
        facts={[
          { label: words.mobile, value: mobile },
          { label: words.reinforced, value: plan.reinforced ?? words.none },
        ]}
      />
      <p>
        {words.shownAfter(durationWords(afterMinutes))}{' '}
        {lastCheckedOn === null
          ? words.never
          : words.checked(dateWords(lastCheckedOn, localClock(now).on))}
      </p>
    </>
  )
}

/** What the leader saw when she began stays what her change is of, whatever comes in meanwhile. */
function Keep({ zone, plan }: { zone: ZoneId; plan: ZonePlan | null }) {
  const [{ seen, saves }, setSeen] = useState({ seen: plan, saves: 0 })
  return (
    <ZonePlanForm
      key={saves}
      zone={zone}
      seen={seen}
      isSaved={saves > 0}
      onSaved={(saved) => setSeen({ seen: saved, saves: saves + 1 })}
    />
  )
}
