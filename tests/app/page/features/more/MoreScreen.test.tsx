import { expect, test } from 'vitest'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

test.each([
  '/',
  '/hva-virker-ikke',
  '/mer',
  '/skriv',
  '/sendt',
  '/ukens-lister',
  '/beredskapsperm',
  '/mottatt',
  '/telefoner-som-venter',
])('axe finds nothing on %s', async (path) => {
  const bench = await screenBench({ role: 'sectionLeader' })
  await bench.enrol()
  const screen = await bench.draw(path)
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.element(screen.getByText('Henter fram …')).not.toBeInTheDocument()

  expect(await axeFindings()).toEqual([])
})

test('locking hides everything but the way in', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/mer')

  await screen.getByRole('button', { name: 'Lås nå' }).click()

  await expect.element(screen.getByText('Skriv koden din')).toBeVisible()
  expect(await bench.device.core().vault.findUnlocked()).toBeNull()
})
