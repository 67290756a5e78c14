import { expect, test } from 'vitest'
import { EntryId, PatientId } from '#domain/base/ids.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aHeldNote } from '../../../../support/a-held-entry.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench, type ScreenBench } from '../../../../support/screen-bench.tsx'

async function findPatientId(bench: ScreenBench, family: string): Promise<string> {
  const reading = await bench.device.core().queries.searchPatients(family, null)
  const [found] = reading.kind === 'open' ? reading.value : []
  if (found === undefined) throw new Error(`Nobody called ${family}`)
  return found.id
}

test('axe finds nothing', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw(`/bruker/${await findPatientId(bench, 'Somby')}`)
  await expect.element(screen.getByText('CAVE: penicillin')).toBeVisible()

  expect(await axeFindings()).toEqual([])
})

test('opening a card is written down before it shows, once for a visit of five minutes', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const id = await findPatientId(bench, 'Somby')
  const first = await bench.draw(`/bruker/${id}`)
  await expect.element(first.getByText('CAVE: penicillin')).toBeVisible()
  const afterFirst = await bench.device.core().vault.entries.listStates()
  await first.unmount()

  bench.passMinutes(4)
  const second = await bench.draw(`/bruker/${id}`)
  await expect.element(second.getByText('CAVE: penicillin')).toBeVisible()
  const afterSecond = await bench.device.core().vault.entries.listStates()
  await second.unmount()

  bench.passMinutes(2)
  const third = await bench.draw(`/bruker/${id}`)
  await expect.element(third.getByText('CAVE: penicillin')).toBeVisible()
  const afterThird = await bench.device.core().vault.entries.listStates()

  expect([afterFirst.length, afterSecond.length, afterThird.length]).toEqual([1, 1, 2])
})

test('whoever lacks the protected class sees that there is a code, and not the code', async () => {
  const bench = await screenBench({ classes: ['critical', 'details'] })
  await bench.enrol()
  const screen = await bench.draw(`/bruker/${await findPatientId(bench, 'Somby')}`)

  await expect.element(screen.getByText(/Koden kan bare vises/)).toBeVisible()
})

test('two key boxes that are called alike each show their own code', async () => {
  const bench = await screenBench({ role: 'shiftLead' })
  await bench.enrol()
  const screen = await bench.draw(`/bruker/${await findPatientId(bench, 'Lie')}`)

  await screen.getByRole('button', { name: 'Vis kode' }).nth(1).click()
  await expect.element(screen.getByText('8264')).toBeVisible()
  await screen.getByRole('button', { name: 'Vis kode' }).first().click()

  await expect.element(screen.getByText('7391')).toBeVisible()
})

test('showing a code is an entry of its own', async () => {
  const bench = await screenBench({ role: 'shiftLead' })
  await bench.enrol()
  const screen = await bench.draw(`/bruker/${await findPatientId(bench, 'Somby')}`)

  await screen.getByRole('button', { name: 'Vis kode' }).first().click()

  await expect.element(screen.getByText('Visningen er logget')).toBeVisible()
  const own = await bench.device.core().vault.entries.listOwn()
  const revealed = own.ok
    ? own.value.flatMap(({ content }) =>
        content.kind === 'open' && content.value.kind === 'cardOpened'
          ? [content.value.revealed]
          : [],
      )
    : []
  expect(revealed).toEqual(['code', null])
})

test('a phone that never got a hidden address says so before it asks for a reason', async () => {
  const bench = await screenBench({ classes: ['critical', 'details'] })
  await bench.enrol()
  const screen = await bench.draw(`/bruker/${await findPatientId(bench, 'Berg Anna')}`)

  await expect.element(screen.getByText(/Adressen er ikke på denne telefonen/)).toBeVisible()
  await expect.element(screen.getByText('Telefon er skjult eller ikke registrert')).toBeVisible()
  await expect
    .element(screen.getByRole('button', { name: 'Nødrettstilgang' }))
    .not.toBeInTheDocument()
})

test('a phone that has it asks why', async () => {
  const bench = await screenBench({ role: 'shiftLead' })
  await bench.enrol()
  const screen = await bench.draw(`/bruker/${await findPatientId(bench, 'Berg Anna')}`)

  await screen.getByRole('button', { name: 'Nødrettstilgang' }).click()

  await expect.element(screen.getByLabelText('Hvorfor må du se adressen?')).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('what tells where a protected patient lives is shown with a reason, which is logged', async () => {
  const bench = await screenBench({ role: 'shiftLead' })
  await bench.enrol()
  const screen = await bench.draw(`/bruker/${await findPatientId(bench, 'Berg Anna')}`)
  await expect.element(screen.getByText(/kan røpe hvor brukeren bor/)).toBeVisible()
  expect(screen.getByText(/(Torvet|Framnes|Stokke|Andebu|Bugården) lege/).query()).toBeNull()
  const before = await bench.device.core().vault.entries.listStates()

  await screen.getByRole('button', { name: 'Vis dem' }).click()
  await screen.getByLabelText('Hvorfor må du se dem?').fill('Datter må varsles nå')
  await screen.getByRole('button', { name: 'Vis dem' }).click()

  await expect
    .element(screen.getByText(/(Torvet|Framnes|Stokke|Andebu|Bugården) lege/).first())
    .toBeVisible()
  const after = await bench.device.core().vault.entries.listStates()
  expect(after.length).toBe(before.length + 1)
})

test('what she cannot tolerate stands above her medicines', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw(`/bruker/${await findPatientId(bench, 'Somby')}/legemiddelark`)

  await expect.element(screen.getByText('Furix 40 mg')).toBeVisible()
  await expect.element(screen.getByText('CAVE: penicillin')).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('a card whose opening cannot be written down opens, and says what is not logged', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const id = await findPatientId(bench, 'Somby')
  const { add, put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.add = failAsFull
  IDBObjectStore.prototype.put = failAsFull

  const screen = await bench.draw(`/bruker/${id}`)

  await expect.element(screen.getByText('CAVE: penicillin').first()).toBeVisible()
  await expect.element(screen.getByText('1 åpning av hovedkort er ikke logget ennå')).toBeVisible()
  IDBObjectStore.prototype.add = add
  IDBObjectStore.prototype.put = put
})

function failAsFull(): never {
  throw new DOMException('As if the disk were full.', 'QuotaExceededError')
}

test('the card says that a note about her waits for a leader, and nothing of what is in it', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const patientId = PatientId.parse(await findPatientId(bench, 'Somby'))
  const others = PatientId.parse(await findPatientId(bench, 'Lie'))
  await bench.server.write(
    StreamId.parse('demo/real/nord-2/journal'),
    [patientId, others].map((about) => ({
      kind: 'put',
      ...documentOf(
        'heldNote',
        aHeldNote({ entryId: EntryId.parse(crypto.randomUUID()), patientId: about }),
      ),
    })),
  )
  await bench.device.core().syncNow()

  const screen = await bench.draw(`/bruker/${patientId}`)

  await expect
    .element(screen.getByRole('region', { name: '1 notat venter på leder' }))
    .toMatchTextContent('Gjelder i dag 15:30. Den som skrev, har ikke denne sonen.')
})
