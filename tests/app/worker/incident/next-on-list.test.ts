import { expect, test } from 'vitest'
import type { PatientId } from '#domain/base/ids.ts'
import type { ContactState } from '#domain/people/person-fact.ts'
import { phoneShown } from '#domain/patient/address-shown.ts'
import { anIncidentPhone, done, opened } from '../../../support/an-incident-phone.ts'

async function aCallList() {
  const phone = await anIncidentPhone()
  const incident = await phone.start()
  const { incidents, facts } = phone.core
  const next = async (list: 'safetyAlarm' | 'countdown') =>
    opened(await incidents.nextOnList(incident, list, null))
  const mine = async () => opened(await incidents.contactList(incident, 'safetyAlarm', null)).mine
  const say = async (patientId: PatientId, state: ContactState) => {
    const zone = (await mine()).find(({ patient }) => patient.id === patientId)?.patient.zone
    if (zone === undefined) throw new Error('She is not on the list.')
    const body = { kind: 'contact', patientId, state, word: null } as const
    return done(await facts.sayOfPerson({ incident, zone, body, at: null }))
  }
  return { ...phone, next, mine, say }
}

test('the next is the first of the list whose number is known, until somebody has tried her', async () => {
  const { next, mine, say } = await aCallList()
  const callable = (await mine()).filter(({ patient }) => phoneShown(patient) !== null)
  const [first, second] = callable
  if (first === undefined || second === undefined) throw new Error('The demo has alarms.')
  expect((await next('safetyAlarm'))?.id).toBe(first.patient.id)

  await say(first.patient.id, 'noAnswer')

  expect((await next('safetyAlarm'))?.id).toBe(second.patient.id)
})

test('who needs a visit is not called, and stands after all who are', async () => {
  const { next, mine, say } = await aCallList()
  const [first] = await mine()
  if (first === undefined) throw new Error('The demo has alarms.')

  await say(first.patient.id, 'needsVisit')

  expect((await next('safetyAlarm'))?.id).not.toBe(first.patient.id)
  expect((await mine()).at(-1)?.patient.id).toBe(first.patient.id)
})

test('who did not answer is next again after ten minutes, when nobody else is left', async () => {
  const { next, mine, say, passMinutes } = await aCallList()
  for (const { patient } of await mine()) await say(patient.id, 'noAnswer')
  expect(await next('safetyAlarm')).toBeNull()

  passMinutes(10)

  expect(await next('safetyAlarm')).not.toBeNull()
})

test('on the countdown, who runs empty first is next', async () => {
  const { next, core } = await aCallList()
  const { incidents } = opened(await core.incidents.incidents())
  const [incident] = incidents
  if (incident === undefined) throw new Error('It was started.')
  const { known } = opened(await core.incidents.countdown(incident.id, null, 100))

  const callable = known.find(({ patient }) => phoneShown(patient) !== null)

  expect((await next('countdown'))?.id).toBe(callable?.patient.id)
})
