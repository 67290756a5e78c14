import { useState } from 'react'
import { Link } from 'react-router'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { amendedDoses } from '#domain/amendments/amended-doses.ts'
import { doubledDoses, placeText } from '#domain/medicines/signed-doses.ts'
import { signingDay, type SigningRow } from '#domain/medicines/signing-rows.ts'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { localClock } from '#domain/time/instant.ts'
import { plusDays } from '#domain/time/local-day.ts'
import { freshness } from '#domain/time/shelf-life.ts'
import { amendments as amendmentWords } from '#text/nb/screens/amendments.ts'
import { patient as patientWords } from '#text/nb/screens/patient.ts'
import { signingList as words } from '#text/nb/screens/medicines/signing-list.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { clockWithSeconds, dayAndMomentWords, fullDate } from '#text/nb/words/time.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { AmendmentLines } from '../../amendment-parts/AmendmentLines.tsx'
import { TrustNotices } from '../../parts/TrustNotices.tsx'
import { Unverified } from '../../parts/Unverified.tsx'
import { paths } from '../../paths/paths.ts'
import { useAmendmentsOf } from '../../services/amendments.ts'
import { useNow } from '../../services/use-now.ts'
import { Action } from '../../ui/Action.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { DoubledDoses } from './DoubledDoses.tsx'
import type { KnownDoses, SigningMarks } from './read-signing-list.ts'
import { SigningRowItem } from './SigningRowItem.tsx'
import { useDoseMarks } from './use-dose-marks.ts'
import './signing-list.css'

const noAmendments: readonly ShownAmendment[] = []

type SigningListProps = {
  patient: Patient
  sheet: PatientDetails
  form: Questionnaire
  signed: KnownDoses
  marks: SigningMarks
  reading: Reading<unknown> | undefined
}

export function SigningList({
  patient,
  sheet,
  form,
  signed,
  marks: read,
  reading,
}: SigningListProps) {
  const now = useNow()
  const [isYesterday, setYesterday] = useState(false)
  const doses = useDoseMarks(patient, form, read)
  const { marks } = doses
  const today = localClock(now).on
  const day = signingDay(sheet.medications, isYesterday ? plusDays(today, -1) : today)
  const since = amendedDoses(
    sheet.medications,
    useAmendmentsOf(patient.id),
    [...day.timed, ...day.untimed].map(({ place }) => place.line),
  )
  const isOld = freshness('medicationSheet', sheet.asOf, now).state === 'stale'

  const rowsOf = (rows: readonly SigningRow[]) => (
    <ul className="signing">
      {rows.map((row) => (
        <SigningRowItem
          key={placeText(row.place)}
          {...{ row, form, signed, doses, now }}
          stored={marks.get(placeText(row.place)) ?? null}
          amendments={since.byLine.get(row.place.line) ?? noAmendments}
        />
      ))}
    </ul>
  )

  return (
    <Screen
      kind="reading"
      title={words.title}
      beside={
        <Link className="link" to={paths.patient.to({ patientId: patient.id })}>
          {words.close}
        </Link>
      }
      under={
        <>
          {subject(patient)}
          <br />
          {words.validPer(dayAndMomentWords(sheet.asOf, now))}
        </>
      }
      foot={
        <>
          {doses.savedAt === null ? null : (
            <p className="field__help">{words.saved(clockWithSeconds(doses.savedAt))}</p>
          )}
          {doses.fault === null ? null : (
            <p className="field__fault" role="alert">
              {doses.fault}
            </p>
          )}
          <Action
            rank="primary"
            isBusy={doses.isSigning}
            isDisabled={doses.isSigning || marks.size === 0}
            onPress={() => void doses.sign()}
          >
            {doses.isSigning
              ? words.signing
              : marks.size === 0
                ? words.nothingMarked
                : words.sign(marks.size)}
          </Action>
        </>
      }
    >
      <TrustNotices reading={reading} />
      <Unverified reading={reading}>
        <DoubledDoses doubled={doubledDoses(signed)} now={now} />
        {since.beside.length === 0 ? null : (
          <section className="amendments" aria-label={amendmentWords.title}>
            <h2>{amendmentWords.title}</h2>
            <AmendmentLines about={since.beside} />
          </section>
        )}
        {isOld ? (
          <Notice
            kind="old"
            title={patientWords.oldSheet(dayAndMomentWords(sheet.asOf, now))}
            text={words.oldSheet}
          />
        ) : null}
        <Chips
          label={words.day}
          isLabelHidden
          count="one"
          choices={[
            { value: 'today', label: words.today },
            { value: 'yesterday', label: words.yesterday },
          ]}
          chosen={[isYesterday ? 'yesterday' : 'today']}
          onChoose={([chosen]) => setYesterday(chosen === 'yesterday')}
        />
        {day.timed.length + day.untimed.length === 0 ? (
          <Notice kind="empty" title={words.none} text={words.noneText} />
        ) : (
          rowsOf(day.timed)
        )}
        {day.untimed.length === 0 ? null : (
          <>
            <GroupHeading text={words.untimed} />
            {rowsOf(day.untimed)}
          </>
        )}
        {day.notToday === 0 ? null : <p>{words.notToday(day.notToday)}</p>}
      </Unverified>
    </Screen>
  )
}

function subject({ name, bornOn, critical }: Patient): string {
  const cave = critical.filter(({ kind }) => kind === 'cave').map(({ text }) => text)
  return [
    lookupName(name),
    bornOn === null ? null : `f. ${fullDate(bornOn)}`,
    cave.length === 0 ? null : `${patientWords.cave} ${cave.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
