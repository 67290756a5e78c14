import type { ListReading } from '#server/import/people/list-reading.ts'
import { readList } from '#server/import/read-list.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { importContext } from './a-list.ts'

/** What a list is read as, in the words that a leader is shown. */
export type ListAnswer =
  | { refused: string }
  | {
      people: string[]
      merged: number
      unreadable: string[]
      /** What the list is printed with. */
      skipped: string[]
      /** Without the columns that Beredt has no use for. */
      told: string[]
    }

export function listAnswer(bytes: Uint8Array): ListAnswer {
  const read = readList(bytes, importContext)
  if (!read.ok) return { refused: importReport.refusal(read.refusal) }
  const { people, merged, unreadable, skipped, warnings } = read.value
  const rowText = ({ line, reason }: (typeof unreadable)[number]) =>
    `${line}: ${importReport.unreadable(reason)}`
  return {
    people: people.map(personText),
    merged,
    unreadable: unreadable.map(rowText),
    skipped: skipped.map(rowText),
    told: warnings
      .filter(({ warning }) => warning.kind !== 'unusedColumn' || warning.isRepeated === true)
      .map(({ line, warning }) => `${line}: ${importReport.warning(warning)}`),
  }
}

/** One line a person: who she is, and the facts that are not empty. */
function personText(person: ListReading['people'][number]): string {
  const { line, name, bornOn, personalNumber, ehrId, zoneName, facts } = person
  const number = personalNumber && `${personalNumber.valid ? '' : '?'}${personalNumber.value}`
  const filled = Object.entries(facts).filter(([, value]) => !isEmpty(value))
  return [
    `${line}: ${name.family}, ${name.given}`,
    ...Object.entries({ bornOn, number, ehrId, zoneName }).flatMap(([key, value]) =>
      value === null ? [] : [`${key} ${value}`],
    ),
    ...filled.map(([key, value]) => `${key} ${valueText(value)}`),
  ].join(' · ')
}

function isEmpty(value: unknown): boolean {
  return value === null || value === 'none' || (Array.isArray(value) && value.length === 0)
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(' + ')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.values(value)
    .filter((part) => !isEmpty(part) && part !== false && part !== '')
    .map(valueText)
    .join('/')
}
