import type { EntryId } from '#domain/base/ids.ts'
import type { Said } from '#domain/facts/said.ts'
import type { Standing } from '#domain/facts/standing.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { contactWorry } from '#domain/people/contact-worry.ts'
import { doseKeyText } from '#domain/people/keys.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import { minutesBetween } from '#domain/time/instant.ts'
import type { IncidentContext, Told } from './incident-context.ts'
import type { IncidentView } from './incident-view.ts'
import { simPeople } from './sim-people.ts'
import { type Truth, truthOf } from './incident-truth.ts'

type Kind = (CoordinationFactBody | PersonFactBody)['kind']

/** What the last view says otherwise than those who pressed meant. */
export function wrongIn(
  view: IncidentView,
  { told }: IncidentContext,
  clocksKept: boolean,
): string[] {
  const truth = truthOf(told)
  return [
    ...wrongStanding(view, truth),
    ...wrongWholes(view, truth),
    ...wrongWorry(view),
    ...wrongLate(view, told, clocksKept),
    ...wrongDoses(view, truth),
    ...(clocksKept ? wrongStarts(view, truth, told) : []),
    ...(view.counted === simPeople.length ? [] : ['somebody is counted twice, or not']),
    ...(view.waiting.length > 0 ? ['an incident waits for a start that is here'] : []),
  ]
}

function wrongStanding(view: IncidentView, { standing }: Truth): string[] {
  const expected = (kind: Kind) =>
    standing.filter(({ fact }) => fact.body.kind === kind).map(({ fact }) => fact.entryId)
  const visits = [...view.people.visits.values()]
  const shown: readonly (readonly [Kind, readonly EntryId[]])[] = [
    ['step', view.marks.flatMap((mark) => idsOf(mark.standing))],
    ['contact', [...view.people.contacts.values()].flatMap(idsOf)],
    ['power', [...view.people.power.values()].flat().map(({ entryId }) => entryId)],
    ['visitTaken', visits.flatMap(({ taken }) => idsOf(taken))],
    ['visitGiven', visits.flatMap(({ offered }) => idsOf(offered))],
    ['visitEnded', visits.flatMap(({ ended }) => idsOf(ended))],
  ]
  return shown.flatMap(([kind, ids]) => {
    const wanted = expected(kind)
    return [
      ...wanted.filter((id) => !ids.includes(id)).map((id) => `lost ${kind} ${id}`),
      ...ids.filter((id) => !wanted.includes(id)).map((id) => `${kind} ${id} shows again`),
      ...(new Set(ids).size < ids.length ? [`a ${kind} is shown twice`] : []),
    ]
  })
}

function wrongWholes({ incidents }: IncidentView, { living, wholeOf }: Truth): string[] {
  const started = living.filter(({ fact }) => fact.body.kind === 'started')
  return started.flatMap(({ fact: { incident } }) => {
    const own = incidents.filter(({ members }) => members.includes(incident))
    if (own.length !== 1) return [`incident ${incident} is shown ${own.length} times`]
    return own[0]?.id === wholeOf(incident) ? [] : [`incident ${incident} is in another whole`]
  })
}

function wrongWorry({ people }: IncidentView): string[] {
  return [...people.contacts].flatMap(([patientId, { shown, beside }]) =>
    beside.some(({ body }) => contactWorry[body.state] > contactWorry[shown.body.state])
      ? [`${patientId} looks better than somebody has said`]
      : [],
  )
}

/** What was written after the closing by somebody who did not know of it is marked, and what its author knew is not. */
function wrongLate(
  { incidents, marks }: IncidentView,
  told: ReadonlyMap<EntryId, Told>,
  clocksKept: boolean,
): string[] {
  return incidents.flatMap(({ id, closed, late }) => {
    const closing = closed === null ? undefined : told.get(closed.fact)
    if (closing === undefined) return []
    const own = marks.filter((mark) => mark.incident === id).flatMap((mark) => idsOf(mark.standing))
    return own.flatMap((entryId) => {
      const mark = told.get(entryId)
      if (mark === undefined || mark.phone === closing.phone) return []
      const isLate = late.includes(entryId)
      const isAfter = mark.trueAt > closing.trueAt && !mark.seen.has(closing.fact.entryId)
      // Where a phone lost its clock between pressing and sending, nobody can know when it was pressed.
      if (clocksKept && isAfter && !isLate) return ['a mark after the closing is not noticed']
      return closing.seen.has(entryId) && isLate ? ['a mark that was known is called late'] : []
    })
  })
}

function wrongDoses({ people }: IncidentView, { living }: Truth): string[] {
  return [...people.doses].flatMap(([key, { isDoubled }]) => {
    const own = living.filter(
      ({ fact: { body } }) =>
        (body.kind === 'dose' || body.kind === 'doseHandled') && doseKeyText(body.dose) === key,
    )
    const given = own.filter(
      ({ fact: { body } }) => body.kind === 'dose' && body.notGivenCode === null,
    )
    const isHandled = own.some(({ fact: { body } }) => body.kind === 'doseHandled')
    if (isDoubled && given.length < 2) return ['a dose is called given twice']
    return !isDoubled && given.length > 1 && !isHandled ? ['a dose that was given twice'] : []
  })
}

function wrongStarts(
  { incidents }: IncidentView,
  { standing }: Truth,
  told: ReadonlyMap<EntryId, Told>,
): string[] {
  const living = new Set(
    standing
      // Whoever knows nothing of an undone start works on.
      .filter((one) => !('zone' in one.fact))
      .filter(({ fact: { body } }) => body.kind !== 'closed' && body.kind !== 'merged')
      .map(({ fact }) => fact.incident),
  )
  const starts = [...told.values()].filter(
    ({ fact }) => fact.body.kind === 'started' && living.has(fact.incident),
  )
  return incidents.flatMap(({ id, members, startsAt }) => {
    const own = starts.filter(({ fact }) => members.includes(fact.incident))
    const first = own.map(({ trueAt }) => trueAt).toSorted()[0]
    return first === undefined || Math.abs(minutesBetween(first, startsAt)) < 1
      ? []
      : [`incident ${id} began at ${first}, not at ${startsAt}`]
  })
}

function idsOf(standing: Standing<Said> | null): EntryId[] {
  return standing === null ? [] : [standing.shown, ...standing.beside].map(({ entryId }) => entryId)
}
