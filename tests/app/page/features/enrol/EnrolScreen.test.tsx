import { expect, test } from 'vitest'
import { axeFindings } from '../../../../support/axe.ts'
import { code, screenBench } from '../../../../support/screen-bench.tsx'

test('axe finds nothing on sign-in and while the code is made', async () => {
  const bench = await screenBench()
  for (const path of ['/logg-inn', '/klargjor', '/oppstart']) {
    const screen = await bench.draw(path)
    await expect.element(screen.getByRole('textbox').first()).toBeVisible()
    expect(await axeFindings()).toEqual([])
    await screen.unmount()
  }
})

test('the phone is «Ikke klar ennå» until it has read everything again without network', async () => {
  const bench = await screenBench()
  const screen = await bench.draw('/klargjor')
  await screen.getByRole('textbox', { name: 'Hva står det bak på telefonen?' }).fill('Nord 2 – 04')
  await screen.getByLabelText('Koden din').fill(code)
  await screen.getByLabelText('Koden en gang til').fill(code)
  await screen.getByRole('button', { name: 'Lag koden' }).click()
  await expect.element(screen.getByText('Ikke klar ennå.')).toBeVisible()
  await bench.device.core().syncNow()
  await expect.element(screen.getByText(/\d+ brukere, fra i dag 16:08/)).toBeVisible()

  await screen.getByLabelText('Koden din').fill(code)
  await screen.getByRole('button', { name: 'Prøv uten nett' }).click()

  await expect.element(screen.getByText(/dokumenter lest på nytt uten nett/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Ta i bruk' })).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('a code that is easy to guess is refused in words', async () => {
  const bench = await screenBench()
  const screen = await bench.draw('/klargjor')
  await screen.getByRole('textbox', { name: 'Hva står det bak på telefonen?' }).fill('Nord 2 – 04')
  await screen.getByLabelText('Koden din').fill('123456')
  await screen.getByLabelText('Koden en gang til').fill('123456')

  await screen.getByRole('button', { name: 'Lag koden' }).click()

  await expect.element(screen.getByText(/tall på rad/)).toBeVisible()
})

test('what is wrong stands below the field it is about, and is gone while the keys are made', async () => {
  const bench = await screenBench()
  const screen = await bench.draw('/klargjor')
  const label = screen.getByRole('textbox', { name: 'Hva står det bak på telefonen?' })
  const again = screen.getByLabelText('Koden en gang til')
  await screen.getByLabelText('Koden din').fill(code)

  await screen.getByRole('button', { name: 'Lag koden' }).click()
  await expect.element(label).toHaveAccessibleDescription(/Skriv hva telefonen heter\./)
  await label.fill('Nord 2 – 04')
  await screen.getByRole('button', { name: 'Lag koden' }).click()
  await expect.element(again).toHaveAccessibleDescription(/Kodene er ikke like/)
  await expect.element(label).not.toHaveAccessibleDescription(/Skriv hva telefonen heter/)
  await again.fill(code)
  await screen.getByRole('button', { name: 'Lag koden' }).click()

  await expect.element(screen.getByText(/Kodene er ikke like/)).not.toBeInTheDocument()
  await expect.element(screen.getByText('Ikke klar ennå.')).toBeVisible()
})
