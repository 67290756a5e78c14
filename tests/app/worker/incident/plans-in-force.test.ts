import { expect, test } from 'vitest'
import { anIncidentPhone, opened } from '../../../support/an-incident-phone.ts'

test('what her zones have agreed on holds after an hour without contact, and no longer when the server is heard', async () => {
  const classes = ['critical', 'worklists', 'people', 'contacts']
  const { core, passMinutes } = await anIncidentPhone({ classes })
  const zones = async () => opened(await core.incidents.plansInForce()).map(({ zone }) => zone)
  const held = opened(await core.reader.listZonePlans())

  const atOnce = await zones()
  passMinutes(59)
  const before = await zones()
  passMinutes(2)
  const after = await zones()
  await core.syncNow()
  const again = await zones()

  expect(held.length).toBeGreaterThan(after.length)
  expect([atOnce, before, after, again]).toEqual([[], [], ['nord-1'], []])
})
