import { expect, test } from 'vitest'
import { screenBench } from '../../../../support/screen-bench.tsx'

test('no binder is printed from a device that lacks the medication sheets', async () => {
  const bench = await screenBench({ role: 'sectionLeader', classes: ['critical', 'worklists'] })
  await bench.enrol()
  const screen = await bench.draw('/beredskapsperm')

  await screen.getByRole('button', { name: /^Lag permen for/ }).click()

  await expect.element(screen.getByText('Sonens lister er ikke på denne enheten')).toBeVisible()
})
