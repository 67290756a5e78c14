import type { EntryId } from '../base/ids.ts'
import { grouped } from '../base/grouped.ts'
import { reachedFacts } from '../facts/reached-facts.ts'
import { standingOf } from '../facts/standing-of.ts'
import type { Standing } from '../facts/standing.ts'
import type { Instant } from '../time/instant.ts'
import type { CoordinationFact, IncidentLevel, IncidentPart } from './coordination-fact.ts'
import { type CoordinationFactOf, isKind } from './coordination-fact-of.ts'
import type { Incident } from './incident.ts'
import { partWorry } from './part-worry.ts'
import { uniteAreas, uniteCards, uniteEnds, uniteSymptoms } from './unite-parts.ts'

export type MemberStart = CoordinationFactOf<'started'>
type Part = IncidentPart['part']
export type Parts = Pick<Incident, Part>

/** What the members say together: each as it was at its start, or as somebody has corrected it since. */
export function uniteParts(
  starts: readonly MemberStart[],
  standing: readonly CoordinationFact[],
  factsById: ReadonlyMap<EntryId, CoordinationFact>,
): Parts {
  const corrections = standing
    .filter((fact) => isKind(fact, 'corrected'))
    .map((fact) => ({ fact, knows: knownMembers(fact, starts, factsById) }))
  const members = starts
    .map(({ incident, body }) => {
      const own = corrections.filter(({ knows }) => knows.has(incident)).map(({ fact }) => fact)
      return { incident, parts: correctedParts(body, own) }
    })
    .toSorted(
      (a, b) =>
        compareText(a.parts.startsAt, b.parts.startsAt) || compareText(a.incident, b.incident),
    )
    .map(({ parts }) => parts)
  return {
    symptoms: uniteSymptoms(members.map(({ symptoms }) => symptoms)),
    area: uniteAreas(members.map(({ area }) => area)),
    startsAt: earliest(members.map(({ startsAt }) => startsAt)),
    announcedEnd: uniteEnds(members.map(({ announcedEnd }) => announcedEnd)),
    level: highest(members.map(({ level }) => level)),
    cards: uniteCards(members.map(({ cards }) => cards)),
  }
}

function correctedParts(
  { symptoms, area, startsAt, announcedEnd, level, cards }: MemberStart['body'],
  corrections: readonly CoordinationFactOf<'corrected'>[],
): Parts {
  let parts: Parts = { symptoms, area, startsAt, announcedEnd, level, cards }
  for (const concurrent of grouped(corrections, ({ body }) => body.to.part).values()) {
    const to = standingOf(concurrent, ({ body }) => partWorry(body.to))?.shown.body.to
    if (to !== undefined) parts = withPart(parts, to)
  }
  return parts
}

function withPart(parts: Parts, to: IncidentPart): Parts {
  switch (to.part) {
    case 'symptoms':
      return { ...parts, symptoms: to.value }
    case 'area':
      return { ...parts, area: to.value }
    case 'startsAt':
      return { ...parts, startsAt: to.value }
    case 'announcedEnd':
      return { ...parts, announcedEnd: to.value }
    case 'level':
      return { ...parts, level: to.value }
    case 'cards':
      return { ...parts, cards: to.value }
  }
}

/** What the next correction of each part takes the place of. */
export function correctionsOf(
  standing: readonly CoordinationFact[],
): ReadonlyMap<Part, Standing<CoordinationFact>> {
  const corrections = standing.filter((fact) => isKind(fact, 'corrected'))
  const byPart = grouped(corrections, ({ body }) => body.to.part)
  const shown = new Map<Part, Standing<CoordinationFact>>()
  for (const [part, concurrent] of byPart) {
    const state = standingOf(concurrent, ({ body }) => partWorry(body.to))
    if (state !== null) shown.set(part, state)
  }
  return shown
}

/** The members that a correction is for: its own, and those whose starts or corrections it takes the place of. */
export function knownMembers(
  fact: CoordinationFact,
  starts: readonly MemberStart[],
  factsById: ReadonlyMap<EntryId, CoordinationFact>,
): ReadonlySet<CoordinationFact['incident']> {
  const known = new Set([fact.incident])
  // Almost every incident is one alone.
  if (starts.length < 2) return known
  for (const { incident, body } of reachedFacts(fact, factsById)) {
    if (body.kind === 'started' || isSameMatter(body, fact.body)) known.add(incident)
  }
  return known
}

function isSameMatter(a: CoordinationFact['body'], b: CoordinationFact['body']): boolean {
  if (a.kind === 'corrected') return b.kind === 'corrected' && a.to.part === b.to.part
  return isAboutClosing(a) && isAboutClosing(b)
}

function isAboutClosing({ kind }: CoordinationFact['body']): boolean {
  return kind === 'closed' || kind === 'reopened'
}

function earliest(moments: readonly Instant[]): Instant {
  return moments.reduce((first, moment) => (moment < first ? moment : first))
}

function highest(levels: readonly IncidentLevel[]): IncidentLevel {
  return levels.reduce((top, level) => (level > top ? level : top))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
