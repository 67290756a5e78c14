import { expect, test } from 'vitest'
import { alterWrap, withDerivation } from '../../../../support/altered-wraps.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { pageBench } from '../../../../support/page-bench.tsx'
import { code, monday, screenBench } from '../../../../support/screen-bench.tsx'

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
  await expect.element(screen.getByText(/Lister hentet i dag 16:08\. Hvor gamle/)).toBeVisible()

  for (const digit of code) await screen.getByRole('button', { name: digit, exact: true }).click()
  await screen.getByRole('button', { name: 'Lås opp' }).click()

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Lister' })).toBeVisible()
})

test('a code of six digits opens at the sixth, once it has opened here', async () => {
  const bench = await lockedBench()
  const screen = await bench.draw('/lister')
  for (const digit of code) await screen.getByRole('button', { name: digit, exact: true }).click()
  await screen.getByRole('button', { name: 'Lås opp' }).click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Lister' })).toBeVisible()
  await expect.element(screen.getByText(/^I dag/)).toBeVisible()
  await bench.device.lock()
  await expect.element(screen.getByText('Skriv koden din')).toBeVisible()
  await expect.element(screen.getByText(/Listene er fra i dag/)).toBeVisible()

  for (const digit of code) await screen.getByRole('button', { name: digit, exact: true }).click()

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Lister' })).toBeVisible()
})

test('a wrap that asks for 4 GiB is answered with words, and costs no try', async () => {
  const bench = await lockedBench()
  await alterWrap(bench, bench.employeeId, (wrap) =>
    withDerivation(wrap, { memoryKiB: 4 * 1024 * 1024 }),
  )
  const screen = await bench.draw('/')

  for (const digit of code) await screen.getByRole('button', { name: digit, exact: true }).click()
  await screen.getByRole('button', { name: 'Lås opp' }).click()

  await expect.element(screen.getByText('Låsen på telefonen er endret')).toBeVisible()
  await expect.element(screen.getByText(/Ring lederen din eller IKT/)).toBeVisible()
  await expect.element(screen.getByText('Låser opp …')).not.toBeInTheDocument()
  await expect.element(screen.getByRole('link', { name: 'Logg inn og lag ny kode' })).toBeVisible()
  expect((await bench.device.core().vault.status()).employees[0]?.triesLeft).toBe(10)
  expect(await axeFindings()).toEqual([])
})

test('a wrong code says how many tries are left', async () => {
  const bench = await lockedBench()
  const screen = await bench.draw('/')

  for (const digit of '999124')
    await screen.getByRole('button', { name: digit, exact: true }).click()
  await screen.getByRole('button', { name: 'Lås opp' }).click()

  await expect.element(screen.getByText(/Feil kode\. 9 forsøk igjen\./)).toBeVisible()
})

test('whoever locks with something unsigned reads it on the lock, and not that all is sent', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const log = await bench.draw('/skriv/hendelseslogg')
  await log.getByLabelText('Hva skjedde, eller hva ble meldt?').fill('Strømmen borte')
  await expect.element(log.getByText(/^Lagret på telefonen/)).toBeVisible()
  await log.unmount()
  await bench.device.lock()

  const screen = await bench.draw('/')

  await expect.element(screen.getByText('1 skjema er ikke signert')).toBeVisible()
  expect(screen.getByText('Alt er sendt').query()).toBeNull()
  expect(screen.getByText('Strømmen borte').query()).toBeNull()
})

test('whose access has ended is told since when, what is gone and what is not, and is asked for no code', async () => {
  const bench = pageBench({ isUnlocked: false })
  const { employees } = await bench.services.device.core().vault.status()
  const closed = employees.map((one) => ({ ...one, erased: true, closedAt: monday }))
  bench.setStatus({ employees: closed, unlocked: null })
  const screen = await bench.draw('/')

  await expect.element(screen.getByText(/^Tilgangen din ble avsluttet/)).toBeVisible()
  await expect.element(screen.getByText(/det som ikke er sendt, ligger kryptert her/)).toBeVisible()
  await expect
    .element(screen.getByRole('button', { name: '4', exact: true }))
    .not.toBeInTheDocument()
  await expect.element(screen.getByText('Alt er sendt')).toBeVisible()
  expect(screen.getByText(/^Liste|^Ingen lister/).query()).toBeNull()
  expect(await axeFindings()).toEqual([])
})
