import { expect, test } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { priorityProposal, withProposedPriority } from '#domain/lists/priority-proposal.ts'
import { deviceKindFinder } from '#domain/patient/device-kind.ts'
import { reasonNames } from '#domain/patient/priority-reason.ts'
import { priorityReasonText } from '#text/nb/words/priority.ts'
import { aDevice, aPatient, aRecord, codes, today } from '../../support/a-patient.ts'

function proposalOf(fields: Partial<Patient>, medicines: 'timeCritical' | 'ordinary' = 'ordinary') {
  const { level, reasons } = priorityProposal(aPatient(fields), {
    kinds: deviceKinds,
    services: defaultServiceDefinitions,
    medicines,
  })
  const nameReason = reasonNames(deviceKinds)
  return [
    level,
    ...reasons.map((reason) => priorityReasonText(nameReason(reason, fields.devices ?? []))),
  ]
}

test('no recorded fact gives P4 without a reason', () => {
  expect(proposalOf({ services: codes('MAT') })).toEqual(['P4'])
})

test('the most urgent fact decides, and all are said', () => {
  const fields = {
    services: codes('TRY', 'VEM'),
    devices: [aDevice({ kind: 'ventilator-invasive' })],
  }

  expect(proposalOf(fields, 'timeCritical')).toEqual([
    'P1',
    'Respirator, invasiv',
    'Tidskritisk legemiddel',
    'Medisindispenser',
    'Trygghetsalarm, bor alene eller ukjent',
  ])
})

test('a concentrator is P1 without and P2 with a recorded reserve', () => {
  const device = aDevice({ kind: 'oxygen-concentrator', reserveMinutes: null })

  expect(proposalOf({ devices: [device] })[0]).toBe('P1')
  expect(proposalOf({ devices: [{ ...device, reserveMinutes: 240 }] })).toEqual([
    'P2',
    'Oksygenkonsentrator, stasjonær, har reserve',
  ])
})

test('a device of no known kind, and a BST code without any device, count as P1 until asked', () => {
  expect(proposalOf({ devices: [aDevice({ kind: null, listedAs: 'Iskremmaskin' })] })).toEqual([
    'P1',
    'Iskremmaskin: ukjent type, regnes som P1',
  ])
  expect(proposalOf({ services: codes('BST') })).toEqual([
    'P1',
    'Trenger strøm, apparat ikke kartlagt',
  ])
})

test('a BST code beside an alarm alone is P1 too: an alarm keeps nobody alive', () => {
  const alarm = aDevice({ kind: 'safety-alarm' })

  expect(proposalOf({ services: codes('BST', 'TRY'), devices: [alarm] })).toEqual([
    'P1',
    'Trenger strøm, apparat ikke kartlagt',
    'Trygghetsalarm, bor alene eller ukjent',
  ])
})

test('a list that names a device in its own words is understood', () => {
  const findKind = deviceKindFinder(deviceKinds)

  expect(findKind('O2-konsentrator 3 l/min')).toBe('oxygen-concentrator')
  expect(findKind('Bærbar konsentrator')).toBe('oxygen-concentrator-portable')
  expect(findKind('CPAP ResMed')).toBe('cpap')
  expect(findKind('Mobil trygghetsalarm')).toBe('safety-alarm-mobile')
  expect(findKind('Iskremmaskin')).toBeNull()
})

test('of two devices in one text the more urgent one counts, not the longer word', () => {
  const findKind = deviceKindFinder(deviceKinds)

  expect(findKind('Respirator og trygghetsalarm')).toBe('ventilator-invasive')
  expect(findKind('Trygghetsalarm, O2-konsentrator')).toBe('oxygen-concentrator')
  expect(findKind('Non-invasiv respirator')).toBe('ventilator-noninvasive')
})

test('a proposal is renewed with the facts until a named person has confirmed it', () => {
  const tables = { kinds: deviceKinds, services: defaultServiceDefinitions }
  const record = aRecord({ services: codes('VEM') })
  const confirmed = aRecord({
    services: codes('VEM'),
    priority: { level: 'P1', reasons: [], confirmed: { by: 'Anne Dahl', on: today } },
  })

  expect(withProposedPriority(record, tables).patient.priority).toEqual({
    level: 'P3',
    reasons: [{ kind: 'medicineDispenser', level: 'P3' }],
    confirmed: null,
  })
  expect(withProposedPriority(confirmed, tables)).toBe(confirmed)
})

test('an alarm weighs more for whoever lives alone, most with a serious condition', () => {
  const services = codes('HST')
  const critical = [{ kind: 'condition', text: 'Epilepsi' } as const]

  expect(proposalOf({ services, livesAlone: false, critical })[0]).toBe('P4')
  expect(proposalOf({ services, livesAlone: true })[0]).toBe('P3')
  expect(proposalOf({ services, livesAlone: null })[0]).toBe('P3')
  expect(proposalOf({ services, livesAlone: true, critical })[0]).toBe('P2')
})
