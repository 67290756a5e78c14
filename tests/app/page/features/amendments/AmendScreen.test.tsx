import { expect, test } from 'vitest'
import type { EntryId, PatientId } from '#domain/base/ids.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench, type ScreenBench } from '../../../../support/screen-bench.tsx'

async function findPatientId(bench: ScreenBench, family: string): Promise<PatientId> {
  const reading = await bench.device.core().queries.searchPatients(family, null)
  const [found] = reading.kind === 'open' ? reading.value : []
  if (found === undefined) throw new Error(`Nobody called ${family}`)
  return found.id
}

async function ownEntries(bench: ScreenBench): Promise<EntryId[]> {
  const own = await bench.device.core().vault.entries.listOwn()
  const entries = own.ok ? own.value : []
  return entries.flatMap(({ entryId, content }) =>
    content.kind === 'open' && content.value.kind === 'form' ? [entryId] : [],
  )
}

test('axe finds nothing, and every kind is a button', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw(`/bruker/${await findPatientId(bench, 'Somby')}/endre`)

  await expect.element(screen.getByRole('button', { name: 'Innlagt' })).toBeVisible()
  for (const kind of [
    'Legemiddel seponert',
    'Død',
    'Flyttet',
    'Ny nøkkel',
    'Ny pårørende',
    'Annet',
  ]) {
    await expect.element(screen.getByRole('button', { name: kind })).toBeVisible()
  }
  expect(screen.getByText('Ingen endring likevel').query()).toBeNull()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a dose is changed in the medicine of the sheet, and lies on top of card, sheet, list and hits at once', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.server.stop()
  const id = await findPatientId(bench, 'Somby')
  const screen = await bench.draw(`/bruker/${id}/endre`)
  await screen.getByRole('button', { name: 'Ny dose eller nytt legemiddel' }).click()
  await screen.getByRole('button', { name: /^Furix 40 mg: / }).click()
  await expect
    .element(screen.getByLabelText('Hvilket legemiddel? Navn og styrke'))
    .toHaveValue('Furix 40 mg')
  await screen.getByLabelText('Ny dose, med enhet').fill('2 tabletter')
  await screen.getByLabelText('Klokkeslett, for eksempel 08 og 20').fill('08')
  await screen.getByRole('button', { name: 'Nå', exact: true }).click()
  await screen.getByLabelText('Hvem bestemte det?').fill('Lege Lind')
  await screen.getByRole('button', { name: 'Signer' }).click()
  await expect.element(screen.getByText('Signert og lagret på telefonen')).toBeVisible()
  await screen.unmount()

  const line =
    /^Dose endret 23\.11\. kl\. 16:08 av Kari Lund: Furix 40 mg: 2 tabletter kl\. 08 – bestemt av Lege Lind \(lista sier 1 tablett kl\. 08:00\) – bare på denne telefonen ennå$/
  for (const path of [`/bruker/${id}`, `/bruker/${id}/legemiddelark`, '/lister/samtlige']) {
    const shown = await bench.draw(path)
    await expect.element(shown.getByText(line)).toBeInTheDocument()
    await shown.unmount()
  }
  const lists = await bench.draw('/lister')
  await lists.getByLabelText('Søk etter bruker').fill('somby')
  await expect.element(lists.getByText(line)).toBeVisible()
})

test('who is in hospital stays on the list, is counted in words, and who is dead is not rung by mistake', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const id = await findPatientId(bench, 'Somby')
  await signKind(bench, id, 'Innlagt')
  const inHospital = await bench.draw('/lister/samtlige')
  await expect.element(inHospital.getByText(/^67 brukere, 1 innlagt/)).toBeVisible()
  await expect
    .element(inHospital.getByRole('link', { name: /^Ring Somby, Máret/ }))
    .toBeInTheDocument()
  await inHospital.unmount()

  bench.passMinutes(1)
  await signKind(bench, id, 'Død')

  const dead = await bench.draw('/lister/samtlige')
  await expect.element(dead.getByText(/^67 brukere, 1 død/)).toBeVisible()
  await expect.element(dead.getByText(/^Død 23\.11\. kl\. 16:09 av Kari Lund/)).toBeInTheDocument()
  expect(dead.getByRole('link', { name: /^Ring Somby, Máret/ }).query()).toBeNull()
  await dead.unmount()
  const card = await bench.draw(`/bruker/${id}`)
  await expect.element(card.getByText('Død', { exact: true }).first()).toBeVisible()
})

test('what was a mistake is taken back by a correction, and nothing lies on top any more', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const id = await findPatientId(bench, 'Somby')
  await signKind(bench, id, 'Død')
  const [wrong] = await ownEntries(bench)
  const screen = await bench.draw(`/skriv/rett/${wrong}`)
  await screen.getByLabelText('Ingen endring likevel').click()
  await screen.getByLabelText('Hvorfor rettes det?').fill('Feil bruker')
  await screen.getByRole('button', { name: 'Signer' }).click()
  await expect.element(screen.getByText('Signert og lagret på telefonen')).toBeVisible()
  await screen.unmount()

  const card = await bench.draw(`/bruker/${id}`)

  await expect
    .element(card.getByText('Retter et tidligere notat. Grunn: Feil bruker'))
    .toBeVisible()
  expect(card.getByRole('region', { name: 'Endringer siden lista' }).query()).toBeNull()
})

test('a new door code is in the open nowhere, and is shown to who has codes on a press that is logged', async () => {
  const bench = await screenBench({ role: 'shiftLead' })
  await bench.enrol()
  const id = await findPatientId(bench, 'Somby')
  const screen = await bench.draw(`/bruker/${id}/endre`)
  await screen.getByRole('button', { name: 'Ny nøkkel' }).click()
  await screen.getByLabelText(/^Hvor er nøkkelen/).fill('Boks ved kjellerdør')
  await screen.getByRole('group', { name: 'Er det en kode?' }).getByLabelText('Ja').click()
  await screen.getByLabelText(/^Koden\./).fill('471199')
  await screen.getByRole('button', { name: 'Nå', exact: true }).click()
  await screen.getByRole('button', { name: 'Signer' }).click()
  await expect.element(screen.getByText('Signert og lagret på telefonen')).toBeVisible()
  await screen.unmount()

  const card = await bench.draw(`/bruker/${id}`)
  await expect
    .element(card.getByText(/^Ny nøkkel .*: Boks ved kjellerdør, kode finnes/).first())
    .toBeVisible()
  const before = document.body.textContent
  await card.getByRole('button', { name: 'Vis den nye koden' }).click()

  expect(before).not.toContain('471199')
  await expect.element(card.getByText('471199')).toBeVisible()
  const own = await bench.device.core().vault.entries.listOwn()
  const revealed = (own.ok ? own.value : []).filter(
    ({ content }) =>
      content.kind === 'open' &&
      content.value.kind === 'cardOpened' &&
      content.value.revealed === 'code',
  )
  expect(revealed).toHaveLength(1)
})

test('a phone without the form says so, and what to do', async () => {
  const bench = await screenBench()
  await bench.server.write(StreamId.parse('demo/real/*/forms'), [
    { kind: 'delete', docId: 'endring@1' },
  ])
  await bench.enrol()
  const screen = await bench.draw(`/bruker/${await findPatientId(bench, 'Somby')}/endre`)

  await expect
    .element(screen.getByText('Skjemaet for endringer er ikke på telefonen'))
    .toBeVisible()
})

async function signKind(bench: ScreenBench, id: PatientId, kind: string): Promise<void> {
  const screen = await bench.draw(`/bruker/${id}/endre`)
  await screen.getByRole('button', { name: kind, exact: true }).click()
  await screen.getByRole('button', { name: 'Nå', exact: true }).click()
  await screen.getByRole('button', { name: 'Signer' }).click()
  await expect.element(screen.getByText('Signert og lagret på telefonen')).toBeVisible()
  await screen.unmount()
}
