import { expect, test } from 'vitest'
import { plusMinutes } from '#domain/time/instant.ts'
import { nord1 } from '../../../support/an-enrolled-core.ts'
import { anIncidentPhone, opened } from '../../../support/an-incident-phone.ts'
import { noon } from '../../../support/test-vault.ts'

test('«Hva hvis strømmen går kl. 16?» is, row by row, what an outage begun at 16 shows', async () => {
  const { core, start, passMinutes } = await anIncidentPhone()
  const four = plusMinutes(noon, 4 * 60)
  const before = opened(await core.incidents.ifPowerGoes(four, null, 100))
  const incidents = opened(await core.incidents.incidents())

  passMinutes(4 * 60)
  const incident = await start()
  const outage = opened(await core.incidents.countdown(incident, null, 100))

  expect(before.known.length).toBeGreaterThan(5)
  expect(before).toEqual(outage)
  // Asking begins nothing.
  expect(incidents.incidents).toEqual([])
})

test('only the rows that are asked for leave the worker, of the zone that is asked for', async () => {
  const { core } = await anIncidentPhone()
  const whole = opened(await core.incidents.ifPowerGoes(noon, nord1.id, 100))

  const top = opened(await core.incidents.ifPowerGoes(noon, nord1.id, 2))

  expect(top.known).toEqual(whole.known.slice(0, 2))
  expect(top.total).toEqual(whole.total)
  expect(whole.known.every(({ patient }) => patient.zone === nord1.id)).toBe(true)
})
