import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { type Services, ServicesContext } from '#app/page/services/services.ts'
import { ProtocolLine } from '#app/page/shell/ProtocolLine.tsx'
import { screenBench } from '../../../support/screen-bench.tsx'

async function draw(
  otherProtocol: 'serverNewer' | 'serverOlder',
  updates: Partial<Services['updates']> = {},
) {
  const { services } = await screenBench()
  return render(
    <ServicesContext value={{ ...services, updates: { ...services.updates, ...updates } }}>
      <MemoryRouter>
        <ProtocolLine otherProtocol={otherProtocol} />
      </MemoryRouter>
    </ServicesContext>,
  )
}

test('an app that is older than its server offers to fetch the new version, and says when there is none', async () => {
  let looked = 0
  const screen = await draw('serverNewer', {
    look: () => {
      looked++
      return Promise.resolve()
    },
  })
  await expect.element(screen.getByText('Appen er eldre enn serveren')).toBeVisible()

  await screen.getByRole('button', { name: 'Hent ny versjon' }).click()

  await expect.element(screen.getByText(/^Fant ingen ny versjon ennå/)).toBeVisible()
  expect(looked).toBe(1)
})

test('a new version that is ready is taken into use at a press', async () => {
  let taken = 0
  const screen = await draw('serverNewer', {
    isReady: () => true,
    take: () => {
      taken++
    },
  })

  await screen.getByRole('button').click()

  expect(taken).toBe(1)
})

test('a server that is older than the app is for whoever runs it', async () => {
  const screen = await draw('serverOlder')

  await expect.element(screen.getByText('Serveren er eldre enn appen')).toBeVisible()
  await expect.element(screen.getByText(/Si fra til den som drifter Beredt/)).toBeVisible()
  expect(screen.getByRole('button').query()).toBeNull()
})
