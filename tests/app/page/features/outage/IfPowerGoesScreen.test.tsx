import { expect, test } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import type { Instant } from '#domain/time/instant.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { aCountdown, aCountdownRow, aNamed, facts } from '../../../../support/an-outage.ts'
import { openReading, pageBench } from '../../../../support/page-bench.tsx'

const solbakken = aNamed(1, 'Solbakken, Aud')
const respirator = aCountdownRow(solbakken, {
  minutes: 90,
  level: 'P1',
  facts: facts('Respirator, invasiv', { kind: 'battery', minutes: 90 }, { kind: 'noReserve' }),
})

function aPhone() {
  const asked: { startsAt: Instant; zone: ZoneChoice }[] = []
  const bench = pageBench({
    role: 'nurse',
    reader: {
      listDeviceKinds: () => Promise.resolve(openReading([...deviceKinds])),
      listContacts: () => Promise.resolve(openReading([])),
    },
    incidents: {
      ifPowerGoes(startsAt, zone) {
        asked.push({ startsAt, zone })
        return Promise.resolve(openReading(aCountdown({ known: [respirator] })))
      },
    },
  })
  return { bench, asked }
}

test('what would be, an hour from now: the same rows and moments as an outage has, and nothing is begun', async () => {
  const { bench, asked } = aPhone()
  const screen = await bench.draw('/hvis-strommen-gar')

  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'Hvis strømmen går kl. 04:12' }))
    .toBeVisible()
  await expect
    .element(screen.getByText('Ingenting er meldt, og ingenting blir lagret.'))
    .toBeVisible()
  await expect
    .element(screen.getByRole('region', { name: 'Mobilnett: kan falle ut fra 06:12' }))
    .toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: /^Solbakken, Aud/ }))
    .toHaveAttribute('href', `/bruker/${solbakken.id}`)
  expect(asked.at(-1)).toEqual({ startsAt: '2026-11-23T03:12:00.000Z', zone: null })
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('another time is asked for as people write it, and one that has been is refused in words', async () => {
  const { bench, asked } = aPhone()
  const screen = await bench.draw('/hvis-strommen-gar')
  const field = screen.getByLabelText('Når?')

  await field.fill('16:00')
  await screen.getByRole('button', { name: 'Vis' }).click()
  await expect
    .element(screen.getByRole('heading', { level: 1 }))
    .toMatchTextContent('går kl. 16:00')
  expect(asked.at(-1)?.startsAt).toBe('2026-11-23T15:00:00.000Z')

  await field.fill('i går 16:00')
  await screen.getByRole('button', { name: 'Vis' }).click()
  await expect.element(screen.getByText('Skriv et tidspunkt som ikke har vært.')).toBeVisible()

  await field.fill('snart')
  await screen.getByRole('button', { name: 'Vis' }).click()
  await expect.element(screen.getByText(/^Skriv tiden som «16:00»/)).toBeVisible()
})

test('the quiet front page leads there', async () => {
  const { bench } = aPhone()
  const screen = await bench.draw('/')

  await expect
    .element(screen.getByRole('link', { name: 'Hva hvis strømmen går?' }))
    .toHaveAttribute('href', '/hvis-strommen-gar')
})
