import { expect, test } from 'vitest'
import { StoredDetails } from '#domain/documents/aged-documents.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { formsOfDose } from '../../../../support/forms-of-dose.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

/** Somby, whose sheet has a line for each form of dose: the same lines as the golden page of the binder. */
async function aSheetOfAllForms() {
  const bench = await screenBench()
  await bench.enrol()
  const reading = await bench.device.core().queries.searchPatients('Somby', null)
  const [patient] = reading.kind === 'open' ? reading.value : []
  const found = bench.server.demo
    .flatMap(({ documents }) => documents)
    .find(({ docId, schema }) => docId === patient?.id && schema.startsWith('patientDetails@'))
  const sheet = StoredDetails.parse(found?.body)
  const body = { ...sheet, medications: formsOfDose.map(({ medication }) => medication) }
  await bench.server.write(StreamId.parse('demo/real/nord-2/details'), [
    { kind: 'put', ...documentOf('patientDetails', body) },
  ])
  await bench.device.core().syncNow()
  return { bench, path: `/bruker/${sheet.patientId}` }
}

test('each form of dose says on the sheet what it says on paper', async () => {
  const { bench, path } = await aSheetOfAllForms()
  const screen = await bench.draw(`${path}/legemiddelark`)

  for (const { medication, says } of formsOfDose) {
    const line = screen.getByRole('listitem').filter({ hasText: medication.name })
    for (const words of says) await expect.element(line).toMatchTextContent(words)
  }
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('the signing list has the dose of this day of a tapering one, and asks how much where the sheet does not say', async () => {
  const { bench, path } = await aSheetOfAllForms()
  const screen = await bench.draw(`${path}/signering`)
  const row = (medicine: string) => screen.getByRole('listitem').filter({ hasText: medicine })
  await expect.element(row('Prednisolon')).toMatchTextContent('4 tablett')
  await expect.element(row('Prednisolon')).not.toMatchTextContent('2 tablett')
  await expect.element(row('Paracet')).toMatchTextContent('høyst 6 tablett i døgnet')

  await row('Marevan')
    .getByRole('button', { name: /^Gitt nå/ })
    .click()
  await row('Marevan')
    .getByLabelText(/^Hvor mye ble gitt\?/)
    .fill('1,5 tablett')
  await row('Furix')
    .getByRole('button', { name: /^Gitt nå/ })
    .first()
    .click()
  expect(
    row('Furix')
      .getByLabelText(/^Hvor mye ble gitt\?/)
      .query(),
  ).toBeNull()
  await screen.getByRole('button', { name: 'Signer 2 doser' }).click()

  await expect.element(screen.getByText(/^Gitt 16:08, Kari Lund/).first()).toBeVisible()
  await bench.draw(path)
  await expect.element(screen.getByText('1,5 tablett')).toBeVisible()
})
