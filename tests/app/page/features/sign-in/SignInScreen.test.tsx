import { beforeEach, expect, test } from 'vitest'
import { refused } from '#domain/base/result.ts'
import { lastEmployee } from '#app/page/services/remembered/last-employee.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

const wiped = 'Det som lå på denne telefonen, er borte'

// All tests of a run share the browser's memory of who was here.
beforeEach(() => localStorage.clear())

test('axe finds nothing, with a refusal on it too', async () => {
  const bench = await screenBench()
  const screen = await bench.draw('/logg-inn')
  await screen.getByRole('button', { name: 'Logg inn' }).click()
  await expect.element(screen.getByRole('alert')).toMatchTextContent('Skriv både')

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test.each([
  ['nothing typed', '', '', 'Skriv både brukernavn og passord.'],
  ['a wrong password', 'kari', 'feil', 'Feil brukernavn eller passord.'],
])('%s is said in words, and what was typed stands', async (_, username, password, told) => {
  const bench = await screenBench()
  const screen = await bench.draw('/logg-inn')
  await screen.getByLabelText('Brukernavn').fill(username)
  await screen.getByLabelText('Passord').fill(password)

  await screen.getByRole('button', { name: 'Logg inn' }).click()

  await expect.element(screen.getByRole('alert')).toHaveTextContent(told)
  await expect.element(screen.getByLabelText('Brukernavn')).toHaveValue(username)
  await expect.element(screen.getByRole('button', { name: 'Logg inn' })).toBeEnabled()
})

test('without network it is said that a phone that is ready opens without', async () => {
  const bench = await screenBench({
    api: { signIn: () => Promise.resolve(refused({ kind: 'unreachable' } as const)) },
  })
  const screen = await bench.draw('/logg-inn')
  await screen.getByLabelText('Brukernavn').fill('kari')
  await screen.getByLabelText('Passord').fill('riktig')

  await screen.getByRole('button', { name: 'Logg inn' }).click()

  await expect
    .element(screen.getByRole('alert'))
    .toMatchTextContent('Er telefonen klargjort, kan du låse den opp uten nett.')
})

test('whoever is new on the phone makes a code next', async () => {
  const bench = await screenBench()
  const screen = await bench.draw('/logg-inn')
  await screen.getByLabelText('Brukernavn').fill('kari')
  await screen.getByLabelText('Passord').fill('riktig')

  await screen.getByRole('button', { name: 'Logg inn' }).click()

  await expect.element(screen.getByLabelText('Hva heter telefonen? Se lappen bak.')).toBeVisible()
})

test('whoever has a code here is led to where she was going, and can turn back', async () => {
  const bench = await screenBench({ role: 'sectionLeader' })
  await bench.enrol()
  const screen = await bench.draw('/logg-inn?til=ukens-lister')
  await expect
    .element(screen.getByRole('link', { name: 'Tilbake uten å logge inn' }))
    .toHaveAttribute('href', '/')
  await screen.getByLabelText('Brukernavn').fill('kari')
  await screen.getByLabelText('Passord').fill('riktig')

  await screen.getByRole('button', { name: 'Logg inn' }).click()

  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'Ukens lister' }))
    .toBeVisible()
})

test('a phone that has lost all it had says so, and a new one does not', async () => {
  localStorage.clear()
  const bench = await screenBench()
  const fresh = await bench.draw('/logg-inn')
  await expect.element(fresh.getByRole('textbox').first()).toBeVisible()
  const onNew = fresh.getByText(wiped).elements().length
  await fresh.unmount()
  lastEmployee.handOver()

  const emptied = await bench.draw('/logg-inn')

  await expect.element(emptied.getByText(wiped)).toBeVisible()
  expect(onNew).toBe(0)
  localStorage.clear()
})

test('a phone that has what it had does not say so', async () => {
  const bench = await screenBench()
  await bench.enrol()

  const screen = await bench.draw('/logg-inn')

  await expect.element(screen.getByRole('textbox').first()).toBeVisible()
  await expect.element(screen.getByText(wiped)).not.toBeInTheDocument()
})
