import type { RowFact } from '#domain/lists/row-facts.ts'
import { lists as words } from '#text/nb/screens/lists.ts'
import { rowFactText } from '#text/nb/words/row-fact.ts'
import { factsLine } from '../../parts/facts-line.ts'

/** Which facts share a line. Each fact of `own` has a line of its own; `strong` must not be missed. */
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
  household: 'where',
  canLookIn: 'own',
  nextOfKin: 'own',
  noContact: 'own',
  access: 'own',
  noAccess: 'strong',
  protectedAccess: 'own',
} satisfies Record<RowFact['kind'], string>

/** The facts of a row as the lines of the screen, in the order in which the list says them. */
export function rowLines(facts: readonly RowFact[]): { plain: string[]; strong: string | null } {
  const textsOf = (line: string) =>
    facts.filter(({ kind }) => lineByKind[kind] === line).map(rowFactText)
  const lines = new Set(facts.map(({ kind }) => lineByKind[kind]))
  const plain = [...lines].flatMap((line) => {
    const texts = textsOf(line)
    if (line === 'strong') return []
    if (line === 'own') return texts
    return [line === 'times' ? words.otherTimes(texts) : factsLine(...texts)]
  })
  return { plain, strong: textsOf('strong').at(0) ?? null }
}
