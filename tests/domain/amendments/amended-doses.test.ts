import { expect, test } from 'vitest'
import { amendedDoses, saysStopped } from '#domain/amendments/amended-doses.ts'
import { besideList } from '#domain/amendments/beside-amendment.ts'
import { lineName } from '#domain/medicines/signing-rows.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { aMedication, someDetails } from '../../support/a-binder.ts'
import { aPatient, noon } from '../../support/a-patient.ts'
import { aDetailsAmendment, aDose, anAmendment, anEntryId } from '../../support/an-amendment.ts'

const furix = aMedication({ name: 'Furix', strength: '40 mg' })
const marevan = aMedication({ name: 'Marevan', strength: '2,5 mg' })
const details = someDetails({ medications: [furix, marevan] })
const day = [lineName('Furix 40 mg'), lineName('Marevan 2,5 mg')]

function shownOf(...all: Parameters<typeof besideList>[0][]) {
  const listed = { patient: aPatient(), details }
  return all.map((one) => besideList(one, listed, plusMinutes(noon, 60)))
}

test('each change stands on the line that it is about, and what is about none stands beside', () => {
  const [stopped, fresh, away] = shownOf(
    aDetailsAmendment({ body: { kind: 'stopped', medicine: 'Marevan 2,5 mg', orderedBy: null } }),
    aDetailsAmendment({ entryId: anEntryId(2), body: aDose({ medicine: 'Paracet 500 mg' }) }),
    anAmendment({ entryId: anEntryId(3) }),
  )
  if (stopped === undefined || fresh === undefined || away === undefined) throw new Error()

  const { byLine, beside } = amendedDoses(details.medications, [stopped, fresh, away], day)

  expect([...byLine]).toEqual([[lineName('Marevan 2,5 mg'), [stopped]]])
  expect(beside).toEqual([fresh, away])
  expect(saysStopped(stopped)).toBe(true)
  expect(saysStopped(fresh)).toBe(false)
})

test('a change of a medicine that has no dose that day is shown all the same', () => {
  const shown = shownOf(aDetailsAmendment())

  expect(amendedDoses(details.medications, shown, [lineName('Marevan 2,5 mg')]).beside).toEqual(
    shown,
  )
})

test('what stops later has not stopped the medicine yet', () => {
  const [later] = shownOf(
    aDetailsAmendment({
      from: plusMinutes(noon, 24 * 60),
      body: { kind: 'stopped', medicine: 'Marevan 2,5 mg', orderedBy: null },
    }),
  )

  expect(later === undefined ? null : saysStopped(later)).toBe(false)
})
