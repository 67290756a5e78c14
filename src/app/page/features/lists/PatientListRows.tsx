import type { LocalTime } from '#domain/time/instant.ts'
import { localClock } from '#domain/time/instant.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { briefFacts } from '#domain/lists/brief-facts.ts'
import type { ListRow } from '#domain/lists/row-facts.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { PatientRow } from '../../parts/PatientRow.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { useNow } from '../../services/use-now.ts'
import { rowLead } from './row-lead.ts'
import { rowLines } from './row-lines.ts'
import './lists.css'

type PatientListRowsProps = {
  kind: PatientListKind
  rows: readonly ListRow[]
  unknownBatteries: number
}

/** Devices of unknown battery time stand below the others under a heading of their own. */
export function PatientListRows({ kind, rows, unknownBatteries }: PatientListRowsProps) {
  const { at } = localClock(useNow())
  if (kind !== 'lifeEssentialPower') return <RowsOf {...{ kind, rows, at }} label={words.title} />
  const known = rows.filter(({ power }) => power?.kind === 'known')
  const unknown = rows.filter(({ power }) => power?.kind === 'unknown')
  return (
    <>
      {known.length === 0 ? null : (
        <>
          <GroupHeading text={words.helpWithin} />
          <RowsOf {...{ kind, at }} rows={known} label={words.helpWithin} />
        </>
      )}
      {unknown.length === 0 ? null : (
        <>
          <GroupHeading text={words.unknownBattery} beside={unknownBatteries} />
          <RowsOf {...{ kind, at }} rows={unknown} label={words.unknownBattery} />
        </>
      )}
    </>
  )
}

type RowsOfProps = Pick<PatientListRowsProps, 'kind' | 'rows'> & { at: LocalTime; label: string }

function RowsOf({ kind, rows, at, label }: RowsOfProps) {
  return (
    <Rows label={label}>
      {rows.map((row) => {
        const { lead, rest } = rowLead(kind, row, at)
        const { plain, strong } = rowLines(briefFacts(kind, rest))
        return (
          <PatientRow
            key={`${row.patient.id}/${row.power?.device?.id ?? ''}`}
            patient={row.patient}
            facts={plain}
            {...(strong === null ? {} : { strong })}
            {...(lead === null ? {} : { time: lead })}
          />
        )
      })}
    </Rows>
  )
}
