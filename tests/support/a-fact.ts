import type { Author } from '#domain/base/author.ts'
import { DeviceId, EmployeeId, EntryId, IncidentId, ZoneId } from '#domain/base/ids.ts'
import { CardCode } from '#domain/cards/action-card.ts'
import type { Said } from '#domain/facts/said.ts'
import type { CoordinationFact, CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { PersonFact, PersonFactBody } from '#domain/people/person-fact.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import { type Instant, millisecondsFromInstant, plusMinutes } from '#domain/time/instant.ts'
import { noon } from './a-patient.ts'

const uuid = (kind: string, n: number) =>
  `${kind.padEnd(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`

export const factId = (n: number): EntryId => EntryId.parse(uuid('fa', n))
export const incidentId = (n: number): IncidentId => IncidentId.parse(uuid('1c', n))
export const nord1 = ZoneId.parse('nord-1')
export const nord2 = ZoneId.parse('nord-2')
export const tk01 = CardCode.parse('TK-01')

export function anAuthor(n = 1): Author {
  const employeeId = EmployeeId.parse(uuid('e0', n))
  return { employeeId, name: `Ansatt ${n}`, title: null, hprNumber: null }
}

/** The fact number `n`, said `n` minutes past noon and received at once. */
export function aSaid(n: number, more: Partial<Said> = {}): Said {
  const at = plusMinutes(noon, n)
  return {
    at,
    isTyped: false,
    replaces: [],
    entryId: factId(n),
    incident: incidentId(1),
    deviceId: DeviceId.parse(uuid('de', n)),
    n: 1,
    hlc: nextHlc(null, millisecondsFromInstant(at)),
    author: anAuthor(),
    writtenAt: at,
    receivedAt: at,
    clockAheadMinutes: 0,
    ...more,
  }
}

type Started = Extract<CoordinationFactBody, { kind: 'started' }>

export function aStart(more: Partial<Omit<Started, 'kind'>> = {}): Started {
  return {
    kind: 'started',
    symptoms: ['power'],
    area: { zones: [nord1], streets: [] },
    startsAt: noon,
    announcedEnd: null,
    level: 1,
    cards: [{ code: tk01, version: 1 }],
    ...more,
  }
}

export function aStep(
  more: Partial<Omit<Extract<CoordinationFactBody, { kind: 'step' }>, 'kind'>> = {},
): CoordinationFactBody {
  const step = { card: tk01, cardVersion: 1, step: 1, zone: nord1, word: null } as const
  return { kind: 'step', ...step, state: 'done', ...more }
}

export function aCoordinationFact(
  n: number,
  body: CoordinationFactBody,
  more: Partial<Said> = {},
): CoordinationFact {
  return { ...aSaid(n, more), body }
}

export function aPersonFact<Body extends PersonFactBody>(
  n: number,
  body: Body,
  more: Partial<Omit<PersonFact, 'body'>> = {},
): PersonFact & { body: Body } {
  return { ...aSaid(n, more), zone: nord1, ...more, body }
}

/** So many minutes past noon. */
export function minute(n: number): Instant {
  return plusMinutes(noon, n)
}
