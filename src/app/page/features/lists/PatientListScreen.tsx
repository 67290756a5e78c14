import { Link } from 'react-router'
import type { ZoneId } from '#domain/base/ids.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { freshness } from '#domain/time/shelf-life.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { awayCountText } from '#text/nb/words/amendments/amendment.ts'
import { patientListTitle, patientListWords } from '#text/nb/words/patient-list.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import type { PatientRows } from '#app/bridge/device-queries.ts'
import { useOpened } from '../../services/use-opened.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { paths } from '../../paths/paths.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { useRemembered } from '../../services/screen-memory.ts'
import { useNow } from '../../services/use-now.ts'
import { useZoneChoice } from '../../services/zone-choice.ts'
import { ZonePicker } from '../../parts/ZonePicker.tsx'
import { PatientListRows } from './PatientListRows.tsx'

const atOnce = 100

type PatientListScreenProps = { kind: PatientListKind; zone?: ZoneId | undefined }

/** One of the weekly pack's lists, in its own order. */
export function PatientListScreen({ kind, zone }: PatientListScreenProps) {
  const choice = useZoneChoice(zone, (chosen) => paths.patientList.to({ kind, zone: chosen }))
  const [maxRows, setMaxRows] = useRemembered<number>(`rows/${kind}`, atOnce)
  const reading = useOpened(
    (core) => core.queries.patientRows({ kind, zone: choice.zone }, maxRows),
    [kind, choice.zone, maxRows],
  )
  const services = reading?.kind === 'open' ? reading.value.services : []

  return (
    <Screen
      title={patientListTitle(kind, services)}
      above={
        <Link className="link" to={paths.lists.to(choice.linked)}>
          {words.title}
        </Link>
      }
      beside={<ZonePicker choice={choice} />}
      under={patientListWords[kind].subtitle}
    >
      <OpenReading
        reading={reading}
        none={{ title: words.nothingHere, text: words.nothingHereText }}
      >
        {(value, { isWhole }) =>
          value.total === 0 ? (
            isWhole && (
              <Notice
                kind="empty"
                title={words.empty}
                text={words.emptyText(choice.name ?? words.allZones.toLowerCase())}
              />
            )
          ) : (
            <>
              <ListAge {...value} />
              <PatientListRows kind={kind} choice={choice} {...value} />
              {value.total > value.rows.length ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => setMaxRows(value.rows.length + atOnce)}
                >
                  {words.more(Math.min(atOnce, value.total - value.rows.length))}
                </button>
              ) : null}
            </>
          )
        }
      </OpenReading>
    </Screen>
  )
}

/** How many, and how old; beyond its shelf life the list says so itself. */
function ListAge({
  people,
  protectedAddresses,
  unknownBatteries,
  away,
  asOf,
}: Pick<PatientRows, 'people' | 'protectedAddresses' | 'unknownBatteries' | 'away' | 'asOf'>) {
  const now = useNow()
  const many = [
    words.count(people),
    awayCountText(away),
    protectedAddresses === 0 ? null : words.protectedCount(protectedAddresses),
    unknownBatteries === 0 ? null : words.unknownBatteryCount(unknownBatteries),
  ]
  return (
    <>
      <p className="lists__about">
        <span>{many.filter(Boolean).join(', ')}</span>
        {asOf === null ? null : <span>{words.asOf(dayAndMomentWords(asOf, now))}</span>}
      </p>
      {asOf !== null && freshness('weeklyList', asOf, now).state === 'stale' ? (
        <Notice kind="old" title={words.old(dayAndMomentWords(asOf, now))} text={words.oldText} />
      ) : null}
    </>
  )
}
