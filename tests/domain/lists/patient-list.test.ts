import { expect, test } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import {
  firstTimeOn,
  patientCounts,
  patientList,
  type PatientListContext,
  type PatientListRow,
} from '#domain/lists/patient-list.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { ServiceDefinition } from '#domain/patient/service.ts'
import { aPatient, at, codes } from '../../support/a-patient.ts'

const context: PatientListContext = {
  services: defaultServiceDefinitions,
  kinds: deviceKinds,
  from: at('16:00'),
  collator: norwegianCollator(),
}

const named = (family: string, fields: Parameters<typeof aPatient>[0] = {}) =>
  aPatient({ name: { family, given: 'A' }, ...fields })
const priority = (level: 'P1' | 'P2' | 'P4') => ({ level, reasons: [], confirmed: null })
const families = (rows: readonly PatientListRow[]) => rows.map(({ patient }) => patient.name.family)

test('TRY and HST are one list, because the table says that both are safety alarms', () => {
  const patients = [
    named('Aas', { services: codes('TRY') }),
    named('Berg', { services: codes('MAT') }),
    named('Carlsen', { services: codes('HST', 'MAT') }),
  ]

  expect(families(patientList('safetyAlarm', patients, context)).toSorted()).toEqual([
    'Aas',
    'Carlsen',
  ])
})

test('a municipality with codes of its own gets the same lists', () => {
  const services = [
    ServiceDefinition.parse({ code: 'ALARM1', meaning: 'safetyAlarm', title: 'Alarm' }),
  ]
  const patients = [
    named('Berg', { services: codes('ALARM1') }),
    named('Dahl', { services: codes('TRY') }),
  ]

  expect(families(patientList('safetyAlarm', patients, { ...context, services }))).toEqual(['Berg'])
})

test('names stand in Norwegian order, with aa as å', () => {
  const patients = ['Aas', 'Østby', 'Ås', 'Ærlig', 'Zahl', 'Abel'].map((family) => named(family))

  expect(families(patientList('all', patients, context))).toEqual([
    'Abel',
    'Zahl',
    'Ærlig',
    'Østby',
    'Ås',
    'Aas',
  ])
})

test('VEM starts with the next dose, goes on past midnight and ends with those without times', () => {
  const vem = codes('VEM')
  const patients = [
    named('Morgen', { services: vem, doseTimes: [at('08:00')] }),
    named('Ukjent', { services: vem }),
    named('Kveld', { services: vem, doseTimes: [at('08:00'), at('20:00')] }),
    named('Nå', { services: vem, doseTimes: [at('16:00')] }),
  ]

  const rows = patientList('medicineDispenser', patients, context)

  expect(rows.map(({ patient, nextAt }) => `${patient.name.family} ${nextAt}`)).toEqual([
    'Nå 16:00',
    'Kveld 20:00',
    'Morgen 08:00',
    'Ukjent null',
  ])
})

test('the first time of a list is that of its first row, past midnight too', () => {
  const patients = [
    named('Aas', { services: codes('VEM'), doseTimes: [at('08:00'), at('12:00')] }),
    named('Berg', { services: codes('VEM'), doseTimes: [at('02:00')] }),
    named('Dahl', { services: codes('VEM') }),
    named('Evensen', { services: codes('BST'), doseTimes: [at('16:30')] }),
  ]

  expect(firstTimeOn('medicineDispenser', patients, context)).toBe('02:00')
  expect(patientList('medicineDispenser', patients, context)[0]?.nextAt).toBe('02:00')
  expect(firstTimeOn('digitalSupervision', patients, context)).toBeNull()
})

test('VDT starts with the next planned supervision', () => {
  const vdt = codes('VDT')
  const patients = [
    named('Aas', { services: vdt, supervisionTimes: [at('02:00')] }),
    named('Berg', { services: vdt, supervisionTimes: [at('22:00')] }),
  ]

  expect(families(patientList('digitalSupervision', patients, context))).toEqual(['Berg', 'Aas'])
})

test('the priority list has everybody, and whoever nobody has assessed stands among P1', () => {
  const patients = [
    named('Aas', { priority: priority('P4') }),
    named('Berg', { priority: priority('P2') }),
    named('Dahl', { priority: null }),
    named('Eide', { priority: priority('P1') }),
  ]

  expect(families(patientList('priority', patients, context))).toEqual([
    'Dahl',
    'Eide',
    'Berg',
    'Aas',
  ])
})

test('a protected address counts like every other', () => {
  const patients = [
    named('Abel', { services: codes('BST') }),
    named('Berg', { services: codes('BST'), addressProtection: 'strictlyConfidential' }),
  ]

  const counts = patientCounts(patients, context.services)

  expect(counts).toMatchObject({ all: 2, lifeEssentialPower: 2, safetyAlarm: 0, priority: 2 })
  expect(families(patientList('lifeEssentialPower', patients, context))).toEqual(['Abel', 'Berg'])
})

test('the list of ways in leaves out only those who open the door themselves', () => {
  const way = { id: 'way', description: '', worksOffline: null, hasCode: false }
  const patients = [
    named('Boks', { access: [{ ...way, kind: 'keyBox' }] }),
    named('Selv', { access: [{ ...way, kind: 'opensDoor' }] }),
    named('Ukjent'),
  ]

  expect(families(patientList('access', patients, context))).toEqual(['Boks', 'Ukjent'])
})
