import { daysOfPeriod, type StandInPeriod } from '#domain/accounts/stand-in.ts'
import { standIns as words } from '#text/nb/screens/keeping/stand-ins.ts'
import { fullDate } from '#text/nb/words/time.ts'
import { TextField } from '../../../ui/TextField.tsx'
import type { DayFaults } from './days-form.ts'

type DayFieldsProps = { from: StandInPeriod | null; toHelp?: string; faults: DayFaults }

/** The first and the last day of something that ends by itself. */
export function DayFields({ from: period, toHelp, faults }: DayFieldsProps) {
  const days = period === null ? null : daysOfPeriod(period)
  return (
    <>
      <TextField
        label={words.fromField}
        help={words.dayHelp}
        name="from"
        from={days === null ? '' : fullDate(days.from)}
        fault={faults.get('from')}
        maxLength={12}
      />
      <TextField
        label={words.toField}
        help={toHelp}
        name="to"
        from={days === null ? '' : fullDate(days.to)}
        fault={faults.get('to')}
        maxLength={12}
      />
    </>
  )
}
