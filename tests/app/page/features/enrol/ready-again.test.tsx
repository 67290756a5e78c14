import { expect, test } from 'vitest'
import { readyProof } from '#app/page/services/readiness.ts'
import { monday, screenBench } from '../../../../support/screen-bench.tsx'

async function provedBench() {
  const bench = await screenBench()
  await bench.enrol()
  readyProof.keep(bench.employeeId, monday)
  return bench
}

test('a phone that was proved says so when she looks again, and can be proved once more', async () => {
  const bench = await provedBench()
  const screen = await bench.draw('/klargjor')

  await expect.element(screen.getByText('Prøvd uten nett i dag 16:08')).toBeVisible()
  await expect.element(screen.getByText('Klar.', { exact: true })).toBeVisible()
  expect(screen.getByText('Ikke klar ennå.').query()).toBeNull()
  await screen.getByRole('button', { name: 'Prøv uten nett en gang til' }).click()
  await expect.element(screen.getByText('Ikke klar ennå.')).toBeVisible()
})

test('while the browser may delete the data, nothing is promised for the night', async () => {
  const bench = await provedBench()
  bench.services.storage = {
    isPersisted: () => Promise.resolve(false),
    askToPersist: () => Promise.resolve(false),
    isInstalled: () => false,
  }
  const screen = await bench.draw('/klargjor')

  await expect.element(screen.getByText(/Telefonen virker uten nett nå/)).toBeVisible()
  await expect.element(screen.getByText(/Nettleseren kan slette dataene/)).toBeVisible()
  await screen.getByRole('button', { name: 'Be om varig lagring' }).click()

  await expect.element(screen.getByText(/Nettleseren sa nei/)).toBeVisible()
  expect(screen.getByText(/i natt/).query()).toBeNull()
})
