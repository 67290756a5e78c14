import * as fc from 'fast-check'
import { ContactState, type PersonFactBody, VisitOutcome } from '#domain/people/person-fact.ts'
import {
  type CoordinationFactBody,
  IncidentLevel,
  type IncidentPart,
  StepState,
} from '#domain/incidents/coordination-fact.ts'
import { LocalDate } from '#domain/time/instant.ts'
import {
  aCoordinationFact,
  anAuthor,
  aPersonFact,
  aStart,
  aStep,
  factId,
  incidentId,
  minute,
  nord1,
  nord2,
} from './a-fact.ts'
import { aPatientId, at } from './a-patient.ts'

const few = fc.nat(3).map((n) => n + 1)
const zone = fc.constantFrom(nord1, nord2)
const anyId = fc.nat(15).map(factId)
const undone = fc.record({
  kind: fc.constant('undone' as const),
  facts: fc.array(anyId, { minLength: 1, maxLength: 3 }),
})
const level = fc.constantFrom<IncidentLevel[]>(1, 2, 3)

const part: fc.Arbitrary<IncidentPart> = fc.oneof(
  level.map((value) => ({ part: 'level' as const, value })),
  fc.nat(90).map((n) => ({ part: 'startsAt' as const, value: minute(n) })),
  zone.map((own) => ({ part: 'area' as const, value: { zones: [own], streets: [] } })),
)

const coordinationBody: fc.Arbitrary<CoordinationFactBody> = fc.oneof(
  { arbitrary: fc.nat(90).map((n) => aStart({ startsAt: minute(n) })), weight: 3 },
  part.map((to) => ({ kind: 'corrected' as const, to })),
  fc.constant({ kind: 'confirmed' as const }),
  fc.constant({ kind: 'closed' as const, word: null }),
  fc.constant({ kind: 'reopened' as const, word: null }),
  few.map((n) => ({ kind: 'merged' as const, other: incidentId(n) })),
  fc
    .record({ step: few, zone, state: fc.constantFrom(...StepState.options) })
    .map((fields) => aStep(fields)),
  undone,
)

const key = few.map((n) => ({ patientId: aPatientId(n), planned: null }))
const dose = few.map((n) => ({
  patientId: aPatientId(n),
  line: null,
  on: LocalDate.parse('2026-11-23'),
  slot: at('20:00'),
}))
const minutes = fc.option(fc.nat(600))
const flag = fc.option(fc.boolean())

const personBody: fc.Arbitrary<PersonFactBody> = fc.oneof(
  fc
    .record({ patient: few, state: fc.constantFrom(...ContactState.options) })
    .map(({ patient, state }) => ({
      kind: 'contact' as const,
      patientId: aPatientId(patient),
      state,
      word: null,
    })),
  fc
    .record({
      patientId: few.map(aPatientId),
      poweredDeviceId: fc.constant(null),
      batteryMinutes: minutes,
      reserveMinutes: minutes,
      hasPower: flag,
      someoneThere: flag,
      word: fc.constant(null),
    })
    .map((finding) => ({ kind: 'power' as const, finding })),
  fc.boolean().map((hasPower) => ({
    kind: 'placePower' as const,
    street: 'Storgata',
    number: null,
    hasPower,
  })),
  key.map((visit) => ({ kind: 'visitGiven' as const, visit, to: anAuthor(2) })),
  key.map((visit) => ({ kind: 'visitTaken' as const, visit })),
  fc
    .record({ visit: key, outcome: fc.constantFrom(...VisitOutcome.options) })
    .map((fields) => ({ kind: 'visitEnded' as const, ...fields, word: null })),
  fc
    .record({ dose, notGivenCode: fc.constantFrom(null, null, 'refused') })
    .map((fields) => ({ kind: 'dose' as const, ...fields })),
  dose.map((own) => ({ kind: 'doseHandled' as const, dose: own, word: null })),
  undone,
)

/** How it was said: by any clock, knowing of any facts, from one of three phones, received or not. */
const said = fc.record({
  incident: few.map(incidentId),
  replaces: fc.array(anyId, { maxLength: 2 }),
  clock: fc.nat(90),
  isReceived: fc.boolean(),
})

/** Facts about incidents that name any others: later ones, themselves, and what is not here. */
export const anyCoordinationFacts = fc
  .array(fc.record({ said, body: coordinationBody }), { maxLength: 14 })
  .map((drawn) =>
    drawn.map(({ said: { clock, isReceived, ...fields }, body }, n) =>
      aCoordinationFact(clock, body, {
        ...fields,
        entryId: factId(n),
        receivedAt: isReceived ? minute(clock) : null,
      }),
    ),
  )

/** The same about people. */
export const anyPersonFacts = fc
  .array(fc.record({ said, body: personBody }), { maxLength: 14 })
  .map((drawn) =>
    drawn.map(({ said: { clock, isReceived, ...fields }, body }, n) =>
      aPersonFact(clock, body, {
        ...fields,
        entryId: factId(n),
        author: anAuthor(1 + (n % 3)),
        receivedAt: isReceived ? minute(clock) : null,
      }),
    ),
  )
