import { expect, test } from 'vitest'
import type { Api } from '#app/online/api.ts'
import { refused } from '#domain/base/result.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

async function openFirst(api: Partial<Api> = {}) {
  const bench = await screenBench({ api })
  const screen = await bench.draw('/oppstart')
  await expect.element(screen.getByRole('heading', { name: 'Ta Beredt i bruk' })).toBeVisible()
  return { bench, screen }
}

async function fillIn(screen: Awaited<ReturnType<typeof openFirst>>['screen'], password: string) {
  await screen.getByLabelText('Kommunens navn').fill('Demo kommune')
  await screen.getByLabelText('Navnet ditt').fill('Kari Lund')
  await screen.getByLabelText('Brukernavn').fill('kari')
  await screen.getByLabelText('Passord').fill(password)
  await screen.getByRole('button', { name: 'Opprett' }).click()
}

test('axe finds nothing, with a refusal on it too', async () => {
  const { bench, screen } = await openFirst()
  await screen.getByRole('button', { name: 'Opprett' }).click()
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Fyll ut alle feltene.')

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a short password is refused before anything is sent', async () => {
  const asked: string[] = []
  const { screen } = await openFirst({
    redeemInvitation: ({ username }) => {
      asked.push(username)
      return Promise.resolve(refused({ kind: 'unreachable' } as const))
    },
  })

  await fillIn(screen, 'elleve tegn')

  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('Passordet må ha minst tolv tegn.')
  expect(asked).toEqual([])
})

test.each([
  ['no network', { kind: 'unreachable' } as const, 'Får ikke kontakt med Beredt.'],
  [
    'a link that was used before',
    { kind: 'notFound', text: 'Lenken er brukt.' } as const,
    'Lenken er brukt.',
  ],
])('%s is said, and what was typed stands', async (_, refusal, told) => {
  const { screen } = await openFirst({
    redeemInvitation: () => Promise.resolve(refused(refusal)),
  })

  await fillIn(screen, 'tolv tegn langt')

  await expect.element(screen.getByRole('alert')).toMatchTextContent(told)
  await expect.element(screen.getByLabelText('Kommunens navn')).toHaveValue('Demo kommune')
})

test('the first administrator makes a code next', async () => {
  const { screen } = await openFirst()

  await fillIn(screen, 'tolv tegn langt')

  await expect.element(screen.getByLabelText('Hva heter telefonen? Se lappen bak.')).toBeVisible()
})
