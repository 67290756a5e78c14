import { expect, test } from 'vitest'
import { demoDocuments, demoRandomSeed, demoZoneRecords } from '#demo/demo-documents.ts'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { readPersonalNumber } from '#domain/patient/fodselsnummer.ts'
import { MunicipalityId } from '#domain/base/ids.ts'
import { patientCounts } from '#domain/lists/patient-list.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { powerOrder } from '#domain/lists/power-order.ts'
import { RosterRecord } from '#domain/roster/roster-record.ts'
import { streamIdOf } from '#domain/streams/stream.ts'
import { WorkList } from '#domain/lists/work-list.ts'
import { noon } from '../support/a-patient.ts'

const made = {
  municipality: MunicipalityId.parse('demo'),
  world: 'real' as const,
  seed: demoRandomSeed,
  asOf: noon,
}
const records = demoZoneRecords(made).flatMap(({ records }) => records)
const patients = records.map(({ patient }) => patient)
const text = JSON.stringify(records)
const withService = (code: string) =>
  patients.filter(({ services }) => services.some((service) => service === code))

test('the same seed makes the same municipality, another seed another', () => {
  expect(demoDocuments(made)).toEqual(demoDocuments(made))
  expect(demoDocuments({ ...made, seed: demoRandomSeed + 1 })).not.toEqual(demoDocuments(made))
})

test('every record is one that the domain accepts', () => {
  expect(records.map((record) => RosterRecord.parse(record))).toEqual(records)
})

test('there are about 400 patients, no two with the same id, and some in each list of the pack', () => {
  const counts = patientCounts(patients, defaultServiceDefinitions)

  expect(patients.length).toBeGreaterThan(380)
  expect(new Set(patients.map(({ id }) => id)).size).toBe(patients.length)
  expect(new Set(patients.map(({ ehrId }) => ehrId)).size).toBe(patients.length)
  expect(counts.lifeEssentialPower).toBeGreaterThan(30)
  expect(counts.safetyAlarm).toBeGreaterThan(counts.lifeEssentialPower)
  expect(Math.min(counts.medicineDispenser, counts.digitalSupervision)).toBeGreaterThan(10)
  expect(counts.localisation).toBeGreaterThan(5)
})

test('times and relatives stand where their lists need them', () => {
  expect(withService('VEM').filter(({ doseTimes }) => doseTimes.length === 0)).toEqual([])
  expect(withService('VDT').filter((patient) => patient.supervisionTimes.length === 0)).toEqual([])
  expect(withService('VLT').filter((patient) => patient.nextOfKin[0]?.phone === null)).toEqual([])
})

test('a protected patient can be the most urgent of all', () => {
  const hidden = patients.filter(({ addressProtection }) => addressProtection !== 'none')

  expect(hidden.map(({ priority }) => priority?.level)).toContain('P1')
})

test('nobody can be taken for a real person', () => {
  const numbers = records.map(({ details }) => details.personalNumber)
  const phones = text.match(/"phone":"[^"]+"/g) ?? []

  expect(numbers.map((number) => readPersonalNumber(number?.value ?? ''))).toEqual(numbers)
  expect(numbers.filter((number) => number?.kind !== 'synthetic')).toEqual([])
  expect(phones.filter((phone) => !/"phone":"900 00 \d{3}"/.test(phone))).toEqual([])
})

test('a protected address is nowhere but among the protected details', () => {
  const hidden = records.filter(({ patient }) => patient.addressProtection !== 'none')

  expect(hidden.length).toBeGreaterThan(3)
  expect(
    hidden.filter(({ patient }) => patient.address !== null || patient.phone !== null),
  ).toEqual([])
  expect(hidden.filter(({ protectedDetails }) => protectedDetails === null)).toEqual([])
})

test('a code lies with the protected details, beside the access that it opens', () => {
  const withCode = records.filter(({ patient }) => patient.access.some(({ hasCode }) => hasCode))

  expect(withCode.length).toBeGreaterThan(20)
  for (const { patient, protectedDetails } of withCode) {
    const described = patient.access.filter(({ hasCode }) => hasCode)
    expect(protectedDetails?.codes.map(({ opens }) => opens)).toEqual(
      described.map(({ id }) => ({ kind: 'access', accessId: id })),
    )
  }
})

test('every zone has somebody of each level', () => {
  const zones = demoZoneRecords(made).map(({ records }) =>
    records.map(({ patient }) => patient.priority?.level),
  )

  for (const levels of zones) expect(new Set(levels).size).toBe(4)
})

test('battery times differ, some are unknown, and every kind is in the table', () => {
  const devices = patients.flatMap(({ devices }) => devices)
  const kinds = new Set<string | null>(deviceKinds.map(({ id }) => id))
  const ofAlarms = devices
    .filter(({ kind }) => kind === 'safety-alarm')
    .map(({ batteryMinutes }) => batteryMinutes)

  expect(devices.filter(({ kind }) => !kinds.has(kind))).toEqual([])
  expect(new Set(ofAlarms).size).toBeGreaterThan(20)
  expect(devices.some(({ batteryMinutes }) => batteryMinutes === null)).toBe(true)
})

test('what is stored of a priority is values, no sentence', () => {
  const reasons = patients.flatMap(({ priority }) => priority?.reasons ?? [])
  const texts = reasons.flatMap((reason) =>
    Object.values(reason).filter((value) => typeof value === 'string'),
  )

  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => !/^[A-Za-z0-9-]+$/.test(text))).toEqual([])
})

test('the patients of the drawing come in its order when the power goes at 02:41', () => {
  const drawn = withService('BST').filter(({ ehrId }) => ehrId?.startsWith('1009'))

  const { known, unknown } = powerOrder(drawn, {
    kinds: deviceKinds,
    collator: norwegianCollator(),
  })
  const names = known.map(({ patient }) => patient.name.family)

  expect(names).toEqual(['Solbakken', 'Lie', 'Somby', 'Haugen'])
  expect(unknown.map(({ patient }) => patient.name.family)).toEqual(['Vestre', 'Nilsen'])
})

test('names with Sami letters are among them', () => {
  const names = text.toLowerCase()

  expect('áčđŋšŧžæøå'.split('').filter((letter) => !names.includes(letter))).toEqual([])
})

test('every zone has Monday day, Monday evening and Saturday day with visits to its own patients', () => {
  const streams = demoDocuments(made).filter(({ stream }) => stream.class === 'worklists')
  const lists = streams.flatMap(({ documents }) =>
    documents.map(({ body }) => WorkList.parse(body)),
  )
  const zoneOf = new Map(patients.map(({ id, zone }) => [id, zone]))

  expect(streams).toHaveLength(6)
  expect(lists.map(({ weekday, part }) => `${weekday} ${part}`).slice(0, 3)).toEqual([
    'monday day',
    'monday evening',
    'saturday day',
  ])
  for (const { zone, visits } of lists) {
    expect(visits.length).toBeGreaterThan(5)
    expect(visits.filter(({ patientId }) => zoneOf.get(patientId) !== zone)).toEqual([])
  }
})

test('every document has a place of its own in its stream', () => {
  const streams = demoDocuments(made)

  expect(new Set(streams.map(({ stream }) => streamIdOf(stream))).size).toBe(streams.length)
  for (const { documents } of streams) {
    expect(new Set(documents.map(({ docId }) => docId)).size).toBe(documents.length)
  }
})
