import { expect, test } from 'vitest'
import type { Role } from '#domain/base/role.ts'
import { type ScreenBench, screenBench } from '../../../support/screen-bench.tsx'

const mark = 'må fylles ut'

async function findPatientId(bench: ScreenBench, family: string): Promise<string> {
  const reading = await bench.device.core().queries.searchPatients(family, null)
  const [found] = reading.kind === 'open' ? reading.value : []
  if (found === undefined) throw new Error(`Nobody called ${family}`)
  return found.id
}

type Case = {
  where: string
  role: Role
  path: string | ((bench: ScreenBench) => Promise<string>)
  /** Pressed before the fields are there. */
  presses?: readonly { role: 'button' | 'radio'; name: string }[]
  fields: readonly string[]
  /** Questions that are answered with presses. */
  groups?: readonly string[]
}

const berg = async (bench: ScreenBench) => `/bruker/${await findPatientId(bench, 'Berg Anna')}`
const visitNote = async (bench: ScreenBench) =>
  `/skriv/besoksnotat?bruker=${await findPatientId(bench, 'Somby')}`

const cases: Case[] = [
  {
    where: 'a visit note',
    role: 'nurse',
    path: visitNote,
    fields: ['Når var besøket?', 'Hva gjorde du?'],
    groups: ['Er noe endret?'],
  },
  {
    where: 'the start of an incident',
    role: 'shiftLead',
    path: '/hva-virker-ikke',
    presses: [
      { role: 'button', name: 'Endre' },
      { role: 'radio', name: 'Annet tidspunkt' },
    ],
    fields: ['Tidspunkt'],
    groups: ['Hvor?'],
  },
  {
    where: 'a reason for what tells where she lives',
    role: 'shiftLead',
    path: berg,
    presses: [{ role: 'button', name: 'Vis dem' }],
    fields: ['Hvorfor må du se dem?'],
  },
  { where: 'a new contact', role: 'sectionLeader', path: '/numre/ny', fields: ['Hvem er det?'] },
  { where: 'signing in', role: 'nurse', path: '/logg-inn', fields: ['Brukernavn', 'Passord'] },
]

test.each(cases)('$where says from the start what must be filled in', async (one) => {
  const bench = await screenBench({ role: one.role })
  await bench.enrol()
  const screen = await bench.draw(typeof one.path === 'string' ? one.path : await one.path(bench))
  for (const { role, name } of one.presses ?? []) {
    await screen.getByRole(role, { name }).click()
  }

  for (const name of one.fields) {
    const field = screen.getByLabelText(name)
    await expect.element(field).toHaveAttribute('aria-required', 'true')
  }
  for (const name of one.groups ?? []) {
    await expect.element(screen.getByRole('group', { name })).toHaveAccessibleDescription(mark)
  }
  const marks = document.querySelectorAll('.field__required')
  expect(marks.length).toBeGreaterThanOrEqual(one.fields.length + (one.groups ?? []).length)
  expect([...marks].every(({ textContent }) => textContent.trim() === mark)).toBe(true)
  expect(screen.getByText('Må fylles ut.', { exact: true }).query()).toBeNull()
})
