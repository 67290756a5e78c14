import type { RowFact } from '#domain/lists/row-facts.ts'
import type { Instant } from '#domain/time/instant.ts'
import { countdown as words } from '#text/nb/screens/countdown.ts'
import { rowFactText } from '#text/nb/words/row-fact.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { CountdownRow } from '#app/bridge/incident-queries.ts'
import { factsLine } from '../../parts/facts-line.ts'

const ofDevice: readonly RowFact['kind'][] = [
  'device',
  'noDevice',
  'battery',
  'noBattery',
  'reserve',
  'noReserve',
]

/** «Respirator · 1 t 30 · ingen reserve», then who is there; what else there is to know is on the patient's screen. */
export function countdownFacts(row: CountdownRow, now: Instant): string[] {
  const { facts, emptyAt, dueAt, mayBeShorter } = row
  const device = facts.filter(({ kind }) => ofDevice.includes(kind)).map(rowFactText)
  return [
    factsLine(...device),
    factsLine(
      companyText(row),
      emptyAt !== null && dueAt > emptyAt ? words.helpWithin(momentWords(dueAt, now)) : null,
      mayBeShorter ? words.mayBeShorter : null,
    ),
  ].filter((line) => line !== '')
}

/** Who is there: as a call has found out, else as the list has it. */
function companyText({ facts, lastFinding }: CountdownRow): string | null {
  const found = lastFinding?.body.finding.someoneThere ?? null
  if (found !== null) return found ? words.someoneThere : words.nobodyThere
  const household = facts.find(({ kind }) => kind === 'household')
  return household === undefined ? null : rowFactText(household)
}
