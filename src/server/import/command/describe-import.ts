import type { ZoneId } from '#domain/base/ids.ts'
import type { ImportPreview, SinceList } from '#contract/imports/preview-import.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { PersonName } from '#domain/patient/patient.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import { describeChange } from './describe-change.ts'
import type { JudgedAmendments } from '../roster/judge-amendments.ts'
import type { ImportPlan, MunicipalityZoneName } from '../roster/plan-import.ts'
import type { PreparedImport } from '../roster/prepare-import.ts'
import type { UnreadableRow } from '../people/unreadable-row.ts'
import type { ListReading } from '../people/list-reading.ts'
import type { ImportTask } from '../task/import-task.ts'
import { mapInTurns, workInTurns } from '../task/work-in-turns.ts'

/** The figures and lines of an import, the same for the web and the command. */
export type ImportDescription = Omit<
  ImportPreview,
  'kind' | 'preview' | 'sinceList' | 'skipped'
> & {
  sinceList: SinceList
  skipped: ImportPreview['unreadable']
}

export async function describeImport(
  { list, plan, judged, holders }: Pick<PreparedImport, 'list' | 'plan' | 'judged' | 'holders'>,
  zones: readonly MunicipalityZoneName[],
  task: ImportTask,
): Promise<ImportDescription> {
  const names = new Map<ZoneId, ZoneName>(
    [...plan.newZones, ...zones].map(({ id, name }) => [id, name]),
  )
  const zoneName = (id: ZoneId): ZoneName => names.get(id) ?? null
  const changes = await mapInTurns(task, 'comparing', plan.changed, ({ before, after, changes }) =>
    before === null
      ? []
      : {
          patient: after.patient.name,
          fields: changes.map((field) => describeChange({ before, after }, field, zoneName)),
        },
  )
  return {
    format: list.format,
    rows: list.rows,
    people: list.people.length,
    merged: list.merged,
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged.length,
    gone: plan.gone.length,
    services: await countServices(list, task),
    unreadable: list.unreadable.map(shownRow),
    skipped: list.skipped.map(shownRow),
    mergedPeople: mergedPeople(list),
    warnings: await allWarnings(list, plan, task),
    changes: changes.flat(),
    addedPeople: await peopleByZone(
      plan.added.map(({ after }) => after),
      zoneName,
      task,
    ),
    gonePeople: await peopleByZone(plan.gone, zoneName, task),
    sinceList: sinceListOf(judged),
    columnAnswers: list.columnAnswers,
    questions: {
      newZones: plan.newZones.map(({ name, people, listedAs }, place) => ({
        zone: name,
        people,
        listedAs,
        holders: (holders[place] ?? []).map(({ name: holder, role }) => ({ name: holder, role })),
      })),
      columns: list.columnQuestions,
      shrink: plan.shrink.map(({ name, gone, before }) => ({ zone: name, gone, before })),
    },
  }
}

function shownRow({ line, reason, excerpt }: UnreadableRow): ImportPreview['unreadable'][number] {
  return { line, reason, excerpt }
}

/** Who stands on several lines, with all of them. */
function mergedPeople({ people, mergedLines }: ListReading): ImportDescription['mergedPeople'] {
  const merged = new Set(mergedLines.map(({ firstLine }) => firstLine))
  const nameByLine = new Map(
    people.filter(({ line }) => merged.has(line)).map(({ line, name }) => [line, name]),
  )
  return mergedLines.flatMap(({ firstLine, lines }) => {
    const patient = nameByLine.get(firstLine)
    return patient === undefined ? [] : { patient, lines: [firstLine, ...lines] }
  })
}

export function sinceListOf({ confirmed, contradicted, left }: JudgedAmendments): SinceList {
  return { confirmed: confirmed.length, contradicted: contradicted.length, left }
}

/** A zone is named once for all its people: a first list holds thousands. */
async function peopleByZone(
  records: readonly RosterRecord[],
  zoneName: (id: ZoneId) => ZoneName,
  task: ImportTask,
): Promise<ImportDescription['addedPeople']> {
  const groups = new Map<ZoneId, PersonName[]>()
  await workInTurns(task, 'comparing', records, ({ patient }) => {
    const people = groups.get(patient.zone)
    if (people === undefined) groups.set(patient.zone, [patient.name])
    else people.push(patient.name)
  })
  return [...groups].map(([id, people]) => ({ zone: zoneName(id), people }))
}

/** People per code, as the file has it. */
async function countServices(
  { people }: ListReading,
  task: ImportTask,
): Promise<Record<string, number>> {
  const counts = new Map<string, number>()
  await workInTurns(task, 'comparing', people, ({ facts }) => {
    for (const code of facts.services ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  })
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

async function allWarnings(
  list: ListReading,
  { keptLines, unknownDevices }: ImportPlan,
  task: ImportTask,
): Promise<ImportDescription['warnings']> {
  const kept = keptLines.map((line): { line: number; warning: ImportWarning } => ({
    line,
    warning: { kind: 'keptUnreadable' },
  }))
  const unknown = unknownDevices.map(
    ({ line, listedAs }): { line: number; warning: ImportWarning } => ({
      line,
      warning: { kind: 'unknownDevice', listedAs },
    }),
  )
  const all = [...list.warnings, ...kept, ...unknown].toSorted((a, b) => a.line - b.line)
  return await mapInTurns(task, 'comparing', all, ({ line, warning }) => ({
    line,
    warning: shortened(warning),
  }))
}

/** A warning with numbers to recognise, not to read: what the command says may end in a log. */
function shortened(warning: ImportWarning): ImportWarning {
  switch (warning.kind) {
    case 'personalNumber':
    case 'idOfMany':
      return { ...warning, value: opening(warning.value) }
    case 'unknownDevice':
      return { ...warning, listedAs: opening(warning.listedAs) }
    case 'shortenedNumber':
    case 'birthDate':
    case 'leadingZero':
    case 'weakIdentity':
    case 'keptUnreadable':
    case 'ragged':
    case 'unknownService':
    case 'unclearValue':
    case 'unclearTime':
    case 'differentName':
    case 'sharedEhrId':
    case 'sharedNumber':
    case 'sameNameOnly':
    case 'otherAddress':
    case 'unusableId':
    case 'severalZones':
    case 'inactive':
    case 'unusedColumn':
    case 'formulaLike':
    case 'repairedLetters':
    case 'lostLetters':
      return warning
  }
}

function opening(value: string): string {
  return value.length > 6 ? `${value.slice(0, 6)}…` : value
}
