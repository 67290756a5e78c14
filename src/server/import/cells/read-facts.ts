import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListColumn } from '#domain/roster/list-column.ts'
import type { ListedCode, ListedFacts } from '#domain/roster/listed-person.ts'
import type { Gender } from '#domain/patient/gender.ts'
import type { ReadServices } from '#domain/roster/service-tokens.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { extractCode, parseAccess } from './access-cells.ts'
import { readAddress } from './address-cells.ts'
import { isNothing, shortened, tidy } from './cell-values.ts'
import { readContacts } from './contact-cells.ts'
import { readGender } from './read-gender.ts'
import { findProtection } from './address-protection.ts'
import { readCritical } from './critical-cells.ts'
import { readLivesAlone } from './read-lives-alone.ts'
import { readListedAlarm } from './alarm-line-cells.ts'
import { readDevices } from './device-cells.ts'
import { parsePractitioner } from './parse-contacts.ts'
import { findPhones } from './phones.ts'
import type { RowCells } from './row-cells.ts'
import { readTimes } from './time-cells.ts'

type Reading = { facts: Partial<ListedFacts>; warnings: ImportWarning[] }

/** All that a row says of a person besides who she is. A fact without a column is left out. */
export function readFacts(cells: RowCells, readServices: ReadServices): Reading {
  const warnings: ImportWarning[] = []
  const remarks = cells.list('remark').flatMap(({ text }) => text.split(/[\r\n]+/))
  const codes: ListedCode[] = []
  const openRemarks = remarks.map((remark) => {
    const { rest, code } = extractCode(remark)
    if (code !== null) codes.push({ label: rest || null, code })
    return rest
  })
  const phones = cells.list('phone').flatMap(({ text }) => findPhones(text))
  warnings.push(...unclearPhones(cells))
  const otherPhones = [...new Set(phones.slice(1))].filter((phone) => phone !== phones[0])
  const address = readAddress(cells, openRemarks.map(findProtection))
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
  const facts: Partial<ListedFacts> = { ...address.facts, ...plainFacts(cells) }
  if (cells.has('gender')) facts.gender = genderOf(cells, warnings)
  if (cells.has('phone')) facts.phone = phones[0] ?? null
  if (cells.has('livesAlone', 'livesWith')) {
    facts.livesAlone = readLivesAlone(cells, warnings)
  }
  if (cells.has('services')) {
    const read = readServices(
      cells
        .list('services')
        .map(({ text }) => text)
        .join('\n'),
    )
    facts.services = read.codes
    warnings.push(...read.unknown.map((code) => ({ kind: 'unknownService' as const, code })))
  }
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
  if (cells.has('cave', 'criticalCondition', 'infection')) facts.critical = readCritical(cells)
  if (cells.has(...accessColumns)) facts.access = access
  if (codes.length > 0 || cells.has('accessCode')) facts.codes = codes
  const added = [...otherPhones.map(importReport.otherPhone), ...timeRemarks]
  if (cells.has('remark') || added.length > 0) {
    facts.remarks = [...openRemarks.filter((remark) => remark !== ''), ...added]
  }
  return { facts, warnings }
}

const accessColumns = ['key', 'keyBox', 'electronicLock', 'door'] as const

function isAccessColumn(column: ListColumn): column is (typeof accessColumns)[number] {
  return accessColumns.some((access) => access === column)
}

/** A phone that is not read must be seen: nobody should believe that there is none. */
function unclearPhones(cells: RowCells): ImportWarning[] {
  return cells
    .list('phone', 'kinPhone', 'doctorPhone')
    .filter(({ text }) => !isNothing(text) && findPhones(text).length === 0)
    .map(({ text, heading }) => ({ kind: 'unclearValue', heading, value: tidy(text) }))
}

/** Columns whose text is kept as it stands. */
function plainFacts(cells: RowCells): Partial<ListedFacts> {
  const facts: Partial<ListedFacts> = {}
  for (const column of [
    'mobility',
    'communication',
    'resuscitation',
    'nutrition',
    'pharmacy',
  ] as const) {
    if (cells.has(column)) facts[column] = cells.textOrNull(column)
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
