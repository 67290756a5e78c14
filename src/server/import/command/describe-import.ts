import type { ImportPreview } from '#contract/preview-import.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { describeField, nameOf } from './describe-field.ts'
import type { ImportPlan, MunicipalityZoneName, PlannedPerson } from '../roster/plan-import.ts'
import type { ListFormat } from '../file/list-format.ts'
import type { ListReading } from '../people/list-reading.ts'

/** The figures and lines of an import, the same for the web and the command. */
export type ImportDescription = Omit<ImportPreview, 'kind' | 'preview'>

export function describeImport(
  list: ListReading,
  plan: ImportPlan,
  zones: readonly MunicipalityZoneName[],
): ImportDescription {
  const names = new Map<string, string>(
    [...plan.newZones, ...zones].map(({ id, name }) => [id, zoneText(name)]),
  )
  const zoneName = (id: string) => names.get(id) ?? id
  return {
    format: describeFormat(list.format),
    rows: list.rows,
    people: list.people.length,
    merged: list.merged,
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged.length,
    gone: plan.gone.length,
    services: countServices(list),
    unreadable: list.unreadable.map(({ line, reason, excerpt }) => ({
      line,
      reason: importReport.unreadable(reason),
      hint: importReport.unreadableHint(reason),
      excerpt,
    })),
    warnings: allWarnings(list, plan),
    changes: plan.changed.flatMap(describeChanges(zoneName)),
    addedPeople: plan.added.map(({ after: { patient } }) => ({
      patient: nameOf(patient),
      zone: zoneName(patient.zone),
    })),
    gonePeople: plan.gone.map(({ patient }) => ({
      patient: nameOf(patient),
      zone: zoneName(patient.zone),
    })),
    questions: {
      newZones: plan.newZones.map(({ name, people }) => ({ zone: zoneText(name), people })),
      shrink: plan.shrink.map(({ name, gone, before }) => ({
        zone: zoneText(name),
        gone,
        before,
      })),
    },
  }
}

export function describeFormat(format: ListFormat): string {
  return format.kind === 'fhir'
    ? importReport.fhir
    : `${importReport.encodings[format.encoding]}, ${importReport.separators[format.separator]}`
}

/** People per code, as the file has it. */
function countServices({ people }: ListReading): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { facts } of people) {
    for (const code of facts.services ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function allWarnings(
  list: ListReading,
  { keptLines, unknownDevices }: ImportPlan,
): ImportDescription['warnings'] {
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
  return [...list.warnings, ...kept, ...unknown]
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, warning }) => ({ line, kind: warning.kind, text: importReport.warning(warning) }))
}

function describeChanges(zoneName: (id: string) => string) {
  return ({ before, after, changes }: PlannedPerson): ImportDescription['changes'] => {
    if (before === null) return []
    return changes.map((field) => {
      const [was, is] = [describeField(before, field), describeField(after, field)]
      const isZone = field === 'zone'
      return {
        patient: nameOf(after.patient),
        field: importReport.fields[field],
        before: isZone ? zoneName(was) : was,
        after: isZone ? zoneName(is) : is,
      }
    })
  }
}
