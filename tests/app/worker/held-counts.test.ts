import { noAmendmentsKnown } from '../../support/no-amendments.ts'
import { expect, test } from 'vitest'
import type { Reading } from '#app/bridge/reading.ts'
import { fullTrust } from '../../support/full-trust.ts'
import { deviceQueries } from '#app/worker/device-queries.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { Instant } from '#domain/time/instant.ts'
import { nord1, nord2 } from '../../support/an-enrolled-core.ts'
import { aPatient, noon } from '../../support/a-patient.ts'

const critical = StreamId.parse('demo/real/nord-1/critical')
const cards = StreamId.parse('demo/real/*/cards')

function open<Value>(value: Value[], withheld: readonly StreamId[] = []): Reading<Value[]> {
  const whole = { verifiedAt: Instant.parse(noon), damaged: 0, missing: 0, newer: {} }
  return { kind: 'open', value, ...whole, ...fullTrust, withheld }
}

const empty = () => Promise.resolve(open<never>([]))

test('a list that is kept back has no count: it is not an empty one', async () => {
  const here = [aPatient({ zone: nord2.id })]
  const queries = deviceQueries(
    {
      listPatients: (zone) =>
        Promise.resolve(zone === nord2.id ? open(here) : open(here.slice(1), [critical])),
      listFormerPatients: empty,
      listDetails: empty,
      listWorkLists: empty,
      listNotes: empty,
      listHeldNotes: empty,
      listCards: () => Promise.resolve(open<never>([], [cards])),
      listForms: empty,
      listServices: empty,
      listDeviceKinds: empty,
      listSymptomGuides: empty,
      listReadyMessages: empty,
      listContacts: empty,
      listZonePlans: empty,
      listProtected: empty,
      listCoordinationFacts: empty,
      listPersonFacts: empty,
      listCallShares: empty,
      listZoneDirectories: empty,
      listZoneStaff: empty,
      listZoneSums: empty,
      listPatientLinks: empty,
      listAmendments: empty,
      listDetailsAmendments: empty,
      listProtectedAmendments: empty,
    },
    { now: () => noon, offsetMinutes: () => 60 },
    noAmendmentsKnown,
  )

  const held = await queries.countHeld([nord1.id, nord2.id])

  expect(held).toMatchObject({ patientsByZone: [null, 1], cards: null, forms: 0 })
})
