import { expect, test } from 'vitest'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

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

test('above the steps are the employee’s own role, the shift lead and all; another role when the address names it', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort/tk-01')
  await expect.element(screen.getByRole('radio', { name: 'Ansatt på rute' })).toBeChecked()
  const usual = screen.getByRole('radio').elements().length
  await screen.unmount()

  const requested = await bench.draw('/tiltakskort/tk-01?rolle=H')

  await expect.element(requested.getByRole('radio', { name: 'HDU-vakt' })).toBeChecked()
  expect([usual, requested.getByRole('radio').elements().length]).toEqual([3, 4])
})

test('what a card is about stands below its name', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort/tk-02')

  const name = screen.getByRole('heading', {
    level: 1,
    name: 'TK-02 Bortfall av ekom',
    exact: true,
  })
  await expect.element(name).toBeVisible()
  await expect.element(screen.getByText('Mobil, telefoni, internett')).toBeVisible()
})

test('a step opens the list it is done on, by the name the municipality has for it', async () => {
  const bench = await screenBench({ role: 'shiftLead' })
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort/tk-01')

  await screen.getByRole('link', { name: 'Åpne listen BST' }).first().click()

  await expect.element(screen.getByRole('heading', { level: 1, name: 'BST' })).toBeVisible()
})
