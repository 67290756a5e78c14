import type { Author } from '#domain/base/author.ts'
import { DeviceId, EmployeeId, EntryId, type IncidentId } from '#domain/base/ids.ts'
import type { Said } from '#domain/facts/said.ts'
import type { CoordinationFact, CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { PersonFact, PersonFactBody } from '#domain/people/person-fact.ts'
import { type Hlc, nextHlc } from '#domain/time/hlc.ts'
import { type Instant, instantFromMilliseconds } from '#domain/time/instant.ts'
import type { IncidentContext } from './incident-context.ts'
import { type IncidentView, type KnownFacts, viewOf } from './incident-view.ts'
import { simZone } from './sim-people.ts'

export type SimFact =
  | { channel: 'coordination'; fact: CoordinationFact }
  | { channel: 'people'; fact: PersonFact }

export type IncidentPhone = ReturnType<typeof createIncidentPhone>

/** What a phone must be able to, for somebody to press something on it. */
export type ActingPhone = Pick<
  IncidentPhone,
  | 'index'
  | 'author'
  | 'all'
  | 'wallInstant'
  | 'view'
  | 'sayOfIncident'
  | 'sayOfPerson'
  | 'expectToHold'
>

const minute = 60_000
const year = 365 * 24 * 60 * minute

/** A phone and whoever holds it, without any contact but `receive`. */
export function createIncidentPhone(index: number, context: IncidentContext) {
  const { random, time, told, without, failures } = context
  const author: Author = {
    employeeId: EmployeeId.parse(random.uuid()),
    name: `Ansatt ${index}`,
    title: null,
    hprNumber: null,
  }
  const deviceId = DeviceId.parse(random.uuid())
  let error = random.pick([0, 0, 7 * minute, -50 * minute, 3 * year, -3 * year])
  let lastHlc: Hlc | null = null
  let n = 0
  const own: SimFact[] = []
  const received: SimFact[] = []
  const seen = new Set<EntryId>()
  let view: IncidentView | null = null

  const wall = () => time.now() + error
  const wallInstant = (): Instant => instantFromMilliseconds(wall())
  const nextSaid = (incident: IncidentId, replaces: readonly EntryId[]): Said => {
    n += 1
    lastHlc = nextHlc(lastHlc, wall())
    return {
      at: wallInstant(),
      isTyped: false,
      replaces: [...replaces],
      entryId: EntryId.parse(random.uuid()),
      incident,
      deviceId,
      n,
      hlc: lastHlc,
      author,
      writtenAt: wallInstant(),
      receivedAt: null,
      clockAheadMinutes: 0,
    }
  }
  const keep = (said: SimFact): EntryId => {
    const { fact } = said
    own.push(said)
    told.set(fact.entryId, { fact, phone: index, trueAt: time.instant(), seen: new Set(seen) })
    seen.add(fact.entryId)
    view = null
    return fact.entryId
  }
  const known = (): KnownFacts => {
    const pending = without === 'pending' ? [] : own
    const all = [...received, ...(without === 'oneFact' ? pending.map(underAnotherId) : pending)]
    return {
      coordination: all.flatMap((said) => (said.channel === 'coordination' ? [said.fact] : [])),
      people: all.flatMap((said) => (said.channel === 'people' ? [said.fact] : [])),
    }
  }

  return {
    index,
    author,
    own,
    all: (): SimFact[] => [...own, ...received],
    wallInstant,
    wallError: () => error,
    /** The battery was out: the clock starts from somewhere else. */
    loseClock() {
      error = random.pick([0, -2 * year, 20 * minute])
    },
    view(): IncidentView {
      view ??= viewOf(known(), time.instant(), without)
      return view
    },
    freshView: (): IncidentView => viewOf(known(), time.instant(), without),
    sayOfIncident(
      body: CoordinationFactBody,
      incident: IncidentId,
      replaces: readonly EntryId[] = [],
    ): EntryId {
      return keep({ channel: 'coordination', fact: { ...nextSaid(incident, replaces), body } })
    },
    sayOfPerson(
      body: PersonFactBody,
      incident: IncidentId,
      replaces: readonly EntryId[] = [],
    ): EntryId {
      const said = nextSaid(incident, replaces)
      return keep({ channel: 'people', fact: { ...said, zone: simZone, body } })
    },
    receive(facts: readonly SimFact[]) {
      view = null
      for (const said of facts) {
        received.push(said)
        seen.add(said.fact.entryId)
        if (lastHlc === null || said.fact.hlc > lastHlc) lastHlc = said.fact.hlc
      }
    },
    expectToHold(holds: boolean, what: string) {
      if (!holds) failures.push(`phone ${index} ${what}`)
    },
  }
}

/** A fold that does not know its own fact again. */
function underAnotherId(said: SimFact): SimFact {
  const entryId = EntryId.parse(`0${said.fact.entryId.slice(1)}`)
  return said.channel === 'coordination'
    ? { channel: said.channel, fact: { ...said.fact, entryId } }
    : { channel: said.channel, fact: { ...said.fact, entryId } }
}
