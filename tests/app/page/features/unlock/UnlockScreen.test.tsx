import { expect, test } from 'vitest'
import { axeFindings } from '../../../../support/axe.ts'
import { code, screenBench } from '../../../../support/screen-bench.tsx'

async function lockedBench() {
  const bench = await screenBench()
  await bench.enrol()
  await bench.device.lock()
  return bench
}

test('axe finds nothing', async () => {
  const bench = await lockedBench()
  const screen = await bench.draw('/')
  await expect.element(screen.getByText('Skriv koden din')).toBeVisible()

  expect(await axeFindings()).toEqual([])
})

test('the keypad opens the phone, and the age of the lists stands there before', async () => {
  const bench = await lockedBench()
  const screen = await bench.draw('/lister')
  await expect.element(screen.getByText(/Lister hentet i dag 16:08/)).toBeVisible()

  for (const digit of code) await screen.getByRole('button', { name: digit, exact: true }).click()
  await screen.getByRole('button', { name: 'Lås opp' }).click()

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Lister' })).toBeVisible()
})

test('a wrong code says how many tries are left', async () => {
  const bench = await lockedBench()
  const screen = await bench.draw('/')

  for (const digit of '999124')
    await screen.getByRole('button', { name: digit, exact: true }).click()
  await screen.getByRole('button', { name: 'Lås opp' }).click()

  await expect.element(screen.getByText(/Feil kode\. 9 forsøk igjen\./)).toBeVisible()
})
