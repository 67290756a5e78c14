import { expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
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

  await screen.getByRole('checkbox', { name: 'Strøm' }).click()
  await screen.getByRole('link', { name: 'TK-01' }).click()

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

test('the fourteen cards are found by code, name and what they are for, and all are said to be drafts', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort')
  await expect
    .element(screen.getByText('Alle er utkast til kommunen har godkjent dem.'))
    .toBeVisible()

  const names = screen.getByRole('main').getByRole('listitem').elements()

  expect(names.map((row) => row.textContent.slice(0, 5))).toEqual(
    defaultActionCards.map(({ code }) => code),
  )
})

test('a step is rung from, each number with one press, and a missing one is said', async () => {
  const bench = await screenBench({ role: 'shiftLead' })
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort/tk-10?rolle=L')

  await expect.element(screen.getByRole('link', { name: /^Ring Røde Kors 900 00 1/ })).toBeVisible()
  await expect.element(screen.getByText('Taxi: nummer mangler')).toBeVisible()
})

test('a step that nobody has approved says so, and one before a start when it is due', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort/tk-06?rolle=A')
  await expect.element(screen.getByText('Kritisk · ikke faglig godkjent')).toBeVisible()
  await screen.unmount()

  const planned = await bench.draw('/tiltakskort/tk-04?rolle=V')

  await expect.element(planned.getByText('Kritisk · Senest 2 t før start').first()).toBeVisible()
})

test('a step opens the list it is done on, by the name the municipality has for it', async () => {
  const bench = await screenBench({ role: 'shiftLead' })
  await bench.enrol()
  const screen = await bench.draw('/tiltakskort/tk-01')

  await screen.getByRole('link', { name: 'Åpne listen BST' }).first().click()

  await expect.element(screen.getByRole('heading', { level: 1, name: 'BST' })).toBeVisible()
})
