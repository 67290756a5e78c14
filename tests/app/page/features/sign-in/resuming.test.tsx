import { expect, test } from 'vitest'
import { accepted, refused } from '#domain/base/result.ts'
import { routes } from '#contract/routes.ts'
import type { Api } from '#app/online/api.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

/** The browser's session is a colleague's. */
const colleaguesSession: Partial<Api> = {
  readSession: () => Promise.resolve(refused({ kind: 'signInNeeded', text: 'Logg inn.' } as const)),
}

async function aPhone(outcome: 'resumed' | 'passwordNeeded', api: Partial<Api> = {}) {
  const bench = await screenBench({ isSignedIn: false, api: { ...colleaguesSession, ...api } })
  await bench.enrol()
  const core = bench.device.core()
  const asked: string[] = []
  core.resumeSession = () => {
    asked.push(routes.resumeSession.path)
    return Promise.resolve(outcome)
  }
  return { bench, asked }
}

test('one press on the line brings her session back, and she is where she was', async () => {
  const { bench, asked } = await aPhone('resumed')
  const screen = await bench.draw('/tiltakskort')
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Tiltakskort' })).toBeVisible()

  await screen.getByRole('link', { name: 'Venter på Kari: hent nye lister' }).click()

  await expect.poll(() => asked.length).toBe(1)
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Tiltakskort' })).toBeVisible()
})

test('where her password is needed only that is asked for, under her name, and she is in the field', async () => {
  const signedIn: string[] = []
  const { bench } = await aPhone('passwordNeeded', {
    signIn: ({ username }) => {
      signedIn.push(username)
      return Promise.resolve(accepted(bench.session))
    },
  })
  const screen = await bench.draw('/logg-inn?til=mer')

  await expect.element(screen.getByLabelText('Passord')).toHaveFocus()
  await expect.element(screen.getByText(/^Kari Lund må skrive passordet sitt/)).toBeVisible()
  expect(screen.getByLabelText('Brukernavn').query()).toBeNull()
  expect(await axeFindings()).toEqual([])

  await screen.getByLabelText('Passord').fill('riktig')
  await screen.getByRole('button', { name: 'Logg inn', exact: true }).click()

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Mer' })).toBeVisible()
  expect(signedIn).toEqual(['kari'])
})

test('somebody else may sign in there too', async () => {
  const { bench } = await aPhone('passwordNeeded')
  const screen = await bench.draw('/logg-inn')

  await screen.getByRole('button', { name: 'Logg inn som en annen' }).click()

  await expect.element(screen.getByLabelText('Brukernavn')).toHaveFocus()
})
