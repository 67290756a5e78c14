import type { ZoneSums } from '#domain/people/counting/zone-sums.ts'
import { outage as words } from '#text/nb/screens/incident/outage.ts'
import type { ZoneOfIncident } from '#app/bridge/incident-queries.ts'
import { elsewhereText, WhomToAsk } from '../../incident-parts/WhomToAsk.tsx'
import { zoneText } from '#text/nb/words/zone.ts'
import { factsLine } from '../../parts/facts-line.ts'
import { Row } from '../../ui/Rows.tsx'

/** A zone in the server's sums; red where somebody needs AMK, and whom to ask about its people. */
export function ZoneRow({ zone: { zone, sums, whom } }: { zone: ZoneOfIncident }) {
  const red = sums?.red ?? 0
  return (
    <Row
      name={zoneText(zone.name)}
      tone={red > 0 ? 'harm' : 'ordinary'}
      facts={[
        ...sumLines(sums),
        <span key="ask">
          {elsewhereText({ zone, ...whom })}
          {whom.phone === null ? ` · ${words.noZoneContact}` : ', '}
          <WhomToAsk elsewhere={whom} />
        </span>,
      ]}
      {...(red > 0 ? { strong: words.redCount(red) } : {})}
    />
  )
}

function sumLines(sums: ZoneSums | null): string[] {
  if (sums === null) return [words.notCounted]
  const { people, notReached, notContacted, noAnswer, needsVisit } = sums
  if (people === 0) return [words.nobodyInZone]
  return [
    words.notReachedOf(notReached, people),
    factsLine(
      needsVisit === 0 ? null : words.needVisit(needsVisit),
      noAnswer === 0 ? null : words.noAnswer(noAnswer),
      notContacted === 0 ? null : words.notContacted(notContacted),
    ),
  ].filter((line) => line !== '')
}
