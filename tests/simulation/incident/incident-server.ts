import type { EntryId } from '#domain/base/ids.ts'
import type { Said } from '#domain/facts/said.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { Hlc } from '#domain/time/hlc.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { IncidentContext } from './incident-context.ts'
import type { IncidentPhone, SimFact } from './incident-phone.ts'
import { viewOf } from './incident-view.ts'

export type IncidentServer = ReturnType<typeof createIncidentServer>

const aheadMinutes = 5

/** Takes each fact once, and corrects what a wrong clock said by how wrong it is at the contact. */
export function createIncidentServer({ time, without }: IncidentContext) {
  const facts = new Map<EntryId, SimFact>()
  const take = (said: SimFact, clockAhead: number) => {
    if (facts.has(said.fact.entryId)) return
    // No two receipts are of one millisecond.
    time.pass(1 / 60_000)
    facts.set(
      said.fact.entryId,
      placed(said, time.instant(), without === 'clockOffset' ? 0 : clockAhead),
    )
  }
  return {
    facts,
    /** Its first facts that are not here, as many as come through. */
    push(phone: IncidentPhone, most: number) {
      const clockAhead = phone.wallError() / 60_000
      const unsent = phone.own.filter(({ fact }) => !facts.has(fact.entryId))
      for (const said of unsent.slice(0, most)) take(said, clockAhead)
    },
    view: () =>
      viewOf(
        {
          coordination: [...facts.values()].flatMap((said) =>
            said.channel === 'coordination' ? [said.fact] : [],
          ),
          people: [...facts.values()].flatMap((said) =>
            said.channel === 'people' ? [said.fact] : [],
          ),
        },
        time.instant(),
        without,
      ),
  }
}

function placed(said: SimFact, receivedAt: Instant, clockAhead: number): SimFact {
  const moved = (at: Instant) => earlier(plusMinutes(at, -clockAhead), receivedAt)
  const times = (fact: Said) => ({
    at: fact.isTyped ? fact.at : moved(fact.at),
    writtenAt: moved(fact.writtenAt),
    hlc: clamped(fact.hlc, plusMinutes(receivedAt, aheadMinutes)),
    receivedAt,
    clockAheadMinutes: Math.round(clockAhead),
  })
  return said.channel === 'coordination'
    ? {
        channel: said.channel,
        fact: { ...said.fact, ...times(said.fact), body: movedBody(said.fact.body, moved) },
      }
    : { channel: said.channel, fact: { ...said.fact, ...times(said.fact) } }
}

function movedBody(
  body: CoordinationFactBody,
  moved: (at: Instant) => Instant,
): CoordinationFactBody {
  return body.kind === 'started' ? { ...body, startsAt: moved(body.startsAt) } : body
}

function clamped(hlc: Hlc, most: Instant): Hlc {
  const limit = String(Date.parse(most)).padStart(15, '0')
  return hlc.slice(0, 15) > limit ? Hlc.parse(`${limit}${hlc.slice(15)}`) : hlc
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b
}
