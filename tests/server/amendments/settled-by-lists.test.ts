import { expect, test } from 'vitest'
import type { EntryId } from '#domain/base/ids.ts'
import { ZoneId } from '#domain/base/ids.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { retireAmendments } from '#server/amendments/retire-amendments.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { aFhirList, type FhirListPerson } from '../../support/a-fhir-list.ts'
import { amendmentsBench } from '../../support/amendments-bench.ts'
import { signIn, testMunicipality, testServer } from '../../support/test-server.ts'

const nord1 = ZoneId.parse('nord-1')
const nord2 = ZoneId.parse('nord-2')
const furix = { name: 'Furix', amount: 20, at: '08:00' }
const dose = {
  kind: 'dose',
  texts: { medicine: 'Furix', amount: '40 mg', times: '08', orderedBy: 'Lege Lind' },
}
const moved = { kind: 'moved', texts: { newAddress: 'Hemmelig vei 9' } }

/** Four people with a medicine each, with what a list says otherwise of some. */
const list = (changes: Readonly<Record<number, Partial<FhirListPerson>>> = {}) =>
  aFhirList([1, 2, 3, 4].map((number) => ({ number, medicines: [furix], ...changes[number] })))

/** A zone whose list has four people, a nurse's phone, and a leader. */
async function aZone() {
  const server = await testServer()
  const bench = await amendmentsBench(server)
  await bench.employee('kari', 'Kari Nordmann', 'nurse', [nord1, nord2])
  await bench.employee('leder', 'Liv Leder', 'sectionLeader', [nord1, nord2])
  await bench.importFile('leder', list())
  const phone = await bench.phoneOf('kari')
  const patient = async (number: number): Promise<Patient> => {
    const all = [...(await bench.patients(nord1)), ...(await bench.patients(nord2))]
    const found = all.find(({ name }) => name.family === `Familie${number}`)
    if (found === undefined) throw new Error('She is not on the list.')
    return found
  }
  const sign = async (number: number, signed: Parameters<typeof bench.sign>[2]) => {
    const entryId = await bench.sign(phone, await patient(number), signed)
    await bench.send(phone)
    return entryId
  }
  const post = async (url: string, payload: object) =>
    await server.server.inject({
      method: 'POST',
      url,
      headers: await signIn(server, 'leder'),
      payload,
    })
  const outcomes = async (zone = nord1) => {
    const { open, details } = await bench.amendments(zone)
    return [...open, ...details].map(({ outcome }) => outcome?.kind ?? null)
  }
  return { server, bench, phone, patient, sign, post, outcomes }
}

test('what an import settled stands again when the list before it is put back', async () => {
  const { server, bench, sign, post, outcomes } = await aZone()
  await sign(1, dose)
  await sign(2, dose)
  server.passMinutes(60)
  const { taken } = await bench.importFile(
    'leder',
    list({ 1: { medicines: [{ ...furix, amount: 40 }] } }),
  )
  const settled = new Set(await outcomes())

  const restored = await post('/api/import/restore', { section: 'nord', run: taken['run'] })

  expect(settled).toEqual(new Set(['confirmed', 'contradicted']))
  expect(restored.json()).toMatchObject({ kind: 'restored' })
  expect(await outcomes()).toEqual([null, null])
  expect(await bench.shown(nord1)).toHaveLength(2)
})

test('putting the list before back brings back what has been removed as settled since', async () => {
  const { server, bench, sign, post } = await aZone()
  await sign(1, dose)
  server.passMinutes(60)
  const { taken } = await bench.importFile(
    'leder',
    list({ 1: { medicines: [{ ...furix, amount: 40 }] } }),
  )
  server.passMinutes(15 * 24 * 60)
  const removed = await retire()

  await post('/api/import/restore', { section: 'nord', run: taken['run'] })

  expect(removed).toBe(1)
  expect(await bench.shown(nord1)).toHaveLength(1)

  function retire() {
    return withTenant(server.services.db, bench.rights.scope, (transaction) =>
      retireAmendments(
        postgresStreamStore(transaction),
        { municipality: testMunicipality, world: 'real', zone: nord1 },
        { hasher: nodeHasher, now: server.now() },
      ),
    )
  }
})

test('for nine weeks without a list what was signed stays, though its note goes after fourteen days', async () => {
  const { server, bench, sign } = await aZone()
  await sign(1, dose)
  const wrong = await sign(2, { kind: 'died' })
  await sign(2, { kind: 'withdrawn', corrects: wrong })
  server.passMinutes(63 * 24 * 60)

  const removed = await withTenant(server.services.db, bench.rights.scope, (transaction) =>
    retireAmendments(
      postgresStreamStore(transaction),
      { municipality: testMunicipality, world: 'real', zone: nord1 },
      { hasher: nodeHasher, now: server.now() },
    ),
  )

  expect(removed).toBe(2)
  expect((await bench.shown(nord1)).map(({ amendment }) => amendment.body.kind)).toEqual(['dose'])
})

test('a patient who moves to another zone takes with her what was signed, and back again', async () => {
  const { server, bench, sign, post } = await aZone()
  await sign(1, dose)
  server.passMinutes(60)
  const { taken } = await bench.importFile('leder', list({ 1: { zone: 'nord-2' } }))
  const there = await bench.shown(nord2)
  const late = await sign(1, { kind: 'other', texts: { other: 'Ny hund' } })

  await post('/api/import/restore', { section: 'nord', run: taken['run'] })

  expect(there.map(({ amendment }) => [amendment.zone, amendment.body.kind])).toEqual([
    [nord2, 'dose'],
  ])
  const back = await bench.shown(nord1)
  expect(back.map(({ amendment }) => amendment.zone)).toEqual([nord1, nord1])
  expect(back.map(({ amendment }) => amendment.entryId)).toContain(late)
  expect((await bench.amendments(nord2)).details).toEqual([])
})

test('a new address that becomes protected is hidden by the list that says so, and open again when it is undone', async () => {
  const { server, bench, sign, post } = await aZone()
  await sign(1, moved)
  const before = await bench.amendments(nord1)
  server.passMinutes(60)
  const { taken } = await bench.importFile('leder', list({ 1: { isProtected: true } }))
  const hidden = await bench.amendments(nord1)

  await post('/api/import/restore', { section: 'nord', run: taken['run'] })
  const after = await bench.amendments(nord1)

  expect(before.open[0]?.body).toMatchObject({ address: 'Hemmelig vei 9' })
  expect(JSON.stringify(hidden.open)).not.toMatch(/Hemmelig vei/)
  expect(hidden.hidden).toMatchObject([{ address: 'Hemmelig vei 9' }])
  expect(after.open[0]?.body).toMatchObject({ address: 'Hemmelig vei 9' })
  expect(after.hidden).toEqual([])
})

test('a protected patient’s new address and a door code are in no open document and in no note', async () => {
  const { server, bench, sign, phone } = await aZone()
  server.passMinutes(60)
  await bench.importFile('leder', list({ 1: { isProtected: true } }))
  const ids = [
    await sign(1, moved),
    await sign(2, { kind: 'key', texts: { keyPlace: 'Boks ved døra', keyCode: '4711' } }),
  ]

  const { open, hidden } = await bench.amendments(nord1)
  const notes = await Promise.all(ids.map((id: EntryId) => bench.rights.journal(nord1, id)))
  await phone.sync()

  expect(JSON.stringify([open, notes])).not.toMatch(/Hemmelig vei|4711/)
  expect(new Set(hidden.map(({ address, code }) => address ?? code))).toEqual(
    new Set(['4711', 'Hemmelig vei 9']),
  )
})

test('a leader keeps what was signed or follows the list, can undo it, and is asked again only by another list', async () => {
  const { server, bench, sign, post, outcomes } = await aZone()
  const entryId = await sign(1, dose)
  server.passMinutes(60)
  const { taken } = await bench.importFile('leder', list())
  const about = { zone: nord1, entryId, run: taken['run'] }
  const decide = (choice: string) => post('/api/amendments/decide', { ...about, choice })

  const followed = await decide('listRight')
  const gone = await bench.shown(nord1)
  await decide('undone')
  const back = await bench.shown(nord1)
  await decide('kept')
  const [kept] = await bench.shown(nord1)
  server.passMinutes(60)
  const same = await bench.importFile('leder', list({ 2: { street: 'Annen gate 1' } }))
  server.passMinutes(60)
  const other = await bench.importFile(
    'leder',
    list({ 1: { medicines: [{ ...furix, amount: 60 }] } }),
  )
  const stale = await decide('kept')

  expect(followed.statusCode).toBe(200)
  expect(gone).toEqual([])
  expect(back).toHaveLength(1)
  expect(kept?.amendment.outcome?.decision).toMatchObject({
    kind: 'kept',
    by: { name: 'Liv Leder' },
  })
  expect(same.taken).toMatchObject({ sinceList: { confirmed: 0, contradicted: 0, left: 1 } })
  expect(other.taken).toMatchObject({ sinceList: { confirmed: 0, contradicted: 1, left: 0 } })
  expect(stale.json()).toMatchObject({ kind: 'changedMeanwhile' })
  expect(await outcomes()).toEqual(['contradicted'])
})

test('only a section leader of the zone decides', async () => {
  const { server, bench, sign } = await aZone()
  const entryId = await sign(1, dose)
  await bench.employee('annen', 'Annen Leder', 'sectionLeader', [ZoneId.parse('sor-1')])
  const ask = async (username: string) => {
    const answer = await server.server.inject({
      method: 'POST',
      url: '/api/amendments/decide',
      headers: await signIn(server, username),
      payload: {
        zone: nord1,
        entryId,
        run: '0f000000-0000-4000-8000-000000000001',
        choice: 'kept',
      },
    })
    return answer.statusCode
  }

  expect(await ask('kari')).toBe(403)
  expect(await ask('annen')).toBe(404)
  expect(await ask('leder')).toBe(404)
})

test('a list that is taken in once more when something has been signed meanwhile settles that too', async () => {
  const { server, bench, sign } = await aZone()
  const agreeing = list({ 1: { medicines: [{ ...furix, amount: 40 }] } })
  server.passMinutes(60)
  const first = await bench.importFile('leder', agreeing)
  await sign(1, dose)
  server.passMinutes(60)

  const again = await bench.importFile('leder', agreeing)

  expect(again.taken).toMatchObject({ kind: 'taken', sinceList: { confirmed: 1 } })
  expect(again.taken['run']).not.toBe(first.taken['run'])
  expect(await bench.shown(nord1)).toEqual([])
})

test('the digital health on-call gets what was signed with the part of the one patient that she fetches', async () => {
  const { server, bench, patient, sign } = await aZone()
  const hdu = await bench.employee('hdu', 'Tone Vakt', 'hdu', [nord1])
  await sign(1, dose)
  await sign(1, { kind: 'key', texts: { keyPlace: 'Boks ved døra', keyCode: '4711' } })
  const wrong = await sign(1, { kind: 'other', texts: { other: 'Ny hund' } })
  await sign(1, { kind: 'withdrawn', corrects: wrong })
  await sign(2, { kind: 'key', texts: { keyPlace: 'Boks hos naboen', keyCode: '9999' } })
  const fetched = async (part: string) => {
    const answer = await server.server.inject({
      method: 'POST',
      url: '/api/patients/read',
      headers: await signIn(server, 'hdu'),
      payload: {
        employee: hdu,
        world: 'real',
        zone: nord1,
        patientId: (await patient(1)).id,
        part,
        reason: 'Alarm uten svar i natt',
      },
    })
    return answer.json<{ amendments: { body?: { kind: string }; code?: string }[] }>().amendments
  }

  expect((await fetched('details')).map(({ body }) => body?.kind)).toEqual(['dose'])
  expect((await fetched('code')).map(({ code }) => code)).toEqual(['4711'])
  expect(await fetched('address')).toEqual([])
})
