import { expect, test } from 'vitest'
import type { Role } from '#domain/base/role.ts'
import { type ScreenBench, screenBench } from '../../../support/screen-bench.tsx'

async function findPatientId(bench: ScreenBench, family: string): Promise<string> {
  const reading = await bench.device.core().queries.searchPatients(family, null)
  const [found] = reading.kind === 'open' ? reading.value : []
  if (found === undefined) throw new Error(`Nobody called ${family}`)
  return found.id
}

const drawn = async (role: Role, path: (bench: ScreenBench) => Promise<string>) => {
  const bench = await screenBench({ role })
  await bench.enrol()
  return bench.draw(await path(bench))
}
const berg = async (bench: ScreenBench) => `/bruker/${await findPatientId(bench, 'Berg Anna')}`
const somby = async (bench: ScreenBench) => `/bruker/${await findPatientId(bench, 'Somby')}`

test('focus goes to the field that a press has opened', async () => {
  const screen = await drawn('shiftLead', berg)

  await screen.getByRole('button', { name: 'Vis dem' }).click()

  await expect.element(screen.getByLabelText('Hvorfor må du se dem?')).toHaveFocus()
})

test('whoever turns back is at the button that she pressed', async () => {
  const screen = await drawn('shiftLead', berg)
  await screen.getByRole('button', { name: 'Vis dem' }).click()

  await screen.getByRole('button', { name: 'Avbryt' }).click()

  await expect.element(screen.getByRole('button', { name: 'Vis dem' })).toHaveFocus()
})

test('a reason that is too short leaves her in its field, each time', async () => {
  const screen = await drawn('shiftLead', berg)
  await screen.getByRole('button', { name: 'Vis dem' }).click()
  const reason = screen.getByLabelText('Hvorfor må du se dem?')
  for (const typed of ['kort', 'kortt']) {
    await reason.fill(typed)

    await screen.getByRole('button', { name: 'Vis dem' }).click()

    await expect.element(reason).toHaveFocus()
    await expect.element(reason).toHaveAttribute('aria-invalid', 'true')
  }
})

test('focus goes into what «Endre» opens where an incident is started', async () => {
  const screen = await drawn('nurse', () => Promise.resolve('/hva-virker-ikke'))

  await screen.getByRole('button', { name: 'Endre' }).click()

  await expect.element(screen.getByRole('radio', { name: 'Nå' })).toHaveFocus()
})

test('a time that cannot be read leaves her in its field', async () => {
  const screen = await drawn('nurse', () => Promise.resolve('/hva-virker-ikke'))
  await screen.getByRole('button', { name: 'Endre' }).click()
  await screen.getByRole('radio', { name: 'Annet tidspunkt' }).click()
  await screen.getByLabelText('Tidspunkt', { exact: true }).fill('snart')

  await screen.getByRole('button', { name: /^Start/ }).click()

  await expect.element(screen.getByLabelText('Tidspunkt', { exact: true })).toHaveFocus()
})

test('one more number is a field that she is in', async () => {
  const screen = await drawn('sectionLeader', () => Promise.resolve('/numre/ny'))

  await screen.getByRole('button', { name: 'Et nummer til' }).click()

  await expect.element(screen.getByLabelText('Telefon 2')).toHaveFocus()
})

test('a contact without a role leaves her in that field', async () => {
  const screen = await drawn('sectionLeader', () => Promise.resolve('/numre/ny'))

  await screen.getByRole('button', { name: 'Lagre uten å kontrollere' }).click()

  await expect.element(screen.getByLabelText('Hvem er det?')).toHaveFocus()
})

test('the medicines that a kind of change asks for have focus', async () => {
  const screen = await drawn('nurse', async (bench) => `${await somby(bench)}/endre`)

  await screen.getByRole('button', { name: 'Legemiddel seponert' }).click()

  await expect.element(screen.getByText(/Hvilket legemiddel/)).toBeVisible()
  expect(document.activeElement?.className).toContain('opened')
  expect(document.activeElement?.textContent).toMatch(/Hvilket legemiddel/)
})
