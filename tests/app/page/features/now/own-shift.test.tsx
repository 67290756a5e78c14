import { expect, test } from 'vitest'
import { screenBench } from '../../../../support/screen-bench.tsx'

test('with several zones she says once a shift which list is hers', async () => {
  const bench = await screenBench({ role: 'shiftLead', zones: ['nord-1', 'nord-2'] })
  await bench.enrol()
  const screen = await bench.draw('/')
  await screen.getByRole('button', { name: /^Nord 2 · Mandag kveld/ }).click()
  await expect.element(screen.getByText('Mandag kveld · Nord 2')).toBeVisible()
  await screen.unmount()

  const again = await bench.draw('/')

  await expect.element(again.getByText('Mandag kveld · Nord 2')).toBeVisible()
  expect(again.getByText('Hvilken liste er din på denne vakta?').query()).toBeNull()
  await again.getByRole('button', { name: 'Bytt liste' }).click()
  await expect.element(again.getByRole('button', { name: /^Nord 1 · Mandag kveld/ })).toBeVisible()
})

test('on the next shift she is asked again', async () => {
  const bench = await screenBench({ role: 'shiftLead', zones: ['nord-1', 'nord-2'] })
  await bench.enrol()
  const screen = await bench.draw('/')
  await screen.getByRole('button', { name: /^Nord 2 · Mandag kveld/ }).click()
  await expect.element(screen.getByText('Mandag kveld · Nord 2')).toBeVisible()
  await screen.unmount()
  bench.passMinutes(24 * 60)

  const next = await bench.draw('/')

  await expect.element(next.getByText('Hvilken liste er din på denne vakta?')).toBeVisible()
})
