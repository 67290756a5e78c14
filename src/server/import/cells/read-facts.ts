import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ReadColumn } from '#domain/roster/list-column.ts'
import type { ListedCode, ListedFacts } from '#domain/roster/listed-person.ts'
import type { Gender } from '#domain/patient/gender.ts'
import { parseAccess } from './access-cells.ts'
import { readAddress } from './address-cells.ts'
import { findProtection } from '../texts/address-protection.ts'
import { isNothing, shortened, tidy } from '../texts/cell-values.ts'
import { extractCodes } from '../texts/codes.ts'
import { readContacts } from './contact-cells.ts'
import { readCritical } from './critical-cells.ts'
import { readListedAlarm } from './alarm-line-cells.ts'
import { readDevices } from './device-cells.ts'
import { parsePractitioner } from '../texts/parse-contacts.ts'
import { withoutPersonalNumbers } from '../texts/personal-numbers.ts'
import { readPhones } from './phone-cells.ts'
import { readGender } from '../texts/read-gender.ts'
import { readLivesAlone } from './read-lives-alone.ts'
import type { RowCells } from './row-cells.ts'
import type { RowContext } from './row-context.ts'
import { serviceCodes } from './service-cells.ts'
import { strayNumbers } from './stray-numbers.ts'
import { readTimes } from './time-cells.ts'

type Reading = { facts: Partial<ListedFacts>; warnings: ImportWarning[] }

/** All that a row says of a person besides who she is. A fact without a column is left out. */
export function readFacts(cells: RowCells, { readServices, today }: RowContext): Reading {
  const warnings: ImportWarning[] = []
  const codes: ListedCode[] = []
  const open = openText(codes)
  const remarks = cells.list('remark').flatMap(({ text }) => text.split(/[\r\n]+/))
  const openRemarks = remarks.map((remark) => withoutPersonalNumbers(open(remark)))
  const phones = readPhones(cells, warnings)
  const named = cells.list('name', 'nameFamilyFirst', 'familyName', 'givenName')
  const elsewhere = [...openRemarks, ...named.map(({ text }) => text)].map(findProtection)
  const address = readAddress(cells, elsewhere, warnings)
  const access = parseAccess(
    cells
      .list(...accessColumns)
      .flatMap((cell) =>
        isAccessColumn(cell.column) ? [{ column: cell.column, text: cell.text }] : [],
      ),
  )
  codes.push(...address.codes)
  for (const { text, heading } of cells.list('accessCode')) {
    if (!isNothing(text)) codes.push({ label: heading, code: tidy(text) })
  }
  const facts: Partial<ListedFacts> = { ...address.facts, ...plainFacts(cells, open) }
  if (cells.has('gender')) facts.gender = genderOf(cells, warnings)
  if (cells.has('phone')) facts.phone = phones.first
  if (cells.has('livesAlone', 'livesWith')) {
    facts.livesAlone = readLivesAlone(cells, warnings)
  }
  const services = serviceCodes(cells, { readServices, today }, warnings)
  if (cells.has('services')) facts.services = services.codes
  if (cells.has('device')) facts.devices = readDevices(cells, warnings)
  const alarm = readListedAlarm(cells, warnings)
  if (alarm !== null) facts.alarmLine = alarm
  const timeColumns = (['doseTimes', 'supervisionTimes'] as const).filter((name) => cells.has(name))
  const timeRemarks = timeColumns.flatMap((column) => {
    const read = readTimes(cells, column)
    facts[column] = read.times
    warnings.push(...read.warnings)
    return read.remarks
  })
  if (cells.has('kin', 'kinPhone')) facts.nextOfKin = readContacts(cells)
  if (cells.has('doctor', 'doctorOffice', 'doctorPhone')) {
    facts.generalPractitioner = parsePractitioner({
      name: cells.text('doctor'),
      office: cells.text('doctorOffice'),
      phone: cells.text('doctorPhone'),
    })
  }
  if (cells.has('cave', 'criticalCondition', 'infection')) {
    facts.critical = readCritical(cells).map((one) => ({ ...one, text: open(one.text) }))
  }
  if (cells.has(...accessColumns)) facts.access = access
  if (codes.length > 0 || cells.has('accessCode')) facts.codes = codes
  const added = [...phones.remarks, ...services.remarks, ...timeRemarks].map((remark) =>
    withoutPersonalNumbers(open(remark)),
  )
  if (cells.has('remark') || added.length > 0) {
    facts.remarks = [...openRemarks.filter((remark) => remark !== ''), ...added]
  }
  return { facts, warnings: [...warnings, ...strayNumbers(cells)] }
}

/** Takes the codes out of a text into the class of their own. */
function openText(codes: ListedCode[]): (text: string) => string {
  return (text) => {
    const { rest, codes: found } = extractCodes(text)
    codes.push(...found.map((code) => ({ label: rest || null, code })))
    return found.length === 0 ? tidy(text) : rest
  }
}

const accessColumns = ['key', 'keyBox', 'electronicLock', 'door'] as const

function isAccessColumn(column: ReadColumn): column is (typeof accessColumns)[number] {
  return accessColumns.some((access) => access === column)
}

/** Columns whose text is kept as it stands. */
function plainFacts(cells: RowCells, open: (text: string) => string): Partial<ListedFacts> {
  const facts: Partial<ListedFacts> = {}
  for (const column of [
    'mobility',
    'communication',
    'resuscitation',
    'nutrition',
    'pharmacy',
  ] as const) {
    const text = cells.textOrNull(column)
    if (cells.has(column)) facts[column] = text === null ? null : open(text)
  }
  if (cells.has('diagnoses')) {
    facts.diagnoses = cells
      .list('diagnoses')
      .flatMap(({ text }) => text.split(/[;\r\n]+/).map(tidy))
  }
  return facts
}

function genderOf(cells: RowCells, warnings: ImportWarning[]): Gender | null {
  const [cell] = cells.list('gender')
  if (cell === undefined) return null
  const gender = readGender(cell.text)
  if (gender === null && !isNothing(cell.text)) {
    warnings.push({ kind: 'unclearValue', heading: cell.heading, value: shortened(cell.text) })
  }
  return gender
}
