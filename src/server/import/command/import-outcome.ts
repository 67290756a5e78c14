import type { SinceList } from '#contract/imports/preview-import.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import type { ImportDescription } from './describe-import.ts'
import type { ImportOptions } from './import-options.ts'

/** The command's answer; scripts rely on its keys. */
export type ImportAnswer = {
  file: string
  section: string
  rows: number
  people: number
  added: number
  changed: number
  unchanged: number
  gone: number
  merged: number
  /** Repeated headers, sums and headings: rows about nobody. */
  skipped: number
  services: Record<string, number>
  /** What the list makes of what staff signed since the one before it. */
  sinceList: SinceList
  unreadable: { line: number; reason: string }[]
  warnings: { line: number; kind: string; text: string }[]
  taken: boolean
}

export type ImportOutcome = {
  exitCode: 0 | 1 | 2
  answer: ImportAnswer
  /** Null when nothing stands in the way. */
  refusal: ImportRefusal | null
  /** All that the web shows too; null when the file could not be read at all. */
  description: ImportDescription | null
}

export function answerOf(
  { file, section }: ImportOptions,
  description: ImportDescription,
  refusal: ImportRefusal | null,
  taken: boolean,
): ImportAnswer {
  const { rows, people, added, changed, unchanged, gone, merged, skipped } = description
  const { services, sinceList } = description
  return {
    file,
    section,
    rows,
    people,
    added,
    changed,
    unchanged,
    gone,
    merged,
    skipped: skipped.length,
    services,
    sinceList,
    unreadable: description.unreadable.map(({ line, reason }) => ({
      line,
      reason: importReport.unreadable(reason),
    })),
    warnings: [...refusalWarnings(refusal), ...description.warnings.map(wordedWarning)],
    taken,
  }
}

function wordedWarning({
  line,
  warning,
}: ImportDescription['warnings'][number]): ImportAnswer['warnings'][number] {
  return { line, kind: warning.kind, text: importReport.warning(warning) }
}

/** Why nothing was taken stands first among the warnings, for a script that reads the answer alone. */
function refusalWarnings(refusal: ImportRefusal | null): ImportAnswer['warnings'] {
  return refusal === null
    ? []
    : [{ line: 1, kind: refusal.kind, text: importReport.refusal(refusal) }]
}

/** The outcome when there is no list to describe. A wrong call of the command has an exit code of its own. */
export function outcomeWithoutList(
  { file, section }: Pick<ImportOptions, 'file' | 'section'>,
  refusal: ImportRefusal,
): ImportOutcome {
  const exitCode = usageRefusals.has(refusal.kind) ? 2 : 1
  const answer = { ...emptyAnswer, file, section, warnings: refusalWarnings(refusal) }
  return { exitCode, answer, refusal, description: null }
}

/** The outcome when the command could not do its work at all: `reason` is what its user is told. */
export function outcomeOfFault(
  { file, section }: Pick<ImportOptions, 'file' | 'section'>,
  reason: string,
): ImportOutcome {
  const warnings = [{ line: 1, kind: 'fault', text: reason }]
  const answer = { ...emptyAnswer, file, section, warnings }
  return { exitCode: 1, answer, refusal: null, description: null }
}

const emptyAnswer = {
  rows: 0,
  people: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  gone: 0,
  merged: 0,
  skipped: 0,
  services: {},
  sinceList: { confirmed: 0, contradicted: 0, left: 0 },
  unreadable: [],
  taken: false,
} satisfies Partial<ImportAnswer>

const usageRefusals: ReadonlySet<ImportRefusal['kind']> = new Set([
  'fileMissing',
  'fileUnreadable',
  'notAFile',
  'unknownSection',
  'unknownMapping',
])
