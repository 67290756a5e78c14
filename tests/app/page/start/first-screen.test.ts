import { createMemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { firstScreen } from '#app/page/start/first-screen.ts'

const screen = { Component: () => null }

test('the first screen is not shown while its code is on its way', async () => {
  const router = createMemoryRouter([{ path: '/', lazy: () => new Promise(() => {}) }])

  const shown = firstScreen(router).then(() => 'shown')
  const later = new Promise((resolve) => setTimeout(resolve, 20, 'still waiting'))

  expect(await Promise.race([shown, later])).toBe('still waiting')
})

test('the first screen is shown when its code has been loaded', async () => {
  const router = createMemoryRouter([{ path: '/', lazy: async () => screen }])

  await firstScreen(router)

  expect(router.state.initialized).toBe(true)
})

test('a first screen that needs no code is shown at once', async () => {
  const router = createMemoryRouter([{ path: '/', ...screen }])

  await firstScreen(router)

  expect(router.state.initialized).toBe(true)
})
