import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { LocalTime } from '#domain/time/instant.ts'
import type { ListColumn } from '#domain/roster/list-column.ts'
import type { ListedCode, ListedDevice, ListedFacts } from '#domain/roster/listed-person.ts'
import type { Gender } from '#domain/patient/gender.ts'
import type { CriticalInformation } from '#domain/patient/patient.ts'
import type { ReadServices } from '#domain/roster/service-tokens.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { parseAccess, takeCode } from './access-cells.ts'
import { readAddress } from './address-cells.ts'
import {
  findProtection,
  isNothing,
  parseMinutes,
  parseYesNo,
  shortened,
  tidy,
} from './cell-values.ts'
import { readClockTimes } from './clock-times.ts'
import { parseContacts, parsePractitioner } from './contact-cells.ts'
import { readGender } from './read-gender.ts'
import { findPhones } from './phones.ts'
import type { RowCells } from './row-cells.ts'

type Reading = { facts: Partial<ListedFacts>; warnings: ImportWarning[] }

/** All that a row says of a person besides who she is. A fact without a column is left out. */
export function readFacts(cells: RowCells, readServices: ReadServices): Reading {
  const warnings: ImportWarning[] = []
  const remarks = cells.list('remark').flatMap(({ text }) => text.split(/[\r\n]+/))
  const codes: ListedCode[] = []
  const openRemarks = remarks.map((remark) => {
    const { rest, code } = takeCode(remark)
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
  if (cells.has('livesAlone', 'livesWith')) facts.livesAlone = livesAlone(cells)
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

/** A phone that is not read must be seen: nobody should believe that there is none. */
function unclearPhones(cells: RowCells): ImportWarning[] {
  return cells
    .list('phone', 'kinPhone', 'doctorPhone')
    .filter(({ text }) => !isNothing(text) && findPhones(text).length === 0)
    .map(({ text, heading }) => ({ kind: 'unclearValue', heading, value: tidy(text) }))
}

const accessColumns = ['key', 'keyBox', 'electronicLock', 'door'] as const

function isAccessColumn(column: ListColumn): column is (typeof accessColumns)[number] {
  return accessColumns.some((access) => access === column)
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

function livesAlone(cells: RowCells): boolean | null {
  const alone = cells.text('livesAlone')
  const answer = parseYesNo(alone)
  if (answer !== null) return answer
  const company = cells.text('livesWith') || alone
  if (company === '') return null
  return /^(bor )?(alene|aleine|aleneboende|enslig)/i.test(company)
}

/** The times of a column, and the texts that hold more than times: a person has to read those. */
function readTimes(
  cells: RowCells,
  column: 'doseTimes' | 'supervisionTimes',
): { times: LocalTime[]; warnings: ImportWarning[]; remarks: string[] } {
  const filled = cells.list(column).filter(({ text }) => !isNothing(text))
  const read = filled.map(({ text, heading }) => ({ heading, text, ...readClockTimes(text) }))
  const unread = read.filter((cell) => cell.unread !== null)
  return {
    times: [...new Set(read.flatMap(({ times }) => times))].toSorted(),
    warnings: unread.map(({ heading, unread }) => ({
      kind: 'unclearTime',
      heading,
      value: shortened(unread ?? ''),
    })),
    remarks: unread.map(({ heading, text }) => importReport.asWritten(heading, tidy(text))),
  }
}

/** Several next of kin stand in one cell, or in pairs of columns in the same order. */
function readContacts(cells: RowCells): ListedFacts['nextOfKin'] {
  const kin = cells.list('kin')
  const phones = cells.list('kinPhone')
  const relations = cells.list('kinRelation')
  if (kin.length === 0)
    return parseContacts({
      names: '',
      phones: phones.map(({ text }) => text).join(' / '),
      relation: '',
    })
  return kin.flatMap(({ text }, place) =>
    parseContacts({
      names: text,
      phones: phones[place]?.text ?? '',
      relation: relations[place]?.text ?? '',
    }),
  )
}

const criticalKinds = {
  cave: 'cave',
  criticalCondition: 'condition',
  infection: 'infection',
} as const satisfies Partial<Record<ListColumn, CriticalInformation['kind']>>

function readCritical(cells: RowCells): CriticalInformation[] {
  return (['cave', 'criticalCondition', 'infection'] as const).flatMap((column) =>
    cells
      .list(column)
      .filter(({ text }) => !isNothing(text))
      .map(({ text }) => ({ kind: criticalKinds[column], text: tidy(text) })),
  )
}

function readDevices(cells: RowCells, warnings: ImportWarning[]): ListedDevice[] {
  const names = cells
    .list('device')
    .flatMap(({ text }) => text.split(/[;\r\n]+|,(?!\d)/))
    .map(tidy)
    .filter((name) => !isNothing(name))
  const minutes = (column: ListColumn, place: number): number | null => {
    const cell = cells.list(column)[0]
    if (cell === undefined) return null
    // One time for several devices is known to hold for the first alone.
    const parts = cell.text.split(/[;\r\n]+/)
    const text = parts[place]
    if (text === undefined || isNothing(text)) return null
    const read = parseMinutes(text, cell.isInHours ? 'hours' : 'minutes')
    if (read === null) {
      warnings.push({ kind: 'unclearValue', heading: cell.heading, value: tidy(text) })
    }
    return read
  }
  return names.map((listedAs, place) => ({
    listedAs,
    description: null,
    batteryMinutes: minutes('batteryTime', place),
    reserve: place === 0 ? cells.textOrNull('reserve') : null,
    reserveMinutes: minutes('reserveTime', place),
    toleranceMinutes: minutes('toleranceTime', place),
  }))
}
