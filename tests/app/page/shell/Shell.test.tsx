import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { noSyncYet } from '#app/bridge/sync-status.ts'
import { NetworkLine } from '#app/page/shell/NetworkLine.tsx'
import { monday, screenBench } from '../../../support/screen-bench.tsx'

const online = { ...noSyncYet, line: 'online', lastAnswerAt: monday } as const

function drawLine(toLookAt: number, unsigned = 0) {
  return render(
    <MemoryRouter>
      <NetworkLine
        sync={online}
        waiting={0}
        toLookAt={toLookAt}
        unsigned={unsigned}
        name="Kari Lund"
        now={monday}
      />
    </MemoryRouter>,
  )
}

function drawNewer(newerStreams: number) {
  return render(
    <NetworkLine
      sync={{ ...online, newerStreams }}
      waiting={0}
      toLookAt={0}
      unsigned={0}
      name="Kari Lund"
      now={monday}
    />,
  )
}

test('all is said to be confirmed only while nothing waits for a person', async () => {
  const withTwo = await drawLine(2)
  await expect.element(withTwo.getByText('2 mottatte oppføringer må sees på')).toBeVisible()
  await withTwo.unmount()

  const withNone = await drawLine(0)

  await expect.element(withNone.getByText('Alt er sendt og bekreftet 16:08')).toBeVisible()
})

test('what is not signed is said where all is said to be confirmed', async () => {
  const screen = await drawLine(0, 2)

  const line = screen.getByRole('link', {
    name: 'Alt signert er bekreftet 16:08. 2 skjema er ikke signert',
  })
  await expect.element(line).toHaveAttribute('href', '/skriv')
})

test('a server that takes in nothing is named, with what waits and where it is', async () => {
  const screen = await render(
    <NetworkLine
      sync={{ ...online, serverCannotStore: true }}
      waiting={3}
      toLookAt={0}
      unsigned={0}
      name="Kari Lund"
      now={monday}
    />,
  )

  await expect
    .element(
      screen.getByText(
        'Serveren får ikke lagret noe nytt nå. 3 venter på telefonen og sendes av seg selv.',
      ),
    )
    .toBeVisible()
})

test('streams that only a newer app can read are counted on the screen', async () => {
  const one = await drawNewer(1)
  await expect.element(one.getByText('1 liste trenger en nyere app')).toBeVisible()
  await one.unmount()

  const two = await drawNewer(2)

  await expect.element(two.getByText('2 lister trenger en nyere app')).toBeVisible()
})

test('a clock that was set back since the lists were fetched is reported without network', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.server.stop()
  const right = await bench.draw('/lister')
  await expect.element(right.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.element(right.getByText('Klokken på telefonen går feil')).not.toBeInTheDocument()
  await right.unmount()
  bench.passMinutes(-3 * 24 * 60)

  const wrong = await bench.draw('/lister')

  await expect.element(wrong.getByText('Klokken på telefonen går feil')).toBeVisible()
})

test('whose session has ended is said by name', async () => {
  const line = await render(
    <MemoryRouter>
      <NetworkLine
        sync={{ ...online, signIn: 'needed' }}
        waiting={0}
        toLookAt={0}
        unsigned={0}
        name="Kari Lund"
        now={monday}
      />
    </MemoryRouter>,
  )

  await expect
    .element(line.getByRole('link', { name: 'Venter på Kari: hent nye lister' }))
    .toBeVisible()
})
