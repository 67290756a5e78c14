import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ZoneId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes, startOfMinute } from '#domain/time/instant.ts'
import { ifPowerGoes as words } from '#text/nb/screens/incident/if-power-goes.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { NetworkClock } from '../../../ahead-parts/NetworkClock.tsx'
import { OpenReading } from '../../../parts/OpenReading.tsx'
import { ZonePicker } from '../../../parts/ZonePicker.tsx'
import { paths } from '../../../paths/paths.ts'
import { useCorrectedNow } from '../../../services/use-corrected-now.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { useZoneChoice } from '../../../services/zone-choice.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Screen } from '../../../ui/Screen.tsx'
import { noRows } from '../OutageScreen.tsx'
import { useContacts } from '../use-contacts.ts'
import { CountdownRows } from './CountdownRows.tsx'
import { WhenField } from './WhenField.tsx'

const atOnce = 100

type IfPowerGoesProps = { zone?: ZoneId | undefined; at?: Instant | undefined }

/** The same lists and moments as an outage has, before it happens. It starts nothing. */
export function IfPowerGoesScreen({ zone, at }: IfPowerGoesProps) {
  const navigate = useNavigate()
  const now = useCorrectedNow()
  const [nextHour] = useState(() => plusMinutes(startOfMinute(now), 60))
  const startsAt = at ?? nextHour
  const zones = useZoneChoice(zone, (chosen) => paths.ifPowerGoes.to({ zone: chosen, at }))
  const [maxRows, setMaxRows] = useState(atOnce)
  const contacts = useContacts()
  const reading = useOpened(
    (core) => core.incidents.ifPowerGoes(startsAt, zones.zone, maxRows),
    [startsAt, zones.zone, maxRows],
  )
  const area = { zones: zones.zones.map(({ id }) => id), streets: [] }

  return (
    <Screen
      title={words.title(momentWords(startsAt, now))}
      beside={<ZonePicker choice={zones} />}
      under={words.nothingBegun}
    >
      <WhenField
        now={now}
        from={startsAt}
        onChoose={(chosen) =>
          void navigate(paths.ifPowerGoes.to({ zone, at: chosen }), { replace: true })
        }
      />
      <NetworkClock loss={{ symptoms: ['power'], area, startsAt }} now={now} incident={null} />
      <OpenReading reading={contacts === undefined ? undefined : reading} none={noRows}>
        {(countdown, { isWhole }) =>
          countdown.total.people === 0 && isWhole ? (
            <Notice kind="empty" title={words.nobody} />
          ) : (
            <CountdownRows
              now={startsAt}
              incident={null}
              onMore={() => setMaxRows(maxRows + atOnce)}
              contacts={contacts ?? []}
              countdown={countdown}
            />
          )
        }
      </OpenReading>
    </Screen>
  )
}
