import { expect, test } from 'vitest'
import { refused } from '#domain/base/result.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

test('a link brings username and code, and a code that does not hold is told in words', async () => {
  const asked: unknown[] = []
  const bench = await screenBench({
    api: {
      redeemSignInCode(message) {
        asked.push(message)
        return Promise.resolve(refused({ kind: 'wrongSignIn', text: 'Feil' } as const))
      },
    },
  })
  const screen = await bench.draw('/forste-innlogging#bruker=kari.moe&kode=7q2m-k0v9-xhab')
  await expect.element(screen.getByLabelText('Brukernavn')).toHaveValue('kari.moe')
  expect(await axeFindings()).toEqual([])

  await screen.getByLabelText('Nytt passord').fill('kort')
  await screen.getByRole('button', { name: 'Velg passordet og logg inn' }).click()
  await expect.element(screen.getByText('Passordet må ha minst tolv tegn.')).toBeVisible()
  await screen.getByLabelText('Nytt passord').fill('hest batteri stift')
  await screen.getByRole('button', { name: 'Velg passordet og logg inn' }).click()

  await expect.element(screen.getByText(/^Feil brukernavn eller kode/)).toBeVisible()
  expect(asked).toEqual([
    { username: 'kari.moe', code: '7Q2M-K0V9-XHAB', password: 'hest batteri stift' },
  ])
})
