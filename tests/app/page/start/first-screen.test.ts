import { createMemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { firstScreen } from '#app/page/start/first-screen.ts'

const Component = () => null
const never = () => new Promise(() => {})

test('the first screen is not shown while its code is on its way', async () => {
  const router = createMemoryRouter([{ path: '/', handle: { load: never }, Component }])

  const shown = firstScreen(router).then(() => 'shown')
  const later = new Promise((resolve) => setTimeout(resolve, 20, 'still waiting'))

  expect(await Promise.race([shown, later])).toBe('still waiting')
})

test('the first screen is shown when its code and that around it have been loaded', async () => {
  const loaded: string[] = []
  const loading = (name: string) => ({
    load: async () => {
      loaded.push(name)
    },
  })
  const router = createMemoryRouter([
    {
      handle: loading('around'),
      Component,
      children: [{ path: '/', handle: loading('screen'), Component }],
    },
    { path: '/annet', handle: loading('other'), Component },
  ])

  await firstScreen(router)

  expect(loaded).toEqual(['around', 'screen'])
})

test('a first screen that needs no code is shown at once', async () => {
  const router = createMemoryRouter([{ path: '/', Component }])

  await expect(firstScreen(router)).resolves.toBeUndefined()
})
