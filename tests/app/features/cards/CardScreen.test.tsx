import { expect, test } from 'vitest'
import { axeFindings } from '../../../support/axe.ts'
import { screenBench } from '../../../support/screen-bench.tsx'

test('axe finds nothing on the cards, on one card and on the whole of it', async () => {
  const bench = await screenBench()
  await bench.enrol()
  for (const path of ['/tiltakskort', '/tiltakskort/tk-01', '/tiltakskort/tk-02/hele']) {
    const screen = await bench.draw(path)
    await expect.element(screen.getByText(/TK-0/).first()).toBeVisible()
    expect(await axeFindings()).toEqual([])
    await screen.unmount()
  }
})

test('a card opens on the steps of the reader’s own role and says that nobody has approved it', async () => {
  const bench = await screenBench({ role: 'shiftLead' })
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort/tk-01')

  await expect.element(screen.getByRole('radio', { name: 'Ansvarsvakt' })).toBeChecked()
  await expect.element(screen.getByText('Ikke faglig godkjent')).toBeVisible()
})

test('what fails leads to the card that answers it', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/')
  await screen.getByRole('link', { name: 'Hva virker ikke?' }).click()

  await screen.getByRole('link', { name: /Strøm/ }).click()

  await expect.element(screen.getByRole('heading', { level: 1, name: /TK-01/ })).toBeVisible()
})
