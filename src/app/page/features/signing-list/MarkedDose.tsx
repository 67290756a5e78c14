import { useRef } from 'react'
import { findChoices } from '#domain/forms/choices.ts'
import { answersOf } from '#domain/forms/response-layout.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { doseLinks, notGivenCodes } from '#domain/medicines/dose-form.ts'
import { type DoseAdditions, type DoseMark, markOf } from '#domain/medicines/dose-marks.ts'
import type { SigningRow } from '#domain/medicines/signing-rows.ts'
import type { Instant } from '#domain/time/instant.ts'
import { parseWrittenMoment } from '#domain/time/written-moment.ts'
import type { StoredDraft } from '#domain/vault/draft-repository.ts'
import { signingList as words } from '#text/nb/screens/medicines/signing-list.ts'
import { answerText } from '#text/nb/words/answer.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { Chips } from '../../ui/Chips.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { BesideMark } from './BesideMark.tsx'
import type { DoseMarks } from './use-dose-marks.ts'

type MarkedDoseProps = {
  row: SigningRow
  form: Questionnaire
  stored: StoredDraft
  doses: DoseMarks
  now: Instant
}

/** A marked dose: what is marked, and what may be written to it. Each letter is stored as it is typed. */
export function MarkedDose({ row, form, stored, doses, now }: MarkedDoseProps) {
  const read = markOf(row, answersOf(stored.draft.response, form.item))
  // What is typed into one field is newer than what is read back while another is typed in.
  const latest = useRef(read)

  function change(next: Partial<typeof read>) {
    latest.current = { ...latest.current, ...next }
    void doses.mark(row, latest.current.mark, latest.current.more)
  }
  const write = (more: Partial<DoseAdditions>) =>
    change({ more: { ...latest.current.more, ...more } })
  const reasons = reasonsOf(form)

  return (
    <div className="signing__marked">
      <p className="signing__known" role="status">
        {markText(read.mark, reasons, now)}
      </p>
      {read.mark.outcome === 'given' ? (
        <TextField
          label={`${words.givenAt} ${row.medicine}`}
          from={read.mark.at === null ? '' : momentWords(read.mark.at, now)}
          onType={(text) =>
            change({ mark: { outcome: 'given', at: parseWrittenMoment(text, now) } })
          }
        />
      ) : (
        <Chips
          label={words.why}
          count="one"
          choices={reasons}
          chosen={read.mark.code === null ? [] : [read.mark.code]}
          onChoose={([chosen]) => {
            const code = notGivenCodes.find((known) => known === chosen) ?? null
            change({ mark: { outcome: 'notGiven', code } })
          }}
        />
      )}
      <BesideMark
        form={form}
        row={row}
        isGiven={read.mark.outcome === 'given'}
        more={read.more}
        onWrite={write}
      />
      <button
        type="button"
        className="link signing__again"
        aria-label={`${words.undo}: ${row.medicine} ${row.place.slot ?? ''}`.trim()}
        onClick={() => void doses.unmark(row)}
      >
        {words.undo}
      </button>
    </div>
  )
}

type Reason = { value: string; label: string }

function reasonsOf(form: Questionnaire): Reason[] {
  const item = form.item.find(({ linkId }) => linkId === doseLinks.notGivenCode)
  return (item === undefined ? [] : (findChoices(item, form) ?? [])).flatMap(({ answer }) =>
    'valueCoding' in answer ? [{ value: answer.valueCoding.code, label: answerText(answer) }] : [],
  )
}

function markText(mark: DoseMark, reasons: readonly Reason[], now: Instant): string {
  if (mark.outcome === 'given') {
    return mark.at === null ? words.markedUntimed : words.marked(momentWords(mark.at, now))
  }
  const reason = reasons.find(({ value }) => value === mark.code)
  return reason === undefined ? words.markedNoReason : words.markedNotGiven(reason.label)
}
