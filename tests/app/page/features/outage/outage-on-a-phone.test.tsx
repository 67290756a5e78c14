import { expect, onTestFinished, test } from 'vitest'
import { CardCode } from '#domain/cards/action-card.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { CountdownRow } from '#app/bridge/incident-queries.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { monday, screenBench } from '../../../../support/screen-bench.tsx'

/** A phone of the real worker, without network, on which the power of the zone went half an hour ago. */
async function aPhoneInOutage() {
  const bench = await screenBench({ role: 'shiftLead' })
  await bench.enrol()
  bench.server.stop()
  const { facts, incidents } = bench.device.core()
  const started = await facts.start(
    {
      kind: 'started',
      symptoms: ['power'],
      area: { zones: bench.profile.zones.map(({ id }) => id), streets: [] },
      startsAt: plusMinutes(monday, -31),
      announcedEnd: null,
      level: 1,
      cards: [{ code: CardCode.parse('TK-01'), version: 1 }],
    },
    null,
  )
  if (!started.ok) throw new Error(started.refusal.kind)
  async function known(): Promise<readonly CountdownRow[]> {
    if (!started.ok) return []
    const reading = await incidents.countdown(started.value, null, 100)
    return reading.kind === 'open' ? reading.value.known : []
  }
  return { bench, known }
}

/** A browser without a telephone would ask which program rings, and take no press before it is answered. */
function withoutTelephone(): void {
  window.addEventListener('click', preventDefault)
  onTestFinished(() => window.removeEventListener('click', preventDefault))
}

function preventDefault(event: Event): void {
  event.preventDefault()
}

/** The first whose number the lists show, so that she can be called. */
function callable(rows: readonly CountdownRow[]): CountdownRow {
  const found = rows.find(({ patient }) => patient.phone !== null)
  if (found === undefined) throw new Error('The demo has nobody to call.')
  return found
}

test('from the list to the call, back to the answer, and on to the next', async () => {
  withoutTelephone()
  const { bench, known } = await aPhoneInOutage()
  const name = lookupName(callable(await known()).patient.name)
  const screen = await bench.draw('/tom-forst')

  await screen
    .getByRole('link', { name: new RegExp(`^Ring ${name},`) })
    .first()
    .click()
  await expect.element(screen.getByText('Du ringte 16:08. Hvordan gikk det?')).toBeVisible()
  await screen.getByRole('button', { name: 'Snakket med – OK' }).click()
  await expect.element(screen.getByText(/^Lagret: Snakket med – OK\./)).toBeVisible()
  await expect.element(screen.getByRole('link', { name: /^Ring neste: / })).toBeVisible()
  await screen.getByRole('link', { name: 'Tom først' }).click()

  await expect
    .element(screen.getByRole('listitem').filter({ hasText: name }).first())
    .toMatchTextContent(/Snakket med – OK 16:08, du/)
})

test('a swapped battery moves her down the list, and taking it back moves her up again', async () => {
  const { bench, known } = await aPhoneInOutage()
  const [first] = await known()
  if (first === undefined) throw new Error('The demo has devices with known batteries.')
  const screen = await bench.draw(`/bruker/${first.patient.id}/hendelse`)

  await screen
    .getByRole('button', { name: /^Byttet/ })
    .first()
    .click()
  await screen.getByRole('button', { name: '12 t', exact: true }).click()
  await expect.element(screen.getByText(/^Lagret: /)).toBeVisible()
  const swapped = (await known()).find(({ patient }) => patient.id === first.patient.id)

  await expect.poll(async () => (await known())[0]?.patient.id).not.toBe(first.patient.id)
  expect(swapped?.emptyAt).toBe(plusMinutes(monday, 12 * 60))
  await screen.getByRole('button', { name: 'Angre', exact: true }).click()
  await expect.poll(async () => (await known())[0]?.emptyAt).toBe(first.emptyAt)
})

test('who needs a visit is gone to, and is reached when somebody has been there', async () => {
  const { bench, known } = await aPhoneInOutage()
  const { patient } = callable(await known())
  const name = lookupName(patient.name)
  const person = await bench.draw(`/bruker/${patient.id}/hendelse`)
  await person.getByRole('button', { name: 'Trenger besøk' }).click()
  await person.getByRole('link', { name: 'Til besøket' }).first().click()

  await person.getByRole('button', { name: 'Ta besøket' }).click()
  await expect.element(person.getByText('Du har besøket')).toBeVisible()
  await person.getByRole('button', { name: 'Gjort', exact: true }).click()
  await expect.element(person.getByText(/^Gjort 16:08/)).toBeVisible()
  await person.unmount()

  const list = await bench.draw('/ikke-fatt-kontakt?liste=bst')
  await list.getByText(/^Nådd: /).click()
  await expect
    .element(list.getByRole('list', { name: /^Nådd: / }))
    .toMatchTextContent(new RegExp(`${name}.*Besøkt 16:08, du`))
})

test('her card says what the incident knows of her', async () => {
  const { bench, known } = await aPhoneInOutage()
  const { patient } = callable(await known())

  const screen = await bench.draw(`/bruker/${patient.id}`)

  await expect
    .element(screen.getByRole('link', { name: 'Strøm' }))
    .toHaveAttribute('href', expect.stringContaining(`/bruker/${patient.id}/hendelse`))
  await expect.element(screen.getByText(/Ikke.kontaktet.*tom.\d\d:\d\d/)).toBeVisible()
})
