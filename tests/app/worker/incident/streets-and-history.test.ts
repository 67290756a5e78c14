import { expect, test } from 'vitest'
import { nord1, nord2 } from '../../../support/an-enrolled-core.ts'
import { anIncidentPhone, done, opened } from '../../../support/an-incident-phone.ts'
import { aProfile } from '../../../support/test-vault.ts'

test('the streets of her zones stand by name, and what is said of one counts for it', async () => {
  const { core, start } = await anIncidentPhone()
  const incident = await start({})
  const zones = [nord1.id]
  const [first] = opened(await core.incidents.streets(zones, incident))
  if (first === undefined) throw new Error('The demo has addresses.')
  expect(first.power).toBeNull()

  const body = { kind: 'placePower' as const, street: first.street, number: null, hasPower: true }
  done(await core.facts.sayOfPerson({ incident, zone: nord1.id, body, at: null }))

  const [again] = opened(await core.incidents.streets(zones, incident))
  expect(again?.power?.body).toEqual(body)
  const [before] = opened(await core.incidents.streets(zones, null))
  expect(before?.power).toBeNull()
})

test('streets of other zones are not among them', async () => {
  const { core } = await anIncidentPhone({ profile: { ...aProfile(), zones: [nord1, nord2] } })

  const one = opened(await core.incidents.streets([nord1.id], null))
  const both = opened(await core.incidents.streets([nord1.id, nord2.id], null))

  expect(one.every(({ zone }) => zone === nord1.id)).toBe(true)
  expect(both.length).toBeGreaterThan(one.length)
})

test('what is said of an incident stands newest first, and what is taken back does not', async () => {
  const { core, start } = await anIncidentPhone()
  const incident = await start({})
  const level = { kind: 'corrected', to: { part: 'level', value: 2 } } as const
  const fact = done(await core.facts.sayOfIncident({ incident, body: level, at: null }))
  const kinds = async () =>
    opened(await core.incidents.history(incident)).map(({ body }) => body.kind)
  expect(await kinds()).toEqual(['corrected', 'started'])

  const undone = { kind: 'undone' as const, facts: [fact] }
  done(await core.facts.sayOfIncident({ incident, body: undone, at: null }))

  expect(await kinds()).toEqual(['started'])
})
