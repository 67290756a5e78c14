import { type Instant, localClock } from '#domain/time/instant.ts'
import type { DoseAdditions } from '#domain/medicines/dose-marks.ts'
import type { SigningRow } from '#domain/medicines/signing-rows.ts'
import { signingList as words } from '#text/nb/screens/medicines/signing-list.ts'
import type { DoseMarks } from './use-dose-marks.ts'

type MarkButtonsProps = {
  row: SigningRow
  /** What is known of the medicine from before. */
  more: DoseAdditions
  doses: DoseMarks
  now: Instant
}

/** The three ways to mark a dose. Of a past day there is no «nå». */
export function MarkButtons({ row, more, doses, now }: MarkButtonsProps) {
  const named = `${row.medicine} ${row.place.slot ?? ''}`.trim()
  const isToday = row.place.on === localClock(now).on
  return (
    <div className="signing__buttons">
      {isToday ? (
        <button
          type="button"
          className="signing__mark signing__mark--first"
          aria-label={`${words.giveNow}: ${named}`}
          onClick={() => void doses.mark(row, { outcome: 'given', at: now }, more)}
        >
          {words.giveNow}
        </button>
      ) : null}
      <button
        type="button"
        className="signing__mark"
        aria-label={`${words.giveAt}: ${named}`}
        onClick={() => void doses.mark(row, { outcome: 'given', at: null }, more)}
      >
        {words.giveAt}
      </button>
      <button
        type="button"
        className="signing__mark"
        aria-label={`${words.markNotGiven}: ${named}`}
        onClick={() => void doses.mark(row, { outcome: 'notGiven', code: null }, more)}
      >
        {words.markNotGiven}
      </button>
    </div>
  )
}
