import { accountsCommand as text } from '#text/nb/commands/accounts-command.ts'
import type { AccountsOptions, AccountsOutcome } from './run-accounts.ts'

/** What the command shows on a terminal: figures, reasons and the codes, which are shown this once. */
export function accountsReportText(
  { answer }: AccountsOutcome,
  { mode }: Pick<AccountsOptions, 'mode'>,
): string {
  const { unclear, newPlaces, codes, refusal } = answer
  const lines =
    answer.municipality === null
      ? [answer.file]
      : [text.figures({ ...answer, unclear: unclear.length })]
  lines.push(
    ...section(
      text.unclear,
      unclear.map(({ line, reason }) => text.line(line, reason)),
    ),
    ...section(
      text.newPlaces,
      newPlaces.zones.map((zone) => text.place(zone.section, zone.name)),
    ),
    ...section(
      text.codes,
      codes.map(({ name, username, code }) => text.code(name, username, code)),
    ),
  )
  if (refusal !== null) {
    lines.push('', refusal.text)
    if (refusal.kind === 'newPlaces') lines.push(text.acceptNewZones)
    return [...lines, text.refused].join('\n')
  }
  lines.push('', mode === 'dryRun' ? text.dryRun : text.taken(codes.length))
  if (!answer.hasAdministrator) lines.push(text.noAdministrator)
  return lines.join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}
