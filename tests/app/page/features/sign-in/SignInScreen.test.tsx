import { expect, test } from 'vitest'
import { lastEmployee } from '#app/page/services/last-employee.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

const wiped = 'Det som lå på denne telefonen, er borte'

test('a phone that has lost all it had says so, and a new one does not', async () => {
  localStorage.clear()
  const bench = await screenBench()
  const fresh = await bench.draw('/logg-inn')
  await expect.element(fresh.getByRole('textbox').first()).toBeVisible()
  const onNew = fresh.getByText(wiped).elements().length
  await fresh.unmount()
  lastEmployee.handOver()

  const emptied = await bench.draw('/logg-inn')

  await expect.element(emptied.getByText(wiped)).toBeVisible()
  expect(onNew).toBe(0)
  localStorage.clear()
})

test('a phone that has what it had does not say so', async () => {
  const bench = await screenBench()
  await bench.enrol()

  const screen = await bench.draw('/logg-inn')

  await expect.element(screen.getByRole('textbox').first()).toBeVisible()
  await expect.element(screen.getByText(wiped)).not.toBeInTheDocument()
})
