import type { DeviceKind } from '#domain/patient/device-kind.ts'
import { localClock, type LocalTime } from '#domain/time/instant.ts'
import { minutesUntilTime } from '#domain/time/next-time-of-day.ts'
import type { PatientListKind, PatientListRow } from '#domain/lists/patient-list.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { durationWords } from '#text/nb/words/time.ts'
import { PatientRow } from '../../parts/PatientRow.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { useNow } from '../../services/use-now.ts'
import { rowFacts } from './row-facts.ts'
import './lists.css'

const nearMinutes = 60

/** Where the order follows the clock, the row begins with the clock; where it follows need, with the level. */
export function PatientListRows({
  kind,
  rows,
  deviceKinds,
}: {
  kind: PatientListKind
  rows: readonly PatientListRow[]
  deviceKinds: readonly DeviceKind[]
}) {
  const { at } = localClock(useNow())
  return (
    <Rows label={words.title}>
      {rows.map((row) => {
        const facts = rowFacts(kind, row, deviceKinds)
        const time = timeOf(kind, row, at)
        return (
          <PatientRow
            key={row.patient.id}
            patient={row.patient}
            facts={facts.plain}
            {...(facts.strong === null ? {} : { strong: facts.strong })}
            {...(time === null ? {} : { time })}
          />
        )
      })}
    </Rows>
  )
}

function timeOf(kind: PatientListKind, { patient, nextAt }: PatientListRow, at: LocalTime) {
  switch (kind) {
    case 'medicineDispenser':
    case 'digitalSupervision': {
      if (nextAt === null) return { clock: '–', distance: words.noTime }
      const minutes = minutesUntilTime(nextAt, at)
      return {
        clock: nextAt,
        distance: nextAt < at ? words.tomorrow : words.inDuration(durationWords(minutes)),
        near: minutes <= nearMinutes,
      }
    }
    case 'lifeEssentialPower':
    case 'priority':
      return patient.priority === null
        ? { clock: '–', distance: words.notAssessed }
        : {
            clock: patient.priority.level,
            ...(patient.priority.confirmed === null ? { distance: words.proposed } : {}),
            near: patient.priority.level === 'P1',
          }
    case 'all':
    case 'safetyAlarm':
    case 'localisation':
    case 'access':
      return null
  }
}
