import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { StartScreen } from '#app/features/start/StartScreen.tsx'
import { axeFindings } from '../../../support/axe.ts'

test('axe finds nothing on the start screen', async () => {
  await render(<StartScreen />)

  expect(await axeFindings()).toEqual([])
})

test('the start screen says which app this is', async () => {
  const screen = await render(<StartScreen />)

  await expect.element(screen.getByRole('heading', { name: 'Beredt' })).toBeVisible()
})
