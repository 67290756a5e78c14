import type { RowFact } from '#domain/lists/row-facts.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { rowFactText } from '#text/nb/words/row-fact.ts'
import { factsLine } from '../../parts/facts-line.ts'

/** Which facts share a line; `strong` is the one that must not be missed. */
const lineByKind = {
  time: 'times',
  noTime: 'times',
  reason: 'why',
  proposed: 'why',
  device: 'device',
  deviceDescription: 'device',
  noDevice: 'device',
  battery: 'device',
  noBattery: 'device',
  unknownBattery: 'device',
  helpWithin: 'device',
  reserve: 'device',
  noReserve: 'strong',
  priority: 'where',
  notAssessed: 'where',
  address: 'where',
  protectedAddress: 'where',
  noAddress: 'where',
  service: 'where',
  critical: 'needs',
  mobility: 'needs',
  company: 'company',
  canLookIn: 'company',
  nextOfKin: 'company',
  noContact: 'company',
  access: 'access',
  noAccess: 'strong',
  protectedAccess: 'access',
} satisfies Record<RowFact['kind'], string>

/** The facts of a row as the lines of the screen, in the order in which the list says them. */
export function rowLines(facts: readonly RowFact[]): { plain: string[]; strong: string | null } {
  const textsOf = (line: string) =>
    facts.filter(({ kind }) => lineByKind[kind] === line).map(rowFactText)
  const lines = new Set(facts.map(({ kind }) => lineByKind[kind]))
  const plain = [...lines]
    .filter((line) => line !== 'strong')
    .map((line) =>
      line === 'times' ? words.otherTimes(textsOf(line)) : factsLine(...textsOf(line)),
    )
  return { plain, strong: textsOf('strong').at(0) ?? null }
}
