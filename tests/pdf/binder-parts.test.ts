import { expect, test } from 'vitest'
import { defaultForms } from '#content/forms/default-forms.ts'
import { type DeviceKind, DeviceKindId } from '#domain/patient/device-kind.ts'
import { binderParts } from '#pdf/binder-parts.ts'
import { readFonts } from '#pdf/font.ts'
import { patientLists } from '#pdf/patient-lists.ts'
import { typesetter } from '#pdf/sheet.ts'
import { aBinderContent, someServices } from '../support/a-binder.ts'
import { aDevice, aPatient, aPatientId, codes } from '../support/a-patient.ts'

const place = { only: null, subtitle: '', set: typesetter(readFonts()) }

const alarmKind: DeviceKind = {
  id: DeviceKindId.parse('safety-alarm'),
  title: 'Trygghetsalarm',
  synonyms: [],
  defaultPriority: null,
  priorityWithReserve: null,
  atLoss: 'Ingen varsling.',
}

function powerRows(...patients: Parameters<typeof aPatient>[0][]) {
  const content = aBinderContent({
    deviceKinds: [alarmKind],
    patients: patients.map((fields, i) =>
      aPatient({ id: aPatientId(i + 1), services: codes('BST'), ...fields }),
    ),
  })
  const list = patientLists(content).find(({ title }) => title.startsWith('BST'))
  return list?.rows.map(({ power }) => power?.device?.id ?? null)
}

test('the list of power has a row for each device, soonest to need help first and the unknown last', () => {
  const rows = powerRows(
    { devices: [aDevice({ id: 'long', batteryMinutes: 240 }), aDevice({ id: 'short' })] },
    { devices: [aDevice({ id: 'unknown', batteryMinutes: null })] },
  )

  expect(rows).toEqual(['short', 'long', 'unknown'])
})

test('a safety alarm is not life-essential, and a patient without a recorded device keeps a row', () => {
  const rows = powerRows({ devices: [aDevice({ id: 'alarm', kind: 'safety-alarm' })] })

  expect(rows).toEqual([null])
})

test('lists are headed with the municipality’s own codes', () => {
  const services = someServices.map((service) =>
    service.meaning === 'lifeEssentialPower' ? { ...service, code: codes('STR')[0] } : service,
  )
  const [, power] = patientLists(
    aBinderContent({
      services: services.flatMap(({ code, ...rest }) => (code ? [{ code, ...rest }] : [])),
    }),
  )

  expect(power?.title).toBe('STR – trenger strøm for liv og helse')
})

test('of a form with several versions the newest active one is printed', () => {
  const [form] = defaultForms
  if (form === undefined) throw new Error('There are no forms.')
  const forms = [
    { ...form, version: '2' },
    { ...form, version: '10', title: 'Ny utgave' },
    { ...form, version: '11', status: 'retired' as const },
  ]

  const parts = binderParts(aBinderContent({ forms }), place)

  expect(parts.at(-1)?.lines.map(({ title }) => title)).toEqual(['Ny utgave'])
})

test('the contents name every part that a binder has, in the order of its pages', () => {
  const parts = binderParts(aBinderContent({ forms: defaultForms }), place)
  const anchors = parts.flatMap(({ lines }) => lines.map(({ anchor }) => anchor))
  const onPages = parts.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.anchors))

  expect(anchors.length).toBeGreaterThan(10)
  expect(onPages.filter((anchor) => anchors.includes(anchor))).toEqual(anchors)
})
