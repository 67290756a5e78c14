import type { ReadColumn } from '#domain/roster/list-column.ts'
import type { TableColumn } from '../cells/table-column.ts'
import type { DelimitedRow } from '../file/read-delimited.ts'
import { maxTitleLength } from './title-length.ts'

/** A filled cell of a row that may be no person. */
type Filled = { column: ReadColumn | null; text: string }

/**
 * Whether a row is what a report is printed with: a page's top or foot, a sum, a line of signs, what the list was
 * chosen by. Whoever has a birth date, a number or an id of her own is a person, whatever her name.
 */
export function isFurniture(row: DelimitedRow, columns: readonly TableColumn[]): boolean {
  if (row.raw.length > maxTitleLength) return false
  const filled = filledCellsOf(row, columns)
  const [first] = filled
  if (first === undefined) return false
  if (filled.every(({ text }) => /^[^\p{L}\d]+$/u.test(text))) return filled.length > 1
  if (filled.length <= 2 && opensFurniture.test(first.text)) return true
  if (wholeFurniture.test(first.text)) return true
  if (filled.some(isOwn)) return false
  if (filled.some(({ text }) => pageNumber.test(text))) return true
  const others = filled.filter(({ column }) => column !== 'remark' && !nameColumns.has(column))
  if (others.some(({ text }) => opensFurniture.test(text))) return true
  if (opensFurniture.test(first.text) || titleWords.test(first.text)) return true
  if (filled.length === 1 && /^\d+$/.test(first.text)) return true
  return isTitle(filled) || isCount(filled)
}

function filledCellsOf(row: DelimitedRow, columns: readonly TableColumn[]): Filled[] {
  return row.cells.flatMap((cell, place) => {
    const text = cell.trim()
    return text === '' ? [] : [{ column: columns[place]?.column ?? null, text }]
  })
}

/** A word that ends or opens a page, and no beginning of a name: neither «Sumaya» nor «Sum, Li». */
const opensFurniture =
  /^[^\p{L}\d]*(?:(?:antall?|sum|delsum|subtotal|totalsum|totalt?|i alt|til saman|side|page|slutt|rapport|utskrift\p{L}*|utskrive|utskreven|utskrevet|skrevet ut|skrive ut|generert|oppdatert|sist (?:oppdatert|endret)|fortset\p{L}*|forts|utvalg|kriteri\p{L}*|filter|sortert|sortering|gruppert|periode|dato|kilde)(?![\p{L}-]|\s*,\s*\p{L})|\d+ (?:brukere|brukarar|pasienter|tjenestemottakere|personer|rader|linjer|poster|stk)\b|\*\*)/iu

/** The same as the whole of a cell: then a date beside it is the day of printing. */
const wholeFurniture =
  /^(?:antall|sum|delsum|totalt?|total ?sum|i alt|utskrift|utskriftsdato|utskrevet|skrevet ut|generert|dato|rapport|side|slutt(?: på listen| på liste)?|side \d+(?: ?(?:av|\/) ?\d+)?)\s*[:.]?$/iu

const pageNumber = /^side\s*:?\s*\d+(?:\s*(?:av|of|\/)\s*\d+)?$|^\d+ av \d+$/iu

/** What lists, their owners and their readers are called. */
const titleWords =
  /^(?:bruker|pasient|besøks?|arbeids|telefon|beredskaps)liste(?![\p{L}-]|\s*,)|^liste over |^oversikt over |(?:^|\s)(?:kommune|bydel|hjemmetjenest\p{L}*|heimeteneste\p{L}*|hjemmesykepleien?|omsorgstjenest\p{L}*)$|konfidensiel|taushetsbelagt|taushetsplikt|unntatt offentlig/iu

/** Whether a short row has what tells people apart, as far as the list has columns for it. */
export function saysWho(row: DelimitedRow, columns: readonly TableColumn[]): boolean {
  const isAsked = columns.some(({ column }) => column !== null && ownColumns.has(column))
  return !isAsked || filledCellsOf(row, columns).some(isOwn)
}

const ownColumns: ReadonlySet<ReadColumn> = new Set(['bornOn', 'personalNumber', 'ehrId'])

/** Written as a date: a phone has blanks between its digits. */
const birthDate =
  /\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4}|\d{1,2}[. ]+\p{L}{3,9}[. ]+\d{2,4}|^\d{6,8}$/u

/** Who she is, as nobody prints it into a page's top: a birth date, a number, an id with digits. */
function isOwn({ column, text }: Filled): boolean {
  if (column === 'bornOn') return birthDate.test(text)
  if (column === 'personalNumber') return /(?:\d[\s.-]*){6}/.test(text)
  return column === 'ehrId' && /\d/.test(text) && !opensFurniture.test(text) && !/[:=]/.test(text)
}

const nameColumns: ReadonlySet<ReadColumn | null> = new Set([
  'name',
  'nameFamilyFirst',
  'familyName',
])

/** A date, a label or an address of the web where the name should be. */
function isTitle(filled: readonly Filled[]): boolean {
  return filled.some(
    ({ column, text }) =>
      nameColumns.has(column) &&
      /\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d{2}-\d{2}|^[\p{L} ]{3,}[:=]|https?:|[\p{L}\d]@\p{L}|©/u.test(
        text,
      ),
  )
}

/** Where a bare number says something of a person. */
const numberColumns: ReadonlySet<ReadColumn | null> = new Set([
  'ehrId',
  'personalNumber',
  'postalCode',
  'postalPlace',
  'houseNumber',
  'addressDetail',
  'zone',
  'key',
  'keyBox',
  'electronicLock',
  'accessCode',
  'livesWith',
  'livesAlone',
])

/** «TRY: 12» beside «Antall», or «HSP» beside 2. */
function isCount(filled: readonly Filled[]): boolean {
  const name = filled.find(({ column }) => nameColumns.has(column))
  const others = filled.filter((cell) => cell !== name)
  if (name?.text.includes(',') === true || others.length === 0) return false
  const areNumbers = others.every(({ text }) => isNumber(text))
  if (areNumbers && others.some(({ column }) => !numberColumns.has(column))) return true
  return others.every(
    ({ column, text }) =>
      /^[\p{L} ]{1,20}:\s*\d{1,5}$/u.test(text) || (isNumber(text) && !numberColumns.has(column)),
  )
}

function isNumber(text: string): boolean {
  return /^\d{1,4}$/.test(text)
}
