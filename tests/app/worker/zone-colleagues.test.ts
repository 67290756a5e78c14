import { expect, test } from 'vitest'
import type { Reading } from '#app/bridge/reading.ts'
import { zoneColleagues } from '#app/worker/zone-colleagues.ts'
import { Instant } from '#domain/time/instant.ts'
import { anAuthor, aPersonFact, minute, nord1 } from '../../support/a-fact.ts'
import { aPatientId, noon } from '../../support/a-patient.ts'
import { fullTrust } from '../../support/full-trust.ts'

function open<Value>(value: Value[]): Reading<Value[]> {
  const whole = { verifiedAt: Instant.parse(noon), damaged: 0, missing: 0, newer: {} }
  return { kind: 'open', value, ...whole, ...fullTrust }
}

const locked = () => Promise.resolve({ kind: 'locked' } as const)

const person = (n: number) => {
  const { employeeId, name } = anAuthor(n)
  return { employeeId, name }
}

test('who said something or calls is known once, by name', async () => {
  const said = { kind: 'contact', patientId: aPatientId(1), state: 'spokenOk', word: null } as const
  const shares = [{ patientId: aPatientId(1), caller: person(1), mayHaveCalled: null }]

  const known = await zoneColleagues(
    {
      listZoneStaff: () => Promise.resolve({ kind: 'none' }),
      listNotes: () => Promise.resolve({ kind: 'none' }),
      listPersonFacts: () =>
        Promise.resolve(
          open([aPersonFact(1, said, { author: anAuthor(2) }), aPersonFact(2, said)]),
        ),
      listCallShares: () =>
        Promise.resolve(
          open([{ zone: nord1, list: 'safetyAlarm' as const, dealtAt: minute(1), shares }]),
        ),
    },
    nord1,
  )

  expect(known).toMatchObject({ kind: 'open', value: [person(1), person(2)] })
})

test('a phone that is locked knows nobody', async () => {
  const known = await zoneColleagues(
    { listZoneStaff: locked, listNotes: locked, listPersonFacts: locked, listCallShares: locked },
    nord1,
  )

  expect(known).toEqual({ kind: 'locked' })
})

test('the list of the zone’s employees is all of them, also those whom nothing here names, and no longer those who left', async () => {
  const said = { kind: 'contact', patientId: aPatientId(1), state: 'spokenOk', word: null } as const
  const listed = (n: number, title: string) => ({ ...person(n), title, role: 'nurse' as const })

  const known = await zoneColleagues(
    {
      listZoneStaff: () =>
        Promise.resolve(
          open([{ zone: nord1, staff: [listed(4, 'Hjelpepleier'), listed(3, 'Sykepleier')] }]),
        ),
      listNotes: () => Promise.resolve({ kind: 'none' }),
      listPersonFacts: () => Promise.resolve(open([aPersonFact(1, said)])),
      listCallShares: () => Promise.resolve({ kind: 'none' }),
    },
    nord1,
  )

  expect(known).toMatchObject({
    kind: 'open',
    value: [
      { ...person(3), title: 'Sykepleier' },
      { ...person(4), title: 'Hjelpepleier' },
    ],
  })
})
