import { expect, test } from 'vitest'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { readBinderContent } from '#server/binder/read-binder-content.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readJoined } from '#server/streams/read-joined.ts'
import { aFhirList, type FhirListPerson } from '../../support/a-fhir-list.ts'
import { registrationAnswers } from '../../support/a-registration.ts'
import { newPatientsBench } from '../../support/new-patients-bench.ts'
import { signIn, testMunicipality, testServer } from '../../support/test-server.ts'

const nord1 = ZoneId.parse('nord-1')
const nord2 = ZoneId.parse('nord-2')
const place = { municipality: testMunicipality, world: 'real' as const }
const list = (changes: Readonly<Record<number, Partial<FhirListPerson>>> = {}) =>
  aFhirList([1, 2].map((number) => ({ number, ...changes[number] })))

/** A zone in which «Nilsen, Aud» was registered, beside the two of its list. */
async function aZone(changes: Parameters<typeof list>[0] = {}) {
  const server = await testServer()
  const bench = await newPatientsBench(server)
  await bench.employee('kari', 'Kari Nordmann', 'nurse', [nord1])
  await bench.employee('leder', 'Liv Leder', 'sectionLeader', [nord1, nord2])
  await bench.employee('annen', 'Siv Annen', 'sectionLeader', [nord2])
  await bench.importFile('leder', list(changes))
  const phone = await bench.phoneOf('kari')
  const temporaryId = await bench.register(phone, nord1, {
    answers: registrationAnswers({ phone: '90000009' }),
  })
  await bench.send(phone)
  const { patients } = await bench.zonePatients(nord1)
  const idOf = (number: number) => {
    const found = patients.find(({ name }) => name.family === `Familie${number}`)
    return PatientId.parse(found?.id)
  }
  const decide = async (choice: string, number = 1, username = 'leder') =>
    await server.server.inject({
      method: 'POST',
      url: '/api/new-patients/decide',
      headers: await signIn(server, username),
      payload: {
        temporaryId,
        zone: nord1,
        patientId: idOf(number),
        patientZone: nord1,
        choice,
      },
    })
  const asLeader = <Value>(
    read: (streams: ReturnType<typeof postgresStreamStore>) => Promise<Value>,
  ) =>
    withTenant(server.services.db, bench.rights.scope, async (transaction) =>
      read(postgresStreamStore(transaction)),
    )
  const joined = async () => {
    const found = await asLeader((streams) => readJoined(streams, place, [nord1]))
    return [...found.joined].map(([id, { patientId }]) => [id, patientId])
  }
  const binder = () =>
    asLeader((streams) =>
      readBinderContent(
        streams,
        {
          municipality: { id: testMunicipality, name: 'Prøve' },
          zone: { id: nord1, name: '1' },
          world: 'real',
        },
        server.now(),
      ),
    )
  return { server, bench, phone, temporaryId, idOf, decide, joined, binder }
}

test('a leader joins her to somebody of the list, undoes it, and joins her again', async () => {
  const { temporaryId, idOf, decide, joined } = await aZone()

  expect((await decide('same')).json()).toEqual({ kind: 'decided', temporaryId })
  expect((await decide('same')).statusCode).toBe(200)
  expect(await joined()).toEqual([[temporaryId, idOf(1)]])
  await decide('undone')
  expect(await joined()).toEqual([])
  await decide('same', 2)
  expect(await joined()).toEqual([[temporaryId, idOf(2)]])
})

test('of one who is joined nobody decides otherwise before that is undone', async () => {
  const { decide, joined, temporaryId, idOf } = await aZone()
  await decide('same')

  expect((await decide('same', 2)).json()).toMatchObject({ kind: 'changedMeanwhile' })
  expect((await decide('apart', 2)).statusCode).toBe(200)
  expect(await joined()).toEqual([[temporaryId, idOf(1)]])
})

test('nobody without the duty decides, and no leader beyond her own zones', async () => {
  const { decide, joined } = await aZone()

  expect((await decide('same', 1, 'kari')).statusCode).toBe(403)
  expect((await decide('same', 1, 'annen')).statusCode).toBe(404)
  expect(await joined()).toEqual([])
})

test('nothing that was written is changed by it, and an entry that comes later still has effect', async () => {
  const { bench, phone, temporaryId, decide } = await aZone()
  const about = { zone: nord1, patientId: temporaryId }
  const early = await bench.rights.send(phone, { ...about, text: 'Før' })
  const before = await bench.rights.journal(nord1, early)
  await decide('same')

  const late = await bench.rights.send(phone, { ...about, text: 'Etter' })

  expect(await bench.rights.journal(nord1, early)).toEqual(before)
  expect(await bench.rights.outcome(late)).toBe('applied')
})

test('the binder has her once, with what was signed about the temporary patient', async () => {
  const { bench, phone, temporaryId, idOf, decide, binder } = await aZone()
  const moved = { kind: 'moved', texts: { newAddress: 'Ny vei 3' } }
  await bench.sign(phone, { id: temporaryId, zone: nord1 }, moved)
  await bench.send(phone)
  const apart = await binder()
  await decide('same')

  const together = await binder()

  expect(apart.patients.map(({ id }) => id)).toContain(temporaryId)
  expect(together.patients.map(({ id }) => id).toSorted()).toEqual([idOf(1), idOf(2)].toSorted())
  expect(together.amendments.map(({ amendment }) => amendment.patientId)).toEqual([idOf(1)])
})

test('the next list settles what was signed about the temporary patient, as about the one who she is', async () => {
  const { server, bench, phone, temporaryId, decide } = await aZone()
  const dose = {
    kind: 'dose',
    texts: { medicine: 'Furix', amount: '40 mg', times: '08', orderedBy: 'Lege Lind' },
  }
  await bench.sign(phone, { id: temporaryId, zone: nord1 }, dose)
  await bench.send(phone)
  await decide('same')
  server.passMinutes(60)

  const { taken } = await bench.importFile(
    'leder',
    list({ 1: { medicines: [{ name: 'Furix', amount: 40, at: '08:00' }] } }),
  )

  expect(taken).toMatchObject({ sinceList: { confirmed: 1, contradicted: 0, left: 0 } })
})

test('where the list protects her address, that of the temporary patient leaves the open class', async () => {
  const { bench, temporaryId, decide } = await aZone({ 1: { isProtected: true } })
  await decide('same')
  await decide('undone')

  const { patients, hidden } = await bench.zonePatients(nord1)
  expect(JSON.stringify(patients)).not.toContain('Havnegata')
  expect(hidden.find(({ patientId }) => patientId === temporaryId)).toMatchObject({
    address: { street: 'Havnegata 4' },
    phone: '90000009',
  })
})
