import { expect, test } from 'vitest'
import { StreamId } from '#domain/streams/stream.ts'
import { StorageFailedError } from '#storage/databases/supervisor.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench, type ScreenBench } from '../../../../support/screen-bench.tsx'

async function openNote(bench: ScreenBench) {
  const reading = await bench.device.core().queries.searchPatients('Somby', null)
  const [found] = reading.kind === 'open' ? reading.value : []
  const screen = await bench.draw(`/skriv/besoksnotat?bruker=${found?.id}`)
  await expect.element(screen.getByRole('heading', { name: 'Besøksnotat' })).toBeVisible()
  return screen
}

/** Until it is freed, no draft is stored. */
function fillDisk({ device }: ScreenBench): () => void {
  const { drafts } = device.core().vault
  const { save } = drafts
  drafts.save = () => Promise.reject(new StorageFailedError('As if the disk were full.'))
  return () => {
    drafts.save = save
  }
}

async function aNoteOnAFullDisk() {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await openNote(bench)
  const freeDisk = fillDisk(bench)
  await screen.getByRole('textbox', { name: 'Hva gjorde du?' }).fill('Kveldsstell.')
  await expect.element(screen.getByRole('button', { name: 'Lagre igjen' })).toBeVisible()
  return { screen, freeDisk }
}

test('axe finds nothing', async () => {
  const bench = await screenBench()
  await bench.enrol()
  await openNote(bench)

  expect(await axeFindings()).toEqual([])
})

test('what is typed is stored as it is typed, and is there after lock and unlock', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await openNote(bench)
  await screen.getByRole('textbox', { name: 'Hva gjorde du?' }).fill('Kveldsstell. Byttet flaske.')
  await expect.element(screen.getByText(/^Lagret på telefonen \d\d:\d\d:\d\d$/)).toBeVisible()

  await bench.device.lock()
  await screen.unmount()
  await bench.device.core().vault.unlock(bench.profile.author.employeeId, '280461')
  bench.device.changed(bench.employeeId)
  const again = await bench.draw('/skriv')
  await again.getByRole('link', { name: /Besøksnotat.*sist skrevet/ }).click()

  await expect
    .element(again.getByRole('textbox', { name: 'Hva gjorde du?' }))
    .toHaveValue('Kveldsstell. Byttet flaske.')
})

test('a form that lacks an answer says which, and is not signed', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await openNote(bench)

  await screen.getByRole('button', { name: 'Signer' }).click()

  await expect
    .element(
      screen.getByText(/^4 felt mangler eller er feil: Når var besøket\?, Hva gjorde du\?, /),
    )
    .toBeVisible()
  expect(await bench.device.core().vault.entries.listStates()).toEqual([])
})

test('the first field that lacks an answer is gone to, and the count falls as they are given', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await openNote(bench)
  await screen.getByRole('button', { name: 'Signer' }).click()
  await expect.element(screen.getByRole('textbox', { name: 'Når var besøket?' })).toHaveFocus()

  await screen.getByRole('button', { name: 'Nå' }).click()

  await expect.element(screen.getByText(/^3 felt mangler eller er feil: /)).toBeVisible()
})

test('a signed note is sealed on the phone, sent, and receipted on its own line', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await openNote(bench)
  await screen.getByRole('button', { name: 'Nå' }).click()
  await screen.getByRole('textbox', { name: 'Hva gjorde du?' }).fill('Kveldsstell.')
  await screen
    .getByRole('group', { name: 'Er noe endret?' })
    .getByRole('radio', { name: 'Nei' })
    .click()
  await screen.getByRole('checkbox', { name: 'Ingen' }).click()
  await screen.getByRole('button', { name: 'Signer' }).click()
  await expect.element(screen.getByText('Signert og lagret på telefonen')).toBeVisible()
  await expect.element(screen.getByRole('listitem').getByText('Ikke sendt')).toBeVisible()

  await screen.getByRole('button', { name: 'Prøv å sende nå' }).click()

  await expect.element(screen.getByText('Bekreftet 16:08')).toBeVisible()
  expect(bench.server.held()).toBe(1)
  expect(await axeFindings()).toEqual([])
})

test('a note on somebody who has left the lists says so, and is signed all the same', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const first = await openNote(bench)
  await first.getByRole('textbox', { name: 'Hva gjorde du?' }).fill('Kveldsstell.')
  await expect.element(first.getByText(/^Lagret på telefonen/)).toBeVisible()
  await first.unmount()
  const reading = await bench.device.core().queries.searchPatients('Somby', null)
  const patients = reading.kind === 'open' ? reading.value : []
  const stream = StreamId.parse('demo/real/nord-2/critical')
  await bench.server.write(
    stream,
    patients.map(({ id }) => ({ kind: 'delete', docId: id })),
  )
  await bench.device.core().syncNow()

  const screen = await bench.draw('/skriv')
  await screen.getByRole('link', { name: /Besøksnotat.*sist skrevet/ }).click()
  await expect.element(screen.getByText(/^Brukeren står ikke på listene/)).toBeVisible()
  await screen.getByRole('button', { name: 'Nå' }).click()
  await screen
    .getByRole('group', { name: 'Er noe endret?' })
    .getByRole('radio', { name: 'Nei' })
    .click()
  await screen.getByRole('checkbox', { name: 'Ingen' }).click()
  await screen.getByRole('button', { name: 'Signer' }).click()

  await expect.element(screen.getByText('Signert og lagret på telefonen')).toBeVisible()
})

test('words that could not be stored are said to be so, and the next step is to store them again', async () => {
  const { screen, freeDisk } = await aNoteOnAFullDisk()
  await expect.element(screen.getByText('Ikke lagret. Ikke lukk appen.')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Signer' })).not.toBeInTheDocument()
  expect(await axeFindings()).toEqual([])
  freeDisk()
})

test('nobody leaves text that is not stored without a warning', async () => {
  const { screen, freeDisk } = await aNoteOnAFullDisk()

  await screen.getByRole('link', { name: 'Lister' }).click()

  await expect.element(screen.getByText(/^Det siste du skrev, er ikke lagret/)).toBeVisible()
  expect(await axeFindings()).toEqual([])
  freeDisk()
  await screen.getByRole('button', { name: 'Lagre igjen' }).click()
  await expect.element(screen.getByText(/^Lagret på telefonen/)).toBeVisible()
  await screen.getByRole('link', { name: 'Lister' }).click()
  await expect.element(screen.getByRole('heading', { name: 'Lister' })).toBeVisible()
})

test('who has written it on paper may leave all the same', async () => {
  const { screen, freeDisk } = await aNoteOnAFullDisk()
  await screen.getByRole('link', { name: 'Lister' }).click()

  await screen.getByRole('button', { name: 'Gå uten å lagre' }).click()

  await expect.element(screen.getByRole('heading', { name: 'Lister' })).toBeVisible()
  freeDisk()
})

test('a draft is thrown away when she has said so twice, and is not asked about again', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await openNote(bench)
  await screen.getByRole('textbox', { name: 'Hva gjorde du?' }).fill('Skrevet på feil bruker')
  await expect.element(screen.getByText(/^Lagret på telefonen/)).toBeVisible()
  await screen.getByRole('button', { name: 'Kast utkastet' }).click()
  await screen.getByRole('button', { name: 'Behold' }).click()
  await screen.getByRole('button', { name: 'Kast utkastet' }).click()
  await expect
    .element(screen.getByText('Kast det du har skrevet? Det kan ikke angres.'))
    .toBeVisible()

  await screen.getByRole('button', { name: 'Kast utkastet' }).click()

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Skriv' })).toBeVisible()
  const listed = await bench.device.core().vault.drafts.list()
  expect(listed.ok ? listed.value.drafts : null).toEqual([])
})
