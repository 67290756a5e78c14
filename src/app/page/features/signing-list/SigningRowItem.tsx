import { changesDose, saysStopped } from '#domain/amendments/amended-doses.ts'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { minutesPast, noAdditions } from '#domain/medicines/dose-marks.ts'
import { dosesAt, isLineControlled, type SignedDose } from '#domain/medicines/signed-doses.ts'
import type { SigningRow } from '#domain/medicines/signing-rows.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StoredDraft } from '#domain/vault/draft-repository.ts'
import { signingList as words } from '#text/nb/screens/medicines/signing-list.ts'
import { maxPerDayText } from '#text/nb/words/medicines/medication-words.ts'
import { durationWords, momentWords } from '#text/nb/words/time.ts'
import { AmendmentLines } from '../../amendment-parts/AmendmentLines.tsx'
import { KnownDose } from './KnownDose.tsx'
import { Marking } from './Marking.tsx'
import { MarkedDose } from './MarkedDose.tsx'
import type { KnownDoses } from './read-signing-list.ts'
import type { DoseMarks } from './use-dose-marks.ts'

type SigningRowItemProps = {
  row: SigningRow
  form: Questionnaire
  signed: KnownDoses
  stored: StoredDraft | null
  /** What was signed about the medicine since the list. */
  amendments: readonly ShownAmendment[]
  doses: DoseMarks
  now: Instant
}

/** One medicine at one time: what is known of it here, and what can be marked. A stopped one stays, and says so. */
export function SigningRowItem({
  row,
  form,
  signed,
  stored,
  amendments,
  doses,
  now,
}: SigningRowItemProps) {
  // A changed dose is not the list's: what was given is typed, and nothing is signed for it.
  const marked = amendments.some(changesDose) ? { ...row, amount: '', isAmountFixed: false } : row
  const { place, medicine, amount, timeCritical, multidose, remark, maxPerDay } = row
  const known = dosesAt(place, signed)
  const past = minutesPast(place, now)
  const isStopped = amendments.some(saysStopped)
  const isOverdue = known.length === 0 && stored === null && past !== null && past > 0 && !isStopped
  const facts = [
    amount,
    maxPerDay === null ? null : maxPerDayText(maxPerDay),
    timeCritical ? words.timeCritical : null,
    multidose ? words.multidose : null,
    remark,
  ].filter(Boolean)
  return (
    <li className={isOverdue && timeCritical ? 'signing__row signing__row--harm' : 'signing__row'}>
      <span className={isOverdue ? 'signing__clock signing__clock--late' : 'signing__clock'}>
        {place.slot ?? ''}
      </span>
      <div className="signing__main">
        <span className={isStopped ? 'row__name signing__stopped' : 'row__name'}>{medicine}</span>
        <AmendmentLines about={amendments} />
        {facts.length === 0 ? null : <span className="row__facts">{facts.join(' · ')}</span>}
        {stored !== null && known.length === 0 ? null : (
          <Known known={known} row={row} past={isStopped ? null : past} now={now} />
        )}
        {stored !== null ? (
          <MarkedDose {...{ form, stored, doses, now }} row={marked} />
        ) : (
          <Marking
            {...{ doses, now }}
            row={marked}
            before={beforeOf(row, known)}
            more={{ ...noAdditions, isControlled: isLineControlled(place.line, signed) }}
          />
        )}
      </div>
    </li>
  )
}

/** What is given as needed is given again without a question. */
function beforeOf({ place }: SigningRow, known: readonly SignedDose[]): SignedDose | null {
  return place.slot === null ? null : (known.findLast(({ isGiven }) => isGiven) ?? null)
}

type KnownProps = {
  known: readonly SignedDose[]
  row: SigningRow
  past: number | null
  now: Instant
}

/** What is not known here is said to be just that: it may well have been given. */
function Known({ known, row, past, now }: KnownProps) {
  if (known.length === 0) {
    if (past === null) return null
    return (
      <strong className="signing__known">
        {past > 0 ? words.overdue(durationWords(past)) : words.notKnown}
      </strong>
    )
  }
  if (row.place.slot === null) {
    const given = known.filter(({ isGiven }) => isGiven)
    const last = given.at(-1)
    return (
      <>
        <strong className="signing__known">
          {words.givenToday(given.length)}
          {last === undefined ? '' : ` · ${words.given(momentWords(last.at, now), last.by)}`}
        </strong>
        {known
          .filter(({ needsControl }) => needsControl)
          .map((dose) => (
            <KnownDose key={dose.entryId} dose={dose} now={now} />
          ))}
      </>
    )
  }
  return known.map((dose) => <KnownDose key={dose.entryId} dose={dose} now={now} />)
}
