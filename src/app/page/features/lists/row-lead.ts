import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { ListRow, RowFact } from '#domain/lists/row-facts.ts'
import type { LocalTime } from '#domain/time/instant.ts'
import { minutesUntilTime } from '#domain/time/next-time-of-day.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { rowFactText } from '#text/nb/words/row-fact.ts'
import { durationWords } from '#text/nb/words/time.ts'

type Lead = { clock: string; distance?: string; near?: boolean }

const nearMinutes = { nextTime: 60, helpWithin: 120 }

/**
 * A row begins with the time on a list that is sorted by time, and with the level on a list that is sorted
 * by priority. That fact is then not among the rest.
 */
export function rowLead(
  kind: PatientListKind,
  row: ListRow,
  now: LocalTime,
): { lead: Lead | null; rest: readonly RowFact[] } {
  switch (kind) {
    case 'medicineDispenser':
    case 'digitalSupervision':
      return {
        lead: timeLead(row, now),
        rest: row.facts.filter(
          (fact) => fact.kind !== 'noTime' && (fact.kind !== 'time' || fact.at !== row.nextAt),
        ),
      }
    case 'lifeEssentialPower':
      return {
        lead: powerLead(row.facts),
        rest: row.facts.filter((fact) => fact.kind !== 'helpWithin' && !isLevel(fact)),
      }
    case 'priority':
      return {
        lead: levelLead(row.facts),
        rest: row.facts.filter((fact) => fact.kind !== 'proposed' && !isLevel(fact)),
      }
    case 'all':
    case 'safetyAlarm':
    case 'localisation':
    case 'access':
      return { lead: null, rest: row.facts }
  }
}

const noFigure = '–'

function timeLead({ facts, nextAt }: ListRow, now: LocalTime): Lead {
  if (nextAt === null) return { clock: noFigure, distance: textOf(facts, 'noTime') ?? '' }
  const minutes = minutesUntilTime(nextAt, now)
  return {
    clock: nextAt,
    distance: nextAt < now ? words.tomorrow : words.inDuration(durationWords(minutes)),
    near: minutes <= nearMinutes.nextTime,
  }
}

function powerLead(facts: readonly RowFact[]): Lead {
  const help = facts.find((fact) => fact.kind === 'helpWithin')
  const level = facts.find(isLevel)
  return {
    clock: help === undefined ? noFigure : rowFactText(help),
    ...(level === undefined ? {} : { distance: rowFactText(level) }),
    near: help === undefined || help.minutes <= nearMinutes.helpWithin,
  }
}

function levelLead(facts: readonly RowFact[]): Lead {
  const level = textOf(facts, 'priority')
  const distance = textOf(facts, 'notAssessed') ?? textOf(facts, 'proposed')
  return {
    clock: level ?? noFigure,
    ...(distance === null ? {} : { distance }),
    near: level === 'P1' || level === null,
  }
}

function isLevel({ kind }: RowFact): boolean {
  return kind === 'priority' || kind === 'notAssessed'
}

function textOf(facts: readonly RowFact[], kind: RowFact['kind']): string | null {
  const fact = facts.find((one) => one.kind === kind)
  return fact === undefined ? null : rowFactText(fact)
}
