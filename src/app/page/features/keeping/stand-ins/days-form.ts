import type { StandInDays } from '#domain/accounts/stand-in.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { type Instant, type LocalDate, localClock } from '#domain/time/instant.ts'
import { parseWrittenDate } from '#domain/time/written-moment.ts'
import { standIns as words } from '#text/nb/screens/keeping/stand-ins.ts'
import { formText } from '../../../ui/form-text.ts'

export type DayFaults = ReadonlyMap<'from' | 'to', string>

/** The typed days, or null where no last day is typed. An empty first day is today. The server judges them once more. */
export function readDays(form: FormData, now: Instant): Result<StandInDays | null, DayFaults> {
  const typed = { from: formText(form, 'from').trim(), to: formText(form, 'to').trim() }
  if (typed.from === '' && typed.to === '') return accepted(null)
  const faults = new Map<'from' | 'to', string>()
  const read = (name: 'from' | 'to'): LocalDate | null => {
    const date = parseWrittenDate(typed[name], now)
    if (date === null) faults.set(name, typed[name] === '' ? words.fillDay : words.unreadableDay)
    return date
  }
  const from = typed.from === '' ? localClock(now).on : read('from')
  const to = read('to')
  return from === null || to === null ? refused(faults) : accepted({ from, to })
}
