import { expect, test } from 'vitest'
import type { Reading } from '#app/bridge/reading.ts'
import { deviceQueries } from '#app/worker/device-queries.ts'
import { withNewPatients } from '#app/worker/new-patients/with-new-patients.ts'
import { accepted } from '#domain/base/result.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { temporaryNumber } from '#domain/patient/temporary-number.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { aPatient, noon } from '../../../support/a-patient.ts'
import { aRegistration, registrationAnswers } from '../../../support/a-registration.ts'
import { PatientId } from '#domain/base/ids.ts'
import { anEntryId } from '../../../support/an-amendment.ts'
import { anOwnEntry } from '../../../support/an-own-entry.ts'
import { fullTrust } from '../../../support/full-trust.ts'
import { noAmendmentsKnown } from '../../../support/no-amendments.ts'
import { noLists } from '../../../support/no-lists.ts'

const clock = { now: () => plusMinutes(noon, 60), offsetMinutes: () => 60 }
const newId = PatientId.parse(anEntryId(1))
const here = ZoneId.parse('nord-2')

function open<Value>(value: Value[]): Reading<Value[]> {
  return {
    kind: 'open',
    value,
    verifiedAt: noon,
    damaged: 0,
    missing: 0,
    newer: {},
    ...fullTrust,
  }
}

/** A phone whose list has Somby, and on which «Nilsen, Aud» was registered an hour after the list was made. */
function aPhone(fields: Parameters<typeof aRegistration>[0] = {}) {
  const received = {
    ...noLists,
    listPatients: () => Promise.resolve(open([aPatient({ zone: here })])),
  }
  const entry = anOwnEntry(aRegistration({ writtenAt: clock.now(), zone: here, ...fields }), 1)
  const vault = { ownFacts: { list: () => Promise.resolve(accepted([entry])) } }
  const lists = withNewPatients(received, { vault, clock })
  return { lists, queries: deviceQueries(lists, clock, noAmendmentsKnown) }
}

test('she stands in the lists of her zone, and in no other', async () => {
  const { lists } = aPhone()
  const idsIn = async (zone: ZoneId) => {
    const reading = await lists.listPatients(zone)
    return reading.kind === 'open' ? reading.value.map(({ id }) => id) : []
  }

  expect(await idsIn(here)).toContain(newId)
  expect(await idsIn(ZoneId.parse('nord-1'))).not.toContain(newId)
})

test.each([
  'Nilsen',
  'havnegata',
  temporaryNumber(newId),
  temporaryNumber(newId).replaceAll('-', ''),
])('she is found by «%s»', async (text) => {
  const found = await aPhone().queries.searchPatients(text, null)

  expect(found).toMatchObject({ kind: 'open', value: [{ id: newId }] })
})

test('she makes the list look no newer than it is', async () => {
  const overview = await aPhone().queries.overview(null)

  expect(overview).toMatchObject({ kind: 'open', value: { asOf: noon, counts: { all: 2 } } })
})

test('her address, where it is said to be protected, is in the protected class alone', async () => {
  const { lists } = aPhone({
    answers: registrationAnswers({}, { isProtected: [{ valueBoolean: true }] }),
  })

  expect(JSON.stringify(await lists.listPatients(null))).not.toContain('Havnegata')
  expect(JSON.stringify(await lists.listProtected(here))).toContain('Havnegata')
})
