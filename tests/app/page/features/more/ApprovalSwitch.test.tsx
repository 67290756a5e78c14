import { expect, test } from 'vitest'
import { accepted, refused } from '#domain/base/result.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

test('the administrator turns it on, and it shows what the server holds', async () => {
  let isUp = false
  const bench = await screenBench({
    role: 'administrator',
    api: {
      readMunicipalitySettings: () => Promise.resolve(accepted({ approvesDevices: false })),
      saveMunicipalitySettings: (settings) =>
        Promise.resolve(isUp ? accepted(settings) : refused({ kind: 'unreachable' } as const)),
    },
  })
  await bench.enrol()
  const screen = await bench.draw('/mer')
  const choice = screen.getByRole('group', { name: /^Nye telefoner må godkjennes av en leder/ })
  await expect.element(choice.getByRole('radio', { name: 'Av', exact: true })).toBeChecked()
  expect(await axeFindings()).toEqual([])

  await choice.getByRole('radio', { name: 'På', exact: true }).click()
  await expect
    .element(screen.getByText('Det ble ikke lagret. Prøv igjen når det er nett.'))
    .toBeVisible()
  await expect.element(choice.getByRole('radio', { name: 'Av', exact: true })).toBeChecked()
  isUp = true
  await choice.getByRole('radio', { name: 'På', exact: true }).click()

  await expect.element(choice.getByRole('radio', { name: 'På', exact: true })).toBeChecked()
})

test.each(['nurse', 'sectionLeader'] as const)('a %s has no such switch', async (role) => {
  const bench = await screenBench({ role })
  await bench.enrol()
  const screen = await bench.draw('/mer')
  await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible()

  await expect.element(screen.getByText('For administrator')).not.toBeInTheDocument()
})
