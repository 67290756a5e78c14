import { noAmendmentsKnown } from '../../support/no-amendments.ts'
import { fullTrust } from '../../support/full-trust.ts'
import { expose } from 'comlink'
import { expect, test } from 'vitest'
import { layBinder } from '#app/worker/lay-binder.ts'
import type { BinderFacts, BinderLayout } from '#app/bridge/binder-printer.ts'
import type { BinderContent } from '#domain/binder/binder.ts'
import { anEnrolledCore, nord1 } from '../../support/an-enrolled-core.ts'
import { critical } from '../../support/build-replica.ts'
import { noon } from '../../support/test-vault.ts'

const order = { zone: nord1, municipality: 'Demo kommune', now: noon }
const none: never[] = []
const open = {
  kind: 'open' as const,
  value: none,
  verifiedAt: noon,
  damaged: 0,
  missing: 0,
  newer: {},
}
const whole = () => Promise.resolve({ ...open, ...fullTrust })
const facts: BinderFacts = { hash: 'h', versions: {}, asOf: noon, pages: 3, patients: 1 }

test('a zone’s lists go whole to the printer at the other end of the port', async () => {
  const { core } = await anEnrolledCore({ classes: ['critical', 'details', 'worklists'] })
  await core.syncNow()
  const { received, port } = aPrinter()

  const answer = await core.layBinder(order, port)

  expect(answer).toEqual({ ok: true, value: facts })
  expect(received).toMatchObject([
    { municipality: 'Demo kommune', zone: { id: 'nord-1', title: 'Nord 1' } },
  ])
  expect(received[0]?.patients.length).toBeGreaterThan(0)
  expect(received[0]?.details.length).toBeGreaterThan(0)
})

test('while a list is not whole nothing is sent to the printer', async () => {
  const { core } = await anEnrolledCore({ classes: ['critical', 'worklists'] })
  await core.syncNow()
  const { received, port } = aPrinter()

  const answer = await core.layBinder(order, port)

  expect(answer).toEqual({ ok: false, refusal: { kind: 'noLists' } })
  expect(received).toEqual([])
  port.close()
})

test.each(['withheld', 'unverified', 'older'] as const)(
  'a list that is %s is never printed, and the refusal names it',
  async (trust) => {
    const doubtful = () => Promise.resolve({ ...open, ...fullTrust, [trust]: [critical] })
    const lists: Parameters<typeof layBinder>[1]['lists'] = {
      listPatients: whole,
      listFormerPatients: whole,
      listDetails: whole,
      listWorkLists: doubtful,
      listNotes: whole,
      listHeldNotes: whole,
      listCards: whole,
      listForms: whole,
      listServices: whole,
      listDeviceKinds: whole,
      listSymptomGuides: whole,
      listReadyMessages: whole,
      listContacts: whole,
      listZonePlans: whole,
      listProtected: whole,
      listCoordinationFacts: whole,
      listPersonFacts: whole,
      listCallShares: whole,
      listZoneDirectories: whole,
      listZoneStaff: whole,
      listZoneSums: whole,
      listPatientLinks: whole,
      listAmendments: whole,
      listDetailsAmendments: whole,
      listProtectedAmendments: whole,
    }
    const { received, port } = aPrinter()

    const answer = await layBinder(
      order,
      { lists, world: 'real', readAmendments: noAmendmentsKnown.amendments },
      port,
    )

    expect(answer).toEqual({
      ok: false,
      refusal: { kind: 'notVerified', streams: [critical] },
    })
    expect(received).toEqual([])
    port.close()
  },
)

function aPrinter() {
  const received: BinderContent[] = []
  const layout: BinderLayout = {
    lay(content) {
      received.push(content)
      return Promise.resolve(facts)
    },
  }
  const { port1, port2 } = new MessageChannel()
  expose(layout, port1)
  return { received, port: port2 }
}
