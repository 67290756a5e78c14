import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { trust } from '#text/nb/screens/trust.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { patientListTitle, patientListWords } from '#text/nb/words/patient-list.ts'
import { shiftText } from '#text/nb/words/shift.ts'
import type { ListsOverview } from '#app/bridge/device-queries.ts'
import { paths } from '../../paths/paths.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import type { ZoneChoiceState } from '../../services/zone-choice.ts'

const first = [
  'lifeEssentialPower',
  'safetyAlarm',
  'medicineDispenser',
  'digitalSupervision',
  'localisation',
  'priority',
] as const satisfies readonly PatientListKind[]
const last = ['access', 'all'] as const satisfies readonly PatientListKind[]

type ListsOverviewRowsProps = {
  overview: ListsOverview
  choice: ZoneChoiceState
  /** Some of the zones' people are kept back, so that no count is the whole count. */
  isPart: boolean
}

export function ListsOverviewRows({ overview, choice, isPart }: ListsOverviewRowsProps) {
  const row = (kind: PatientListKind) => (
    <Row
      key={kind}
      to={paths.patientList.to({ kind, ...choice.linked })}
      name={patientListTitle(kind, overview.services)}
      facts={[subtitle(kind, overview)]}
      aside={
        <span className="row__count">
          {isPart ? partCount(overview.counts[kind]) : overview.counts[kind]}
        </span>
      }
    />
  )
  const zoneName = (id: string) => {
    const zone = choice.zones.find((zone) => zone.id === id)
    return zone === undefined ? id : zoneText(zone.name)
  }
  return (
    <div className="lists__columns">
      <div>
        <GroupHeading text={words.whoToSee} />
        <Rows label={words.whoToSee}>{first.map(row)}</Rows>
      </div>
      <div>
        {overview.workLists.length === 0 ? null : (
          <>
            <GroupHeading text={words.shifts} />
            <Rows label={words.shifts}>
              {overview.workLists.map(({ id, zone, weekday, part, visits }) => (
                <Row
                  key={id}
                  to={paths.workList.to({ workListId: id })}
                  name={shiftText({ weekday, part })}
                  facts={[`${zoneName(zone)} · ${words.visits(visits)}`]}
                />
              ))}
            </Rows>
          </>
        )}
        <GroupHeading text={words.allLists} />
        <Rows label={words.allLists}>{last.map(row)}</Rows>
      </div>
    </div>
  )
}

function partCount(count: number): string {
  return count === 0 ? trust.unknownCount : trust.atLeast(count)
}

function subtitle(kind: PatientListKind, overview: ListsOverview): string {
  const { subtitle: plain } = patientListWords[kind]
  if (kind === 'medicineDispenser' && overview.nextDoseAt !== null) {
    return `${plain} · ${words.nextDose(overview.nextDoseAt)}`
  }
  if (kind === 'digitalSupervision' && overview.nextSupervisionAt !== null) {
    return `${plain} · ${words.nextSupervision(overview.nextSupervisionAt)}`
  }
  if (kind === 'priority') {
    return Object.entries(overview.levels)
      .map(([level, count]) => `${level} ${count}`)
      .join(' · ')
  }
  return kind === 'all' && overview.protectedAddresses > 0
    ? `${plain} · ${words.protectedCount(overview.protectedAddresses)}`
    : plain
}
