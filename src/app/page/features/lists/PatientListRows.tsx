import type { LocalTime } from '#domain/time/instant.ts'
import { localClock } from '#domain/time/instant.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { briefFacts } from '#domain/lists/brief-facts.ts'
import type { ListRow } from '#domain/lists/row-facts.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { PatientRow } from '../../parts/PatientRow.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Rows } from '../../ui/Rows.tsx'
import type { ZoneChoiceState } from '../../services/zone-choice.ts'
import { useNow } from '../../services/use-now.ts'
import { rowLead } from './row-lead.ts'
import { rowLines } from './row-lines.ts'
import './lists.css'

type PatientListRowsProps = {
  kind: PatientListKind
  rows: readonly ListRow[]
  unknownBatteries: number
  choice: ZoneChoiceState
}

/** Devices of unknown battery time stand below the others under a heading of their own. */
export function PatientListRows({ kind, rows, unknownBatteries, choice }: PatientListRowsProps) {
  const { at } = localClock(useNow())
  if (kind !== 'lifeEssentialPower')
    return <RowsOf {...{ kind, rows, at, choice }} label={words.title} />
  const known = rows.filter(({ power }) => power?.kind === 'known')
  const unknown = rows.filter(({ power }) => power?.kind === 'unknown')
  return (
    <>
      {known.length === 0 ? null : (
        <>
          <GroupHeading text={words.helpWithin} />
          <RowsOf {...{ kind, at, choice }} rows={known} label={words.helpWithin} />
        </>
      )}
      {unknown.length === 0 ? null : (
        <>
          <GroupHeading text={words.unknownBattery} beside={unknownBatteries} />
          <RowsOf {...{ kind, at, choice }} rows={unknown} label={words.unknownBattery} />
        </>
      )}
    </>
  )
}

type RowsOfProps = Pick<PatientListRowsProps, 'kind' | 'rows' | 'choice'> & {
  at: LocalTime
  label: string
}

function RowsOf({ kind, rows, at, label, choice }: RowsOfProps) {
  // Whose she is, where those of several zones stand together.
  const isMixed = choice.zone === null && choice.zones.length > 1
  const zoneOf = (row: ListRow) => {
    const zone = choice.zones.find(({ id }) => id === row.patient.zone)
    return isMixed && zone !== undefined ? [zoneText(zone.name)] : []
  }
  return (
    <Rows label={label}>
      {rows.map((row) => {
        const { lead, rest } = rowLead(kind, row, at)
        const { plain, strong } = rowLines(briefFacts(kind, rest))
        return (
          <PatientRow
            key={`${row.patient.id}/${row.power?.device?.id ?? ''}`}
            patient={row.patient}
            origin={{ list: kind, ...choice.linked }}
            facts={[...zoneOf(row), ...plain]}
            {...(strong === null ? {} : { strong })}
            {...(lead === null ? {} : { time: lead })}
          />
        )
      })}
    </Rows>
  )
}
