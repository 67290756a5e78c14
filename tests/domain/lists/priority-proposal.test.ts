import { expect, test } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { priorityProposal, withProposedPriority } from '#domain/lists/priority-proposal.ts'
import { priorityReasonText } from '#text/nb/words/priority.ts'
import { aDevice, aPatient, aRecord, codes, today } from '../../support/a-patient.ts'

function proposalOf(fields: Partial<Patient>, medicines: 'timeCritical' | 'ordinary' = 'ordinary') {
  const { level, reasons } = priorityProposal(aPatient(fields), {
    kinds: deviceKinds,
    services: defaultServiceDefinitions,
    medicines,
  })
  return [level, ...reasons.map(priorityReasonText)]
}

test('no recorded fact gives P4 without a reason', () => {
  expect(proposalOf({ services: codes('MAT') })).toEqual(['P4'])
})

test('the most urgent fact decides, and all are said', () => {
  const fields = {
    services: codes('TRY', 'VEM'),
    devices: [aDevice({ kind: 'Respirator, invasiv' })],
  }

  expect(proposalOf(fields, 'timeCritical')).toEqual([
    'P1',
    'Respirator, invasiv',
    'Tidskritisk legemiddel',
    'Medisindispenser',
    'Trygghetsalarm, alene eller ikke kjent',
  ])
})

test('a concentrator is P1 without and P2 with a recorded reserve', () => {
  const device = aDevice({ kind: 'Oksygenkonsentrator, stasjonær', reserveMinutes: null })

  expect(proposalOf({ devices: [device] })[0]).toBe('P1')
  expect(proposalOf({ devices: [{ ...device, reserveMinutes: 240 }] })).toEqual([
    'P2',
    'Oksygenkonsentrator, stasjonær, har reserve',
  ])
})

test('a device of no known kind, and a BST code without any device, count as P1 until asked', () => {
  expect(proposalOf({ devices: [aDevice({ kind: 'Iskremmaskin' })] })).toEqual([
    'P1',
    'Iskremmaskin: ukjent type, regnes som P1',
  ])
  expect(proposalOf({ services: codes('BST') })).toEqual([
    'P1',
    'Trenger strøm, apparat ikke kartlagt',
  ])
})

test('a list that names a device in its own words is understood', () => {
  expect(proposalOf({ devices: [aDevice({ kind: 'O2-konsentrator 3 l/min' })] })[0]).toBe('P1')
  expect(proposalOf({ devices: [aDevice({ kind: 'Bærbar konsentrator' })] })[0]).toBe('P2')
  expect(proposalOf({ devices: [aDevice({ kind: 'CPAP ResMed' })] })[0]).toBe('P4')
  expect(proposalOf({ devices: [aDevice({ kind: 'Mobil trygghetsalarm' })] })).toEqual(['P4'])
})

test('a proposal is renewed with the facts until a named person has confirmed it', () => {
  const tables = { kinds: deviceKinds, services: defaultServiceDefinitions }
  const record = aRecord({ services: codes('VEM') })
  const confirmed = aRecord({
    services: codes('VEM'),
    priority: { level: 'P1', reasons: ['Vurdert'], confirmed: { by: 'Anne Dahl', on: today } },
  })

  expect(withProposedPriority(record, tables, priorityReasonText).patient.priority).toEqual({
    level: 'P3',
    reasons: ['Medisindispenser'],
    confirmed: null,
  })
  expect(withProposedPriority(confirmed, tables, priorityReasonText)).toBe(confirmed)
})

test('an alarm weighs more for whoever lives alone, most with a serious condition', () => {
  const services = codes('HST')
  const critical = [{ kind: 'condition', text: 'Epilepsi' } as const]

  expect(proposalOf({ services, livesAlone: false, critical })[0]).toBe('P4')
  expect(proposalOf({ services, livesAlone: true })[0]).toBe('P3')
  expect(proposalOf({ services, livesAlone: null })[0]).toBe('P3')
  expect(proposalOf({ services, livesAlone: true, critical })[0]).toBe('P2')
})
