import { array, assert, constantFrom, property, record, shuffledSubarray } from 'fast-check'
import { expect, test } from 'vitest'
import { followed, followedFact, withoutJoined } from '#domain/new-patients/follow-joined.ts'
import {
  joinedBy,
  joinedPatients,
  type LinkDecision,
  standingDecisions,
} from '#domain/new-patients/patient-link.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { aPatient, aPatientId, noon } from '../../support/a-patient.ts'
import { kari } from '../../support/an-amendment.ts'

const zone = aPatient().zone
const [temporaryId, somby, berg] = [aPatientId(90), aPatientId(1), aPatientId(2)]

function decided(kind: LinkDecision['kind'], minutes: number, patientId = somby): LinkDecision {
  return { kind, patientId, patientZone: zone, by: kari, at: plusMinutes(noon, minutes) }
}

const link = (...decisions: LinkDecision[]) => ({ temporaryId, zone, decisions })
const joined = joinedPatients([link(decided('same', 0))])

test('a temporary patient is whom a leader has said, until that is undone', () => {
  expect(joinedBy([decided('same', 0)])?.patientId).toBe(somby)
  expect(joinedBy([decided('same', 0), decided('undone', 1)])).toBeNull()
  expect(joinedBy([decided('same', 0), decided('undone', 1), decided('same', 2)])).not.toBeNull()
})

test('of one who was left apart the decision stands beside that about somebody else', () => {
  const decisions = [decided('apart', 0, berg), decided('same', 1)]

  expect(standingDecisions(decisions).map(({ kind }) => kind)).toEqual(['apart', 'same'])
  expect(joinedBy(decisions)?.patientId).toBe(somby)
})

test('decisions in any order, repeated and in copies of different age, come to the same', () => {
  const decisions = array(
    record({ kind: constantFrom('same', 'apart', 'undone'), patientId: constantFrom(somby, berg) }),
    { minLength: 1, maxLength: 8 },
  ).map((some) => some.map(({ kind, patientId }, minute) => decided(kind, minute, patientId)))

  assert(
    property(
      decisions.chain((all) =>
        shuffledSubarray(all, { minLength: all.length }).map((order) => ({ all, order })),
      ),
      array(constantFrom(0, 1, 2)),
      ({ all, order }, copies) => {
        const older = copies.map((count) => link(...all.slice(0, count)))

        expect(joinedPatients([...older, link(...order, ...order)])).toEqual(
          joinedPatients([link(...all)]),
        )
      },
    ),
  )
})

test('what was written about her follows, and nothing that is about others is changed', () => {
  const about = { patientId: temporaryId, text: 'Var der' }
  const other = { patientId: berg }
  const visit = { patientId: temporaryId, planned: null }
  const fact = { body: { kind: 'visitTaken', visit } as const }

  expect(followed(about, joined)).toEqual({ ...about, patientId: somby })
  expect(followed(other, joined)).toBe(other)
  expect(followedFact(fact, joined).body.visit.patientId).toBe(somby)
  expect(followed(about, joinedPatients([link(decided('same', 0), decided('undone', 1))]))).toBe(
    about,
  )
})

test('she is no patient of her own while she is joined, and no list’s patient ever goes', () => {
  const temporary = {
    by: kari,
    registeredAt: noon,
    entries: [],
  }
  const all = [aPatient({ id: temporaryId, temporary }), aPatient({ id: somby })]

  expect(withoutJoined(all, joined).map(({ id }) => id)).toEqual([somby])
  expect(withoutJoined(all, new Map())).toEqual(all)
})
