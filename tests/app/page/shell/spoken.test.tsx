import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { NetworkLine } from '#app/page/shell/NetworkLine.tsx'
import { noSyncYet, type SyncStatus } from '#app/bridge/sync-status.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { monday, screenBench } from '../../../support/screen-bench.tsx'

/** What a screen reader would read out of an element from now on. */
function listenTo(element: Element): () => string[] {
  const heard: string[] = []
  const observer = new MutationObserver(() => heard.push(element.textContent))
  observer.observe(element, { childList: true, characterData: true, subtree: true })
  return () => [...heard]
}

const online: SyncStatus = { ...noSyncYet, line: 'online', lineSince: monday, lastAnswerAt: monday }
const line = (minutes: number, sync = online) => (
  <MemoryRouter>
    <NetworkLine
      sync={sync}
      waiting={0}
      toLookAt={0}
      unsigned={0}
      name="Kari Lund"
      now={plusMinutes(monday, minutes)}
    />
  </MemoryRouter>
)

test('the line of the network is silent while nothing but the minutes change, and speaks when the line is gone', async () => {
  const screen = await render(line(0))
  const heard = listenTo(screen.getByRole('status').element())
  for (const minutes of [1, 2, 3]) await screen.rerender(line(minutes))
  const inThreeMinutes = heard()

  await screen.rerender(line(4, { ...online, line: 'offline' }))

  await expect.poll(heard).toEqual(['Uten nett'])
  expect(inThreeMinutes).toEqual([])
})

test('that a note is stored is spoken, once a minute and not for each letter', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const reading = await bench.device.core().queries.searchPatients('Somby', null)
  const [patient] = reading.kind === 'open' ? reading.value : []
  const screen = await bench.draw(`/skriv/besoksnotat?bruker=${patient?.id ?? ''}`)
  const field = screen.getByLabelText('Hva gjorde du?')
  await field.fill('Ga')
  const spoken = screen
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /^Lagret/ })
  await expect.element(spoken).toHaveTextContent('Lagret 16:08')
  const heard = listenTo(spoken.element())

  await field.fill('Ga kveldsmedisin')

  await expect
    .poll(async () => {
      const stored = await bench.device.core().vault.drafts.list()
      return stored.ok ? JSON.stringify(stored.value.drafts.map(({ draft }) => draft)) : ''
    })
    .toContain('Ga kveldsmedisin')
  expect(heard()).toEqual([])

  bench.passMinutes(1)
  await field.fill('Ga kveldsmedisin med yoghurt')

  await expect.poll(heard).toEqual(['Lagret 16:09'])
})
