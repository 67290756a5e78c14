import { expect, test } from 'vitest'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { type ScreenBench, screenBench } from '../../../../support/screen-bench.tsx'

/** A phone whose worker is the app's own, without network once it has its lists. */
async function offlinePhone(options: Parameters<typeof screenBench>[0] = {}) {
  const bench = await screenBench({ role: 'shiftLead', ...options })
  await bench.enrol()
  bench.server.stop()
  return bench
}

async function startPower(bench: ScreenBench) {
  const screen = await bench.draw('/')
  await screen.getByRole('link', { name: 'Hva virker ikke?' }).click()
  await screen.getByRole('checkbox', { name: 'Strøm' }).click()
  await screen.getByRole('button', { name: 'Start strøm' }).click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Strøm' })).toBeVisible()
  return screen
}

test('three presses from the front page, and who is empty first stands there', async () => {
  const bench = await offlinePhone()
  const screen = await startPower(bench)

  const rows = screen.getByRole('list', { name: 'Tom først' }).getByRole('listitem')
  await expect.poll(() => rows.elements().length).toBeGreaterThan(0)
  await expect.element(screen.getByRole('link', { name: /^Ring neste: / })).toBeVisible()
  await expect.element(screen.getByRole('link', { name: /Ikke fått kontakt$/ })).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('an area without power has the card of telecom in use too', async () => {
  const screen = await startPower(await offlinePhone())

  const cards = screen.getByRole('list', { name: 'Kort i bruk' }).getByRole('link')
  await expect.element(cards.nth(0)).toMatchTextContent(/^TK-01/)
  await expect.element(cards.nth(1)).toMatchTextContent(/^TK-02/)
})

test('a step that is done counts down her tasks, and taking it back counts it again', async () => {
  const screen = await startPower(await offlinePhone())
  const left = async () => {
    const link = screen.getByRole('link', { name: /Mine oppgaver/ })
    await expect.element(link).toBeVisible()
    return Number.parseInt(link.element().textContent)
  }
  const before = await left()

  await screen.getByRole('link', { name: /^TK-01/ }).click()
  await screen.getByRole('button', { name: /^Gjort TK-01 steg 1$/ }).click()
  await expect.element(screen.getByText(/^Gjort \d\d:\d\d, Kari Lund$/)).toBeVisible()
  await screen.getByRole('link', { name: /^Strøm siden/ }).click()
  await expect.poll(left).toBe(before - 1)

  await screen.getByRole('link', { name: /^TK-01/ }).click()
  await screen.getByRole('button', { name: 'Angre TK-01 steg 1' }).click()
  await screen.getByRole('link', { name: /^Strøm siden/ }).click()
  await expect.poll(left).toBe(before)
})

test('what was down is filled in later, and taken back by its name', async () => {
  const bench = await offlinePhone()
  const screen = await bench.draw('/')
  await screen.getByRole('link', { name: 'Hva virker ikke?' }).click()
  await screen.getByRole('button', { name: 'Start: noe er nede' }).click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Noe er nede' })).toBeVisible()

  await screen.getByRole('link', { name: 'Endre' }).click()
  await screen.getByLabelText('Vann').click()
  await expect.element(screen.getByText(/Lagret: Gjelder vann/)).toBeVisible()
  await screen.getByRole('link', { name: /^Vann siden/ }).click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Vann' })).toBeVisible()
  await expect.element(screen.getByRole('link', { name: /^TK-09/ })).toBeVisible()

  await screen.getByRole('link', { name: 'Endre' }).click()
  await screen.getByRole('button', { name: 'Angre Gjelder vann' }).click()
  await screen.getByRole('link', { name: /^Noe er nede siden/ }).click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Noe er nede' })).toBeVisible()
})

test('a false start is taken back, and the page is quiet again', async () => {
  const screen = await startPower(await offlinePhone())

  await screen.getByRole('link', { name: 'Endre' }).click()
  await screen.getByRole('button', { name: 'Angre Meldt: strøm' }).click()
  await expect.element(screen.getByText('Hendelsen finnes ikke på telefonen')).toBeVisible()
  await screen.getByRole('link', { name: 'Nå', exact: true }).click()

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Nå' })).toBeVisible()
})

test('a shift lead confirms it without network', async () => {
  const screen = await startPower(await offlinePhone())

  await screen.getByRole('button', { name: 'Bekreft' }).click()

  await expect.element(screen.getByText(/^Bekreftet av Kari Lund/)).toBeVisible()
})

test('a word that names a patient of hers is refused before it is sealed', async () => {
  const bench = await offlinePhone()
  const screen = await startPower(bench)
  const row = screen.getByRole('list', { name: 'Tom først' }).getByRole('listitem').first()
  await expect.element(row).toBeVisible()
  const name = row.element().querySelector('.row__name')?.textContent ?? ''
  const [family = '', given = ''] = name.split(', ')
  await screen.getByRole('link', { name: /^TK-01/ }).click()
  await screen.getByRole('button', { name: /^Gikk ikke TK-01 steg 1$/ }).click()

  await screen.getByLabelText(/Hvorfor gikk det ikke/).fill(`Får ikke tak i ${given} ${family}`)
  await screen.getByRole('button', { name: 'Lagre hvorfor' }).click()

  await expect
    .element(screen.getByText(/^Teksten nevner en bruker \(.*Skriv den uten navn/))
    .toBeVisible()
})

test('a street that has power again leaves the list of who is empty first', async () => {
  const bench = await offlinePhone()
  const screen = await startPower(bench)
  const all = () => {
    const link = screen.getByRole('link', { name: /^Alle \d+$/ }).query()
    return Number(link?.textContent.replace(/\D/g, '') ?? 0)
  }
  await expect.poll(all).toBeGreaterThan(0)
  const before = all()
  await screen.getByRole('link', { name: 'Endre' }).click()
  await screen.getByRole('link', { name: /har strøm$/ }).click()
  const presses = screen.getByRole('button', { name: /^Har strøm / })
  await expect.element(presses.first()).toBeVisible()
  for (let left = presses.elements().length; left > 0; left = presses.elements().length) {
    await presses.first().click()
    await expect.poll(() => presses.elements().length).toBeLessThan(left)
  }

  await screen.getByRole('link', { name: 'Nå', exact: true }).click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Strøm' })).toBeVisible()

  await expect.poll(all).toBeLessThan(before)
})
