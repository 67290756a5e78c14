import type { RowFact } from '#domain/lists/row-facts.ts'
import type { Instant } from '#domain/time/instant.ts'
import { countdown as words } from '#text/nb/screens/people/countdown.ts'
import { reserveText, rowFactText } from '#text/nb/words/row-fact.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { CountdownRow } from '#app/bridge/incident-queries.ts'
import { factsLine } from '../parts/facts-line.ts'

const ofDevice: readonly RowFact['kind'][] = ['device', 'noDevice']
const ofBattery: readonly RowFact['kind'][] = ['battery', 'noBattery', 'reserve', 'noReserve']

/** «Respirator · 1 t 30 · ingen reserve registrert · bor alene»: what else there is to know is on the patient's screen. */
export function countdownFacts(row: CountdownRow, now: Instant): string {
  return factsLine(
    ...textsOf(row, ofDevice),
    emptyText(row, now),
    ...batteryFacts(row, now),
    companyText(row),
  )
}

/** What there is of battery and reserve, as recorded or as found since. */
export function batteryFacts(row: CountdownRow, now: Instant): string[] {
  const { mayBeShorter, measuredAt } = row
  return [
    // What was recorded says nothing of what was put in since.
    ...(measuredAt === null ? textsOf(row, ofBattery) : []),
    measuredAt === null ? null : words.measured(momentWords(measuredAt, now)),
    mayBeShorter ? words.mayBeShorter : null,
  ].filter((text) => text !== null)
}

/** «tom 06:41», where somebody must have helped later than that; the time column says the one that orders the list. */
function emptyText({ emptyAt, dueAt }: CountdownRow, now: Instant): string | null {
  return emptyAt !== null && dueAt > emptyAt ? words.emptyAt(momentWords(emptyAt, now)) : null
}

export function deviceTitle(row: CountdownRow): string {
  return textsOf(row, ofDevice).join(' · ')
}

function textsOf({ facts }: CountdownRow, kinds: readonly RowFact['kind'][]): string[] {
  return facts.filter(({ kind }) => kinds.includes(kind)).map(inLine)
}

/** Within a line, «Flaske (4 t)» needs no «Reserve:» before it, and «ingen reserve registrert» begins small. */
function inLine(fact: RowFact): string {
  if (fact.kind === 'reserve' && fact.text !== null) return reserveText(fact)
  const text = rowFactText(fact)
  const isName = fact.kind === 'device' || fact.kind === 'noDevice'
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** Who is there: as a call has found out, else as the list has it. */
function companyText({ facts, someoneThere }: CountdownRow): string | null {
  if (someoneThere !== null) return someoneThere ? words.someoneThere : words.nobodyThere
  const household = facts.find(({ kind }) => kind === 'household')
  return household === undefined ? null : rowFactText(household)
}
