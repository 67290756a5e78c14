import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { PatientListKind } from '#domain/patient-list.ts'
import { freshness } from '#domain/shelf-life.ts'
import { lists as words } from '#text/nb/lists.ts'
import { patientListTitle, patientListWords } from '#text/nb/patient-list.ts'
import { dayAndMomentWords } from '#text/nb/time.ts'
import type { PatientRows } from '../../device/device-queries.ts'
import { useOpened } from '../../device/use-opened.ts'
import { OpenReading } from '../../OpenReading.tsx'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { useNow } from '../../use-now.ts'
import { useZoneChoice } from '../../zone-choice.ts'
import { ZonePicker } from '../../ZonePicker.tsx'
import { PatientListRows } from './PatientListRows.tsx'

const atOnce = 100

/** One of the weekly pack's lists, in its own order. */
export function PatientListScreen() {
  const { listPath } = useParams()
  const kind = PatientListKind.options.find((option) => patientListWords[option].path === listPath)

  if (kind === undefined) {
    return (
      <Screen title={words.unknownList}>
        <Action rank="second" to="/lister">
          {words.toLists}
        </Action>
      </Screen>
    )
  }
  return <KnownList kind={kind} />
}

function KnownList({ kind }: { kind: PatientListKind }) {
  const choice = useZoneChoice()
  const reading = useOpened(
    (core) => core.queries.patientRows(kind, choice.zone),
    [kind, choice.zone],
  )
  const [shown, setShown] = useState(atOnce)
  const services = reading?.kind === 'open' ? reading.value.services : []

  return (
    <Screen
      title={patientListTitle(kind, services)}
      above={
        <Link className="link" to={`/lister${choice.query}`}>
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
        {(value) =>
          value.rows.length === 0 ? (
            <Notice
              kind="empty"
              title={words.empty}
              text={words.emptyText(choice.name ?? words.allZones.toLowerCase())}
            />
          ) : (
            <>
              <ListAge rows={value} />
              <PatientListRows
                kind={kind}
                rows={value.rows.slice(0, shown)}
                deviceKinds={value.deviceKinds}
              />
              {value.rows.length > shown ? (
                <button type="button" className="link" onClick={() => setShown(shown + atOnce)}>
                  {words.more(Math.min(atOnce, value.rows.length - shown))}
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
function ListAge({ rows: { rows, asOf } }: { rows: PatientRows }) {
  const now = useNow()
  const hidden = rows.filter(({ patient }) => patient.addressProtection !== 'none').length
  const many = [words.count(rows.length), hidden === 0 ? null : words.protectedCount(hidden)]
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
