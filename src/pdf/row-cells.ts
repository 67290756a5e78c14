import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { ListRow, RowFact } from '#domain/lists/row-facts.ts'
import { columnFactText, rowFactText } from '#text/nb/words/row-fact.ts'
import { capitalized } from '#text/nb/words/time.ts'
import { personCell } from './person-cell.ts'
import { styles } from './sheet.ts'
import { piece, plain, type Cell, type Piece } from './table.ts'

/** Makes a cell of a list from facts of its row, in words that fit the column. */
export type RowCell = (row: PrintedRow) => Cell

/** A row with what was signed about its patient since the list. */
export type PrintedRow = ListRow & { amendments: readonly ShownAmendment[] }

export const personRowCell: RowCell = ({ patient, amendments }) => personCell(patient, amendments)

export const priorityCell: RowCell = ({ facts }) =>
  textsOf(facts, ['priority', 'notAssessed']).map((text) => piece(text, styles.name))

export const helpWithinCell: RowCell = ({ facts }) =>
  textsOf(facts, ['helpWithin']).map((text) => piece(text, styles.strong))

/** How long a battery lasts, or that it is unknown. */
export const batteryCell: RowCell = ({ facts }) =>
  textsOf(facts, ['battery', 'noBattery', 'unknownBattery']).map((text) =>
    piece(text, styles.strong),
  )

/** The devices with their settings and reserves; each device starts on a new line. */
export const deviceCell: RowCell = ({ facts }) => {
  const devices: string[][] = []
  for (const fact of facts) {
    if (fact.kind === 'device' || fact.kind === 'noDevice') devices.push([])
    if (isOfDevice(fact)) devices.at(-1)?.push(columnFactText(fact).replace(/\.$/, ''))
  }
  return devices.map((parts) => piece(parts.join('. ')))
}

function isOfDevice({ kind }: RowFact): boolean {
  return ['device', 'deviceDescription', 'noDevice', 'reserve', 'noReserve'].includes(kind)
}

export const householdCell: RowCell = ({ facts }) => [
  ...textsOf(facts, ['household']).map((text) => piece(`${capitalized(text)}.`)),
  ...textsOf(facts, ['canLookIn', 'nextOfKin', 'noContact']).map((text) => piece(text)),
]

export const needsCell: RowCell = ({ facts }) =>
  textsOf(facts, ['critical', 'mobility']).map((text) => piece(text))

export const timesCell: RowCell = ({ facts }) => [
  piece(textsOf(facts, ['time', 'noTime']).join(', '), styles.strong),
]

/** «Ikke vurdert» is written here in full, because the column of levels is too narrow for it. */
export const reasonsCell: RowCell = ({ facts }): Piece[] =>
  plain(
    facts
      .filter(({ kind }) => ['reason', 'proposed', 'notAssessed'].includes(kind))
      .map(rowFactText)
      .join(' · '),
  )

export const accessCell: RowCell = ({ facts }) =>
  textsOf(facts, ['access', 'noAccess', 'protectedAccess']).map((text) => piece(text))

export const servicesCell: RowCell = ({ facts }) => plain(textsOf(facts, ['service']).join(' '))

function textsOf(facts: readonly RowFact[], kinds: readonly RowFact['kind'][]): string[] {
  return facts.filter(({ kind }) => kinds.includes(kind)).map(columnFactText)
}
