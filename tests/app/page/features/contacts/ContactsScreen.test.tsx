import { expect, test } from 'vitest'
import type { Api } from '#app/online/api.ts'
import type { SaveContact } from '#contract/contacts/save-contact.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { axeFindings, axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

async function aLeader(path: string, api: Partial<Api> = {}) {
  const bench = await screenBench({ role: 'sectionLeader', api })
  await bench.enrol()
  return bench.draw(path)
}

/** A server that takes everything, and what it was sent. */
function takingServer() {
  const sent: SaveContact[] = []
  const saveContact: Api['saveContact'] = (message) => {
    sent.push(message)
    const lastCheckedOn = message.check === 'today' ? LocalDate.parse('2026-11-23') : null
    return Promise.resolve(accepted({ contact: { ...message.draft, lastCheckedOn } }))
  }
  return { sent, api: { saveContact } }
}

test('axe finds nothing on the numbers, and each can be rung with one press', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/numre')
  const amk = screen.getByRole('link', { name: 'Ring AMK 113' })
  await expect.element(amk).toHaveAttribute('href', 'tel:113')
  await expect.element(screen.getByRole('link', { name: 'Ring NCSC 02497' })).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a nurse reads and rings, and has nothing to change', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/numre')
  await expect.element(screen.getByText('Taxi')).toBeVisible()

  await expect.element(screen.getByText('Nummer mangler').first()).toBeVisible()
  expect(screen.getByRole('link', { name: 'Legg til' }).query()).toBeNull()
  expect(screen.getByRole('link', { name: /^Taxi/ }).query()).toBeNull()
})

test.each(['/numre/ny', '/numre/taxi'])(
  'whoever changes no numbers is told who does: %s',
  async (path) => {
    const bench = await screenBench({ role: 'shiftLead' })
    await bench.enrol()
    const screen = await bench.draw(path)

    await expect.element(screen.getByText('Numrene endres av seksjonsleder')).toBeVisible()
  },
)

test('a leader fills in a number that is missing, and with one press it is made sure of today', async () => {
  const { sent, api } = takingServer()
  const screen = await aLeader('/numre', api)
  await expect.element(screen.getByText(/2 mangler nummer/)).toBeVisible()
  await screen.getByRole('link', { name: /^Taxi/ }).click()
  expect(await axeFindings()).toEqual([])
  await screen.getByLabelText('Telefon', { exact: true }).fill('900-00-199')

  await screen.getByRole('button', { name: 'Lagre: kontrollert i dag' }).click()

  await expect.element(screen.getByText('Lagret', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('Kontrollert 23.11.')).toBeVisible()
  expect(sent).toMatchObject([
    {
      draft: { id: 'taxi', role: 'Taxi', numbers: [{ number: '900 00 199', note: null }] },
      check: 'today',
      before: { id: 'taxi', numbers: [] },
    },
  ])
})

test('the next change is of what was saved, not of what the phone had', async () => {
  const { sent, api } = takingServer()
  const screen = await aLeader('/numre/taxi', api)
  await screen.getByLabelText('Telefon', { exact: true }).fill('900 00 199')
  await screen.getByRole('button', { name: 'Lagre uten å kontrollere' }).click()
  await expect.element(screen.getByText('Lagret', { exact: true })).toBeVisible()

  await screen.getByRole('button', { name: 'Lagre: kontrollert i dag' }).click()

  await expect.poll(() => sent.length).toBe(2)
  expect(sent[1]).toMatchObject({ check: 'today', before: { numbers: [{ number: '900 00 199' }] } })
})

test('what cannot be a number is refused with what to write, and nothing is sent', async () => {
  const { sent, api } = takingServer()
  const screen = await aLeader('/numre/taxi', api)
  await screen.getByLabelText('Telefon', { exact: true }).fill('ring Kari')
  await screen.getByLabelText('Hvem er det?').fill('')

  await screen.getByRole('button', { name: 'Lagre: kontrollert i dag' }).click()

  await expect.element(screen.getByText(/Skriv bare siffer og mellomrom/)).toBeVisible()
  await expect.element(screen.getByText('Skriv hvem det er.')).toBeVisible()
  expect(sent).toEqual([])
})

test.each([
  [{ kind: 'unreachable' }, /Prøv igjen når det er nett/],
  [
    { kind: 'changedMeanwhile', text: 'Noen andre har endret dette.' },
    'Noen andre har endret dette.',
  ],
  [{ kind: 'signInNeeded', text: 'Du må logge inn.' }, 'Du må logge inn.'],
] as const)('what is not saved says why, and stands in the field: %o', async (refusal, told) => {
  const screen = await aLeader('/numre/taxi', {
    saveContact: () => Promise.resolve(refused(refusal)),
  })
  const number = screen.getByLabelText('Telefon', { exact: true })
  await number.fill('900 00 199')

  await screen.getByRole('button', { name: 'Lagre: kontrollert i dag' }).click()

  await expect.element(screen.getByText('Det ble ikke lagret')).toBeVisible()
  await expect.element(screen.getByText(told)).toBeVisible()
  await expect.element(number).toHaveValue('900 00 199')
})

test('a leader adds somebody whom no card calls', async () => {
  const { sent, api } = takingServer()
  const screen = await aLeader('/numre/ny', api)
  expect(await axeFindings()).toEqual([])
  await screen.getByRole('radio', { name: 'Leverandører' }).click()
  await screen.getByLabelText('Hvem er det?').fill('Heismontør')
  await screen.getByLabelText('Telefon', { exact: true }).fill('900 00 198')

  await screen.getByRole('button', { name: 'Lagre uten å kontrollere' }).click()

  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'Viktige numre' }))
    .toBeVisible()
  expect(sent).toMatchObject([
    { draft: { group: 'supplier', role: 'Heismontør' }, check: 'unsaid', before: null },
  ])
})

test('a place with power is written in with the minutes from her zones, and taken out by emptying it', async () => {
  const { sent, api } = takingServer()
  const screen = await aLeader('/numre/taxi', api)
  await screen.getByText('Sted med strøm, der noen kan lade eller flyttes til').click()

  await screen.getByLabelText('Minutter å kjøre fra Nord 2').fill('0')
  await screen.getByRole('button', { name: 'Lagre uten å kontrollere' }).click()
  await expect.element(screen.getByText('Skriv minutter, som 20.')).toBeVisible()
  await screen.getByLabelText('Minutter å kjøre fra Nord 2').fill('20')
  await screen.getByLabelText('Åpent').fill('hele døgnet')
  await screen.getByRole('button', { name: 'Lagre uten å kontrollere' }).click()
  await expect.poll(() => sent.length).toBe(1)
  await screen.getByLabelText('Minutter å kjøre fra Nord 2').fill('')
  await screen.getByLabelText('Åpent').fill('')
  await screen.getByRole('button', { name: 'Lagre uten å kontrollere' }).click()

  await expect.poll(() => sent.length).toBe(2)
  expect(sent.map(({ draft }) => draft.powerPoint)).toEqual([
    { hours: 'hele døgnet', drivenBy: null, driveMinutes: [{ zone: 'nord-2', minutes: 20 }] },
    undefined,
  ])
})

test('a leader says which zone a number answers for, and which zone it is stands in the list', async () => {
  const { sent, api } = takingServer()
  const screen = await aLeader('/numre/taxi', api)
  await screen.getByLabelText('Telefon', { exact: true }).fill('90000199')
  await screen.getByLabelText('Svarer for').selectOptions('Nord 2')

  await screen.getByRole('button', { name: 'Lagre: kontrollert i dag' }).click()

  await expect.element(screen.getByText('Lagret', { exact: true })).toBeVisible()
  expect(sent[0]?.draft.zone).toBe('nord-2')
  await screen.getByLabelText('Svarer for').selectOptions('Hele kommunen')
  await screen.getByRole('button', { name: 'Lagre uten å kontrollere' }).click()
  await expect.poll(() => sent.length).toBe(2)
  expect(sent[1]?.draft).not.toHaveProperty('zone')
})
