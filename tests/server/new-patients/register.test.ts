import { expect, test } from 'vitest'
import { EntryId, ZoneId } from '#domain/base/ids.ts'
import { aFhirList } from '../../support/a-fhir-list.ts'
import { registrationAnswers } from '../../support/a-registration.ts'
import { newPatientsBench } from '../../support/new-patients-bench.ts'
import { testServer } from '../../support/test-server.ts'

const nord1 = ZoneId.parse('nord-1')
const nord2 = ZoneId.parse('nord-2')
const list = (people: readonly number[]) => aFhirList(people.map((number) => ({ number })))

/** A zone whose list has two people, with a nurse's phone in it. */
async function aZone() {
  const server = await testServer()
  const bench = await newPatientsBench(server)
  await bench.employee('kari', 'Kari Nordmann', 'nurse', [nord1])
  await bench.employee('liv', 'Liv Lie', 'nurse', [nord1])
  await bench.employee('leder', 'Liv Leder', 'sectionLeader', [nord1, nord2])
  await bench.importFile('leder', list([1, 2]))
  const [phone, other] = [await bench.phoneOf('kari'), await bench.phoneOf('liv')]
  const names = async (zone = nord1) =>
    (await bench.zonePatients(zone)).patients.map(({ name }) => name.family).toSorted()
  return { server, bench, phone, other, names }
}

test('whom a nurse registers without network is a patient of her zone once the phone has had it', async () => {
  const { bench, phone, names } = await aZone()
  const answers = registrationAnswers({ personalNumber: '01010112345', diagnosis: 'KOLS' })
  const id = await bench.register(phone, nord1, { answers })

  await bench.send(phone)

  const { patients, details } = await bench.zonePatients(nord1)
  expect(await names()).toEqual(['Familie1', 'Familie2', 'Nilsen'])
  expect(patients.find((one) => one.id === id)).toMatchObject({
    temporary: { by: { name: 'Kari Nordmann' }, entries: [{ entryId: id }] },
    address: { street: 'Havnegata 4' },
  })
  expect(details.find(({ patientId }) => patientId === id)).toMatchObject({
    personalNumber: { value: '01010112345' },
    diagnoses: ['KOLS'],
  })
})

test('the journal says what was registered, without number, address and telephone', async () => {
  const { bench, phone } = await aZone()
  const answers = registrationAnswers({ personalNumber: '01010112345', phone: '90000009' })
  const id = await bench.register(phone, nord1, { answers })

  await bench.send(phone)

  const note = JSON.stringify(await bench.rights.journal(nord1, EntryId.parse(id)))
  expect(note).toContain('Tilsyn kveld')
  for (const hidden of ['01010112345', 'Havnegata', '90000009']) expect(note).not.toContain(hidden)
})

test('she makes no list look newer than it is', async () => {
  const { server, bench, phone } = await aZone()
  server.passMinutes(60)
  await bench.register(phone, nord1)

  await bench.send(phone)

  const { patients } = await bench.zonePatients(nord1)
  expect(new Set(patients.map(({ asOf }) => asOf)).size).toBe(1)
})

test('what her author corrects or takes back holds, and what a colleague says of it does not', async () => {
  const { bench, phone, other, names } = await aZone()
  const id = await bench.register(phone, nord1)
  await bench.send(phone)
  const entryId = EntryId.parse(id)
  await bench.register(other, nord1, {
    corrects: entryId,
    answers: registrationAnswers({ family: 'Hansen' }),
  })
  await bench.withdraw(other, nord1, entryId)
  await bench.send(other)
  const afterColleague = await names()
  await bench.register(phone, nord1, {
    corrects: entryId,
    answers: registrationAnswers({ family: 'Nielsen' }),
  })
  await bench.send(phone)
  const afterCorrection = await names()
  await bench.withdraw(phone, nord1, entryId)
  await bench.send(phone)

  expect(afterColleague).toContain('Nilsen')
  expect(afterCorrection).toEqual(['Familie1', 'Familie2', 'Nielsen'])
  expect(await names()).toEqual(['Familie1', 'Familie2'])
  expect((await bench.zonePatients(nord1)).details).toHaveLength(2)
})

test('colleagues write about her, in her zone alone', async () => {
  const { bench, phone, other } = await aZone()
  const patientId = await bench.register(phone, nord1)
  await bench.send(phone)

  const written = await bench.rights.send(other, { zone: nord1, patientId, text: 'Var der' })

  expect(await bench.rights.outcome(written)).toBe('applied')
})

test('a zone that she does not have gets nobody from her before its leader has decided', async () => {
  const { bench, phone, names } = await aZone()
  const id = await bench.register(phone, nord2)

  await bench.send(phone)

  expect(await bench.rights.outcome(EntryId.parse(id))).toContain('held')
  expect(await names(nord2)).toEqual([])
})

test('a registration that chose the id of a patient on a list leaves her card as it is', async () => {
  const { bench, phone } = await aZone()
  const before = await bench.zonePatients(nord1)
  const [listed] = before.patients
  await bench.register(phone, nord1, { entryId: EntryId.parse(listed?.id) })

  await bench.send(phone)

  expect(await bench.zonePatients(nord1)).toEqual(before)
})

test('lists that do not have her neither count her nor take her away, nor does putting one back', async () => {
  const { server, bench, phone, names } = await aZone()
  await bench.register(phone, nord1)
  await bench.send(phone)
  server.passMinutes(60)

  const { taken } = await bench.importFile('leder', list([1, 2, 3]))
  const afterImport = await names()
  await bench.restore('leder', String(taken['run']))

  expect(taken).toMatchObject({ gone: 0, added: 1 })
  expect(afterImport).toEqual(['Familie1', 'Familie2', 'Familie3', 'Nilsen'])
  expect(await names()).toEqual(['Familie1', 'Familie2', 'Nilsen'])
})
