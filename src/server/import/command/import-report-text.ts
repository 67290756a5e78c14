import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { importCommand as text } from '#text/nb/commands/import-command.ts'
import { sinceListText } from '#text/nb/words/amendments/since-list.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { listFormatText } from '#text/nb/words/imports/list-format.ts'
import type { ImportOptions } from './import-options.ts'
import type { ImportOutcome } from './import-outcome.ts'

const maxLines = 50

/** What the command shows on a terminal: figures, lines and reasons. */
export function importReportText(
  { answer, description, refusal }: ImportOutcome,
  { mode }: Pick<ImportOptions, 'mode'>,
): string {
  const lines: string[] = []
  if (description !== null) {
    lines.push(text.heading(answer.file, answer.section, listFormatText(description.format)))
    lines.push(text.figures({ ...answer, unreadable: answer.unreadable.length }))
    const { sinceList } = answer
    if (Object.values(sinceList).some((count) => count > 0)) lines.push(sinceListText(sinceList))
    const services = Object.entries(answer.services).map(([code, count]) => `${code} ${count}`)
    if (services.length > 0) lines.push(`${text.services}: ${services.join(', ')}`)
    lines.push(
      ...section(
        text.unreadable,
        answer.unreadable.map(({ line, reason }) => text.line(line, reason)),
      ),
      ...section(
        text.warnings,
        description.warnings.map((warning) =>
          text.line(warning.line, importReport.warning(warning.warning)),
        ),
      ),
    )
  }
  if (description === null) lines.push(`${answer.file} · ${answer.section}`)
  if (refusal !== null) {
    lines.push('', importReport.refusal(refusal), ...optionHint(refusal), text.refused)
  } else lines.push('', mode === 'dryRun' ? text.dryRun : text.taken(answer.people))
  return lines.join('\n')
}

/** How the command takes what the web asks about. */
function optionHint({ kind }: ImportRefusal): string[] {
  if (kind === 'newZones') return [text.acceptNewZones]
  if (kind === 'unknownColumns') return [text.acceptUnknownColumns]
  return kind === 'shrink' ? [text.acceptShrink] : []
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const more = lines.length - maxLines
  return ['', title, ...lines.slice(0, maxLines), ...(more > 0 ? [text.more(more)] : [])]
}
