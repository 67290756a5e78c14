import { expect, test } from 'vitest'
import { refused } from '#domain/base/result.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { pageBench } from '../../../../support/page-bench.tsx'
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
  await screen
    .getByRole('textbox', { name: 'Hva heter telefonen? Se lappen bak.' })
    .fill('Nord 2 – 04')
  await screen.getByLabelText('Koden din').fill(code)
  await screen.getByLabelText('Koden en gang til').fill(code)
  await screen.getByRole('button', { name: 'Lag koden' }).click()
  await expect.element(screen.getByText('Ikke klar ennå.')).toBeVisible()
  await bench.device.core().syncNow()
  await expect.element(screen.getByText(/\d+ brukere, slik det var i dag 16:08/)).toBeVisible()

  await screen.getByLabelText('Koden din').fill(code)
  await screen.getByRole('button', { name: 'Prøv uten nett' }).click()

  await expect.element(screen.getByText(/dokumenter lest på nytt uten nett/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Ta i bruk' })).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('a phone that has a name asks for none, also while it does not answer again', async () => {
  const bench = pageBench({ isUnlocked: false })
  const { vault } = bench.services.device.core()
  const answers = [vault.status()]
  vault.status = () => answers.pop() ?? new Promise(() => {})
  const screen = await bench.draw('/klargjor')

  await expect.element(screen.getByLabelText('Koden din')).toBeVisible()

  expect(screen.getByLabelText('Hva heter telefonen? Se lappen bak.').query()).toBeNull()
})

test('after an old sign-in only the password is asked for, and what was typed stays', async () => {
  const typed: string[] = []
  const bench = await screenBench({
    api: {
      enrolDevice: () =>
        Promise.resolve(
          refused({ kind: 'signInAgain', text: 'Skriv passordet ditt en gang til.' } as const),
        ),
    },
  })
  const { signIn, ...api } = bench.services.api
  const enrolDevice = bench.vouchFor
  const isSignedIn = () => typed.includes('kari/riktig')
  bench.services.api = {
    ...api,
    async signIn(message) {
      typed.push(`${message.username}/${message.password}`)
      return signIn(message)
    },
    enrolDevice: (request) => (isSignedIn() ? enrolDevice(request) : api.enrolDevice(request)),
  }
  const screen = await bench.draw('/klargjor')
  const label = screen.getByRole('textbox', { name: 'Hva heter telefonen? Se lappen bak.' })
  const press = () => screen.getByRole('button', { name: 'Lag koden' }).click()
  await label.fill('Nord 2 – 04')
  await screen.getByLabelText('Koden din').fill(code)
  await screen.getByLabelText('Koden en gang til').fill(code)

  await press()
  const password = screen.getByLabelText('Passord')
  await expect.element(password).toHaveAccessibleDescription(/Skriv passordet ditt en gang til/)
  await expect.element(label).toHaveValue('Nord 2 – 04')
  await expect.element(screen.getByLabelText('Koden din')).toHaveValue(code)
  expect(await axeFindings()).toEqual([])
  await password.fill('feil')
  await press()
  await expect.element(password).toHaveAccessibleDescription(/Feil brukernavn eller passord/)
  await password.fill('riktig')
  await press()

  await expect.element(screen.getByText('Ikke klar ennå.')).toBeVisible()
  expect(typed).toEqual(['kari/feil', 'kari/riktig'])
})

test('a code that is easy to guess is refused in words', async () => {
  const bench = await screenBench()
  const screen = await bench.draw('/klargjor')
  await screen
    .getByRole('textbox', { name: 'Hva heter telefonen? Se lappen bak.' })
    .fill('Nord 2 – 04')
  await screen.getByLabelText('Koden din').fill('123456')
  await screen.getByLabelText('Koden en gang til').fill('123456')

  await screen.getByRole('button', { name: 'Lag koden' }).click()

  await expect.element(screen.getByText(/tall på rad/)).toBeVisible()
})

test('what is wrong stands below the field it is about, and is gone while the keys are made', async () => {
  const bench = await screenBench()
  const screen = await bench.draw('/klargjor')
  const label = screen.getByRole('textbox', { name: 'Hva heter telefonen? Se lappen bak.' })
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
