import { createMemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { firstScreen } from '#app/first-screen.ts'

test('the first screen is shown when its code has been loaded, and not before', async () => {
  let load = () => {}
  const loaded = new Promise<{ Component: () => null }>((resolve) => {
    load = () => resolve({ Component: () => null })
  })
  const router = createMemoryRouter([{ path: '/', lazy: () => loaded }])
  let isShown = false

  const shown = firstScreen(router).then(() => {
    isShown = true
  })
  await Promise.resolve()
  const wasShownBefore = isShown
  load()
  await shown

  expect(wasShownBefore).toBe(false)
  expect(isShown).toBe(true)
})
