import { PencilIcon, PhoneIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { visitNoteForm } from '#domain/forms/form-reference.ts'
import { phoneShown, withoutTellingParts } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { awayText } from '#text/nb/words/amendments/amendment.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { newPatients } from '#text/nb/screens/new-patients.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { ageWords, dayAndMomentWords, fullDate } from '#text/nb/words/time.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { TrustNotices } from '../../parts/TrustNotices.tsx'
import { Unverified } from '../../parts/Unverified.tsx'
import { PatientDrafts } from '../../draft-parts/PatientDrafts.tsx'
import { useAway } from '../../services/amendments.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useNow } from '../../services/use-now.ts'
import { type ListOrigin, paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { AboutPatient } from './AboutPatient.tsx'
import { AmendLink, Amendments } from './Amendments.tsx'
import { CriticalBox } from './CriticalBox.tsx'
import { Devices } from './Devices.tsx'
import { Door } from './Door.tsx'
import { InIncident } from './InIncident.tsx'
import { MedicationLink } from './MedicationLink.tsx'
import { Neighbours } from './on-list/Neighbours.tsx'
import { Notes } from './Notes.tsx'
import { PatientForms } from './PatientForms.tsx'
import { People } from './People.tsx'
import { TellingParts } from './protection/TellingParts.tsx'
import { FormerNumbers } from '../../new-patient-parts/FormerNumbers.tsx'
import { TemporaryPatient } from '../../new-patient-parts/TemporaryPatient.tsx'
import { WhereSheLives } from './WhereSheLives.tsx'
import './patient.css'

type PatientCardProps = {
  patient: Patient
  reading: Reading<unknown> | undefined
  origin: ListOrigin
}

/** The buttons to call and write, then what can be fatal, what was signed since the list, then devices, people and the door. */
export function PatientCard({ patient, reading, origin }: PatientCardProps) {
  const now = useNow()
  const { profile } = useUnlocked()
  const [isDisclosed, setTold] = useState(false)
  const phone = phoneShown(patient)
  const shown = isDisclosed ? patient : withoutTellingParts(patient)
  const zone = profile.zones.find(({ id }) => id === patient.zone)
  const born =
    patient.bornOn === null
      ? words.bornUnknown
      : words.born(fullDate(patient.bornOn), ageWords(patient.bornOn, localClock(now).on))

  return (
    <Screen
      title={lookupName(patient.name)}
      titleInHistory={words.card}
      above={<Neighbours patientId={patient.id} origin={origin} />}
      beside={<CardTags patient={patient} />}
      under={`${born} · ${words.zone(zone === undefined ? patient.zone : zone.name)}`}
    >
      <TrustNotices reading={reading} />
      <Unverified reading={reading}>
        <div className="patient__actions">
          {phone === null ? (
            <p className="patient__no-phone">
              {patient.addressProtection === 'none' ? words.noPhone : words.hiddenPhone}
            </p>
          ) : (
            <Action href={phoneLink(phone)} icon={<PhoneIcon aria-hidden fontSize="1.5rem" />}>
              <span className="visually-hidden">{words.callWord} </span>
              {phoneText(phone)}
            </Action>
          )}
          <Action
            rank="second"
            to={paths.startForm.to({ formId: visitNoteForm, patientId: patient.id })}
            icon={<PencilIcon aria-hidden fontSize="1.5rem" />}
          >
            {words.write}
          </Action>
        </div>
        <AmendLink patient={patient} />
        <Link className="link" to={paths.isbar.to({ patientId: patient.id })}>
          {words.readAloud}
        </Link>
        <div className="patient__columns">
          <div>
            <TemporaryPatient patient={patient} />
            <FormerNumbers patient={patient} />
            <CriticalBox patient={patient} />
            <Amendments patient={patient} />
            <PatientDrafts patientId={patient.id} />
            <InIncident patient={patient} />
            <Devices patient={patient} />
            <WhereSheLives patient={patient} />
            <Door patient={shown} isDisclosed={isDisclosed} />
          </div>
          <div>
            <People patient={shown} isDisclosed={isDisclosed} />
            {shown === patient ? null : (
              <TellingParts patient={patient} onOpen={() => setTold(true)} />
            )}
            <MedicationLink patient={patient} />
            <PatientForms patient={patient} />
            <Notes patient={patient} />
            <AboutPatient patient={patient} isTelling={shown === patient} />
          </div>
        </div>
        <p className="patient__as-of">{ageText(patient, now)}</p>
      </Unverified>
    </Screen>
  )
}

function ageText({ asOf, temporary }: Patient, now: Instant): string {
  return temporary === undefined
    ? words.asOf(dayAndMomentWords(asOf, now))
    : newPatients.registeredAt(
        dayAndMomentWords(temporary.entries.at(-1)?.at ?? temporary.registeredAt, now),
      )
}

/** That no list has her, that she is not at home, and how urgent she is. */
function CardTags({ patient: { id, priority, temporary } }: { patient: Patient }) {
  const away = useAway(id)
  const tone = { P1: 'harm', P2: 'deadline', P3: 'ordinary', P4: 'ordinary' } as const
  return (
    <span className="patient__tags">
      {temporary === undefined ? null : <Tag text={newPatients.temporaryTag} tone="deadline" />}
      {away === null ? null : <Tag text={awayText[away]} tone="deadline" />}
      {priority === null ? null : <Tag text={priority.level} tone={tone[priority.level]} />}
    </span>
  )
}
