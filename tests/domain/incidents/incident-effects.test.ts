import { expect, test } from 'vitest'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import { effectsOf } from '#domain/incidents/incident-effects.ts'
import {
  aCoordinationFact,
  aStart,
  aStep,
  factId,
  incidentId,
  minute,
} from '../../support/a-fact.ts'
import { aConfirmation, anIncident } from '../../support/an-incident.ts'

const hours = (n: number) => minute(n * 60)
const nothing = { widensAccess: false, stopsDeletion: false, holdsUpdates: false, because: [] }
const everything = {
  widensAccess: true,
  stopsDeletion: true,
  holdsUpdates: true,
  because: [incidentId(1)],
}

const start = aCoordinationFact(1, aStart())
const confirmation = aCoordinationFact(2, { kind: 'confirmed' }, { at: hours(1) })
const received = { ...confirmation, receivedAt: hours(1) }

function effectsAt(hour: number, ...facts: CoordinationFact[]) {
  return effectsOf(foldIncidents(facts, hours(hour)), hours(hour), 'real')
}

test('a confirmed incident widens access, stops deletion and holds updates for 72 hours', () => {
  expect(effectsAt(2, start, received)).toEqual(everything)
  expect(effectsAt(72.9, start, received)).toEqual(everything)
  expect(effectsAt(73, start, received)).toEqual(nothing)
})

test('a false start does nothing, neither before nor after it is undone', () => {
  const undo = aCoordinationFact(3, { kind: 'undone', facts: [factId(1)] })

  expect(effectsAt(2, start)).toEqual(nothing)
  expect(effectsAt(2, start, undo)).toEqual(nothing)
})

test('an incident that everybody works on, and nobody has confirmed, does nothing', () => {
  expect(effectsAt(2, start, aCoordinationFact(3, aStep()))).toEqual(nothing)
})

test('a forgotten one does nothing after 72 hours, until somebody confirms it anew', () => {
  const again = aCoordinationFact(
    4,
    { kind: 'confirmed' },
    { at: hours(90), receivedAt: hours(90) },
  )

  expect(effectsAt(100, start, received)).toEqual(nothing)
  expect(effectsAt(100, start, received, again)).toEqual(everything)
  expect(effectsAt(162, start, received, again)).toEqual(nothing)
})

test('a fold that is as old as the incident is judged by the hour that it is', () => {
  const old = foldIncidents([start, received], hours(2))

  expect(effectsOf(old, hours(2), 'real')).toEqual(everything)
  expect(effectsOf(old, hours(73), 'real')).toEqual(nothing)
})

test('an exercise never does anything, however confirmed', () => {
  const incidents = foldIncidents([start, received], hours(2))

  expect(effectsOf(incidents, hours(2), 'exercise')).toEqual(nothing)
})

test('a closed one does nothing, and does again when it is reopened', () => {
  const closed = aCoordinationFact(5, { kind: 'closed', word: null })
  const reopened = aCoordinationFact(6, { kind: 'reopened', word: null }, { replaces: [factId(5)] })

  expect(effectsAt(2, start, received, closed)).toEqual(nothing)
  expect(effectsAt(2, start, received, closed, reopened)).toEqual(everything)
})

test('of several, only the confirmed ones are the reason', () => {
  const incidents = [
    anIncident({ id: incidentId(1) }),
    anIncident({ id: incidentId(2), standing: 'confirmed', confirmed: aConfirmation() }),
  ]

  expect(effectsOf(incidents, hours(1), 'real').because).toEqual([incidentId(2)])
})
