import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import { aFhirPatient, anEpisode, ofKari, readBundle } from '../../../support/a-bundle.ts'

function factsOf(...resources: readonly object[]): Partial<ListedFacts> | undefined {
  return readBundle(aFhirPatient(), ...resources).people[0]?.facts
}

function toldOf(...resources: readonly object[]): unknown[] {
  return readBundle(aFhirPatient(), ...resources).warnings.map(({ warning }) => warning)
}

const medicine = (fields: object) => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  subject: ofKari,
  medicationCodeableConcept: { text: 'Furix' },
  dosageInstruction: [{ timing: { repeat: { timeOfDay: ['08:00:00'] } } }],
  ...fields,
})
const code = (value: string) => ({ coding: [{ code: value }] })

describe('what is not in force is on no sheet', () => {
  test.each([
    ['stopped', false],
    ['cancelled', false],
    ['completed', false],
    ['entered-in-error', false],
    ['draft', true],
    ['unknown', true],
  ])('a prescription that is %s; told of: %s', (status, isTold) => {
    expect(factsOf(medicine({ status }))?.medications ?? []).toEqual([])
    expect(toldOf(medicine({ status }))).toHaveLength(isTold ? 1 : 0)
  })

  test.each([
    { doNotPerform: true },
    { intent: 'proposal' },
    { intent: 'plan' },
    { intent: 'option' },
  ])('a prescription with %j, and that is told', (fields) => {
    expect(factsOf(medicine(fields))?.medications ?? []).toEqual([])
    expect(toldOf(medicine(fields))).toMatchObject([{ because: 'notCurrent', value: 'Furix' }])
  })

  test('a medicine on hold stands with its pause, and is due at no time', () => {
    expect(factsOf(medicine({ status: 'on-hold' }))?.medications).toMatchObject([
      { name: 'Furix', doses: [], remark: 'Satt på pause i journalsystemet' },
    ])
  })

  test.each([
    { dayOfWeek: ['mon'] },
    { period: 2, periodUnit: 'd' },
    { period: 1, periodUnit: 'wk' },
  ])('a dose that is not every day’s (%j) has no time of every day', (when) => {
    const repeat = { timeOfDay: ['08:00:00'], ...when }
    const given = medicine({ dosageInstruction: [{ text: 'Se plan', timing: { repeat } }] })

    expect(factsOf(given)?.medications).toMatchObject([{ doses: [], dosageText: 'Se plan' }])
    expect(toldOf(given)).toMatchObject([{ kind: 'unclearTime', value: 'Furix' }])
  })

  test.each(['planned', 'waitlist', 'finished', 'cancelled', 'entered-in-error'])(
    'a service that is %s',
    (status) => {
      expect(factsOf(anEpisode({ status }))?.services ?? []).toEqual([])
    },
  )

  test.each([
    [{ period: { end: '2020-01-01' } }, []],
    [{ period: { end: '2020' } }, []],
    [{ period: { start: '2020-01-01', end: '2030-01-01' } }, ['TRY']],
    [{ status: 'onhold' }, ['TRY']],
    [
      {
        resourceType: 'ServiceRequest',
        subject: ofKari,
        code: { text: 'TRY' },
        intent: 'proposal',
      },
      [],
    ],
    [
      {
        resourceType: 'ServiceRequest',
        subject: ofKari,
        code: { text: 'TRY' },
        doNotPerform: true,
      },
      [],
    ],
    [
      { resourceType: 'ServiceRequest', subject: ofKari, code: { text: 'TRY' }, status: 'draft' },
      [],
    ],
    [
      { resourceType: 'CarePlan', subject: ofKari, title: 'TRY', intent: 'plan', type: undefined },
      ['TRY'],
    ],
    [{ type: [{ text: 'TRY (avsluttet)' }] }, []],
  ])('a service with %j is %j', (fields, codes) => {
    expect(factsOf(anEpisode(fields))?.services ?? []).toEqual(codes)
  })

  test.each([
    [{ status: 'active' }, 1],
    [{ status: 'intended' }, 0],
    [{ status: 'entered-in-error' }, 0],
    [{ status: 'active', timingPeriod: { end: '2020-01-01' } }, 0],
    [{ status: 'unknown' }, 1],
  ])('a device that is used with %j counts %i', (fields, count) => {
    const device = { resourceType: 'Device', id: 'd', type: { text: 'Respirator' } }
    const use = {
      resourceType: 'DeviceUseStatement',
      subject: ofKari,
      device: { reference: 'Device/d' },
    }

    expect(factsOf(device, { ...use, ...fields })?.devices ?? []).toHaveLength(count)
  })

  test.each([
    [{ verificationStatus: code('entered-in-error') }],
    [{ verificationStatus: code('refuted') }],
    [{ clinicalStatus: code('resolved') }],
    [{ code: { text: 'Ingen kjent allergi' } }],
    [{ code: { text: 'Ingen kjente allergier' } }],
    [{ code: { coding: [{ code: '716186003', display: 'No known allergy' }] } }],
    [{ code: { coding: [{ code: '409137002', display: 'No known drug allergy' }] } }],
  ])('an allergy with %j is none, and neither is a diagnosis', (fields) => {
    const finding = { code: { text: 'Penicillin' }, patient: ofKari, subject: ofKari, ...fields }

    expect(factsOf({ resourceType: 'AllergyIntolerance', ...finding })?.critical ?? []).toEqual([])
    const other = { ...finding, resourceType: 'Condition', code: { text: 'KOLS' } }
    const isSaid = 'code' in fields
    expect(factsOf(other)?.diagnoses ?? []).toEqual(isSaid ? ['KOLS'] : [])
  })

  test('whatever its states, nothing is on the sheet that is not simply in force', () => {
    const status = fc.constantFrom(
      'active',
      'draft',
      'stopped',
      'unknown',
      'entered-in-error',
      'completed',
    )
    const intent = fc.constantFrom(
      'order',
      'proposal',
      'plan',
      'option',
      'instance-order',
      undefined,
    )
    const doNotPerform = fc.constantFrom(true, false, undefined)
    fc.assert(
      fc.property(
        fc.array(fc.record({ status, intent, doNotPerform }), { maxLength: 6 }),
        (all) => {
          const isMeant = ({ intent: one = 'order' }: (typeof all)[number]) =>
            ['order', 'instance-order'].includes(one)
          const inForce = all.filter(
            (one) => one.status === 'active' && isMeant(one) && one.doNotPerform !== true,
          )
          const named = all.map((one) =>
            medicine({ ...one, medicationCodeableConcept: { text: `M ${all.indexOf(one)}` } }),
          )

          const list = readBundle(aFhirPatient(), ...named)

          expect(list.people[0]?.facts.medications ?? []).toHaveLength(inForce.length)
          expect(list.people.length + list.merged + list.unreadable.length).toBe(list.rows)
        },
      ),
    )
  })
})
