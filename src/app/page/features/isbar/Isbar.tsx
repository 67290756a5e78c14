import { PhoneIcon } from '@navikt/aksel-icons'
import { Link } from 'react-router'
import type { Patient } from '#domain/patient/patient.ts'
import { isbar as words } from '#text/nb/screens/incident/isbar.ts'
import { amendmentText } from '#text/nb/words/amendments/amendment.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { phoneLink } from '#text/nb/words/phone.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { TrustNotices } from '../../parts/TrustNotices.tsx'
import { Unverified } from '../../parts/Unverified.tsx'
import { paths } from '../../paths/paths.ts'
import { useAmendmentsOf } from '../../services/amendments.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useDeviceKinds } from '../../services/use-device-kinds.ts'
import { useIncidents } from '../../services/use-incidents.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Action } from '../../ui/Action.tsx'
import { Screen } from '../../ui/Screen.tsx'
import {
  assessmentLines,
  backgroundLines,
  identificationLines,
  situationLines,
} from './isbar-lines.ts'
import { readIsbar } from './read-isbar.ts'
import { Request } from './Request.tsx'
import './isbar.css'

type IsbarProps = { patient: Patient; reading: Reading<unknown> | undefined }

/** Sentences to read aloud from the top, with the two numbers below. */
export function Isbar({ patient, reading }: IsbarProps) {
  const { profile } = useUnlocked()
  const kinds = useDeviceKinds()
  const { running, now } = useIncidents()
  const incident = running.find(({ area }) => area.zones.includes(patient.zone)) ?? null
  const known = useOpened(
    (core) => readIsbar(core, patient, incident?.id ?? null),
    [patient, incident?.id, now],
  )
  // What is true since the list comes before what the list says.
  const amendments = useAmendmentsOf(patient.id).map(amendmentText)
  const about = {
    patient,
    incident,
    now,
    kinds,
    details: known?.details ?? null,
    person: known?.person ?? null,
  }

  return (
    <Screen
      kind="reading"
      title={words.title}
      under={words.under}
      above={
        <Link className="link" to={paths.patient.to({ patientId: patient.id })}>
          {lookupName(patient.name)}
        </Link>
      }
      foot={
        <>
          <Action
            rank="primary"
            href={phoneLink(words.emergency.number)}
            icon={<PhoneIcon aria-hidden fontSize="1.5rem" />}
          >
            {words.emergency.label}
          </Action>
          <Action
            rank="second"
            href={phoneLink(words.outOfHours.number)}
            icon={<PhoneIcon aria-hidden fontSize="1.5rem" />}
          >
            {words.outOfHours.label}
          </Action>
        </>
      }
    >
      <TrustNotices reading={reading} />
      <Unverified reading={reading}>
        <Part
          title={words.parts.identification}
          lines={identificationLines(about, { ...profile.author, zones: profile.zones })}
        />
        <Part title={words.parts.situation} lines={situationLines(about)} />
        <Part title={words.parts.background} lines={[...amendments, ...backgroundLines(about)]} />
        <Part title={words.parts.assessment} lines={assessmentLines(about)} />
        <Request />
      </Unverified>
    </Screen>
  )
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section className="isbar" aria-label={title}>
      <h2>{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  )
}
