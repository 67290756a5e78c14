import { expect, test, vi } from 'vitest'
import type { DetailsAmendment } from '#domain/amendments/amendment.ts'
import type { PatientId } from '#domain/base/ids.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import type { DoseMark } from '#domain/medicines/dose-marks.ts'
import { signingDay } from '#domain/medicines/signing-rows.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { Instant, LocalDate } from '#domain/time/instant.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aDetailsAmendment, aDose, anEntryId } from '../../../../support/an-amendment.ts'
import { aSignedDose } from '../../../../support/a-signed-dose.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { type ScreenBench, screenBench } from '../../../../support/screen-bench.tsx'

const details = StreamId.parse('demo/real/nord-2/details')
const journal = StreamId.parse('demo/real/nord-2/journal')
const monday = LocalDate.parse('2026-11-23')
const noon = Instant.parse('2026-11-23T11:05:00.000Z')

/** The first patient of the demo who has medicines at set times, and the rows of her day. */
async function openList() {
  const bench = await screenBench()
  await bench.enrol()
  const { patient, rows } = await aPatientWithDoses(bench)
  const screen = await bench.draw(`/bruker/${patient.id}/signering`)
  await expect.element(screen.getByRole('heading', { name: 'Signeringsliste' })).toBeVisible()
  return { bench, screen, patient, rows }
}

async function aPatientWithDoses({ device }: ScreenBench) {
  const { queries, reader } = device.core()
  const found = await queries.searchPatients('e', null)
  const patients: readonly Patient[] = found.kind === 'open' ? found.value : []
  for (const patient of patients) {
    const details = await reader.findDetails(patient.id, patient.zone)
    const sheet = details.kind === 'open' ? details.value : null
    const rows = sheet === null ? [] : signingDay(sheet.medications, monday).timed
    if (rows.length > 1) return { patient, rows }
  }
  throw new Error('Nobody has medicines at set times.')
}

async function colleagueSigns(
  { server, device }: ScreenBench,
  patientId: PatientId,
  row: Parameters<typeof aSignedDose>[0],
  mark: DoseMark = { outcome: 'given', at: noon },
): Promise<void> {
  const note = aSignedDose(row, mark, { patientId, eventAt: noon, writtenAt: noon })
  await server.write(journal, [{ kind: 'put', ...documentOf('note', note) }])
  await device.core().syncNow()
}

async function ownDoses({ device }: ScreenBench) {
  const own = await device.core().vault.entries.listOwn()
  return (own.ok ? own.value : []).filter(({ form }) => form === 'signeringsliste@2')
}

test('axe finds nothing on the list, with a marked dose and with a doubled one', async () => {
  const { bench, screen, patient, rows } = await openList()
  const [row] = rows
  if (row === undefined) throw new Error('There is no dose.')
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  await screen
    .getByRole('button', { name: /^Gitt nå/ })
    .first()
    .click()
  await expect.element(screen.getByText(/^Markert gitt/)).toBeVisible()
  await colleagueSigns(bench, patient.id, row)
  await colleagueSigns(bench, patient.id, row)

  await expect.element(screen.getByText(/er signert gitt flere ganger/)).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('what nobody is known to have given is never said not to be given', async () => {
  const { screen } = await openList()

  await expect.element(screen.getByText(/ikke kjent på denne telefonen$/i).first()).toBeVisible()
  expect(screen.getByText(/^Ikke gitt:/).query()).toBeNull()
})

test('two doses are marked and signed with one press, as an entry each', async () => {
  const { bench, screen } = await openList()
  await screen
    .getByRole('button', { name: /^Gitt nå/ })
    .first()
    .click()
  await expect.element(screen.getByRole('button', { name: 'Signer 1 dose' })).toBeVisible()
  await screen
    .getByRole('button', { name: /^Ikke gitt/ })
    .first()
    .click()
  await expect.element(screen.getByText('Markert ikke gitt. Velg hvorfor.')).toBeVisible()
  await screen.getByRole('radio', { name: 'kvalme' }).click()
  await expect.element(screen.getByText(/Markert ikke gitt: kvalme/)).toBeVisible()

  await screen.getByRole('button', { name: 'Signer 2 doser' }).click()

  await expect.element(screen.getByText(/^Gitt 16:08, Kari Lund/)).toBeVisible()
  await expect.element(screen.getByText(/^Ikke gitt: kvalme\. Kari Lund 16:08/)).toBeVisible()
  expect(await ownDoses(bench)).toHaveLength(2)
})

test('a mark that another window has changed meanwhile is not overwritten, and that is said', async () => {
  const { bench, screen } = await openList()
  vi.spyOn(bench.device.core().vault.drafts, 'save').mockResolvedValueOnce({
    ok: false,
    refusal: { kind: 'writtenElsewhere' },
  })

  await screen
    .getByRole('button', { name: /^Gitt nå/ })
    .first()
    .click()

  await expect.element(screen.getByText(/^Dosen er merket i et annet vindu/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Ingen doser er markert' })).toBeVisible()
})

test('a mark is there when the phone is opened again, and one without a reason is not signed', async () => {
  const { bench, screen, patient } = await openList()
  await screen
    .getByRole('button', { name: /^Ikke gitt/ })
    .first()
    .click()
  await expect.element(screen.getByText('Markert ikke gitt. Velg hvorfor.')).toBeVisible()
  await screen.unmount()

  const again = await bench.draw(`/bruker/${patient.id}/signering`)
  await again.getByRole('button', { name: 'Signer 1 dose' }).click()

  await expect
    .element(again.getByText(/^Én dose mangler klokkeslett, mengde, grunn eller/))
    .toBeVisible()
  expect(await ownDoses(bench)).toEqual([])
})

test('a dose that a colleague has given is asked about, and may be signed for all the same', async () => {
  const { bench, screen, patient, rows } = await openList()
  const [row] = rows
  if (row === undefined) throw new Error('There is no dose.')
  await colleagueSigns(bench, patient.id, row)
  await expect.element(screen.getByText('Gitt 12:05, Ahmed Haugen')).toBeVisible()

  await screen.getByText('Signer en gang til').click()
  await expect.element(screen.getByRole('alertdialog')).toBeVisible()
  await screen.getByRole('button', { name: 'Ja, marker en dose til' }).click()
  await screen
    .getByRole('button', { name: /^Gitt nå/ })
    .first()
    .click()
  await screen.getByRole('button', { name: 'Signer 1 dose' }).click()

  await expect
    .element(screen.getByText(/er signert gitt flere ganger: Ahmed Haugen 12:05, Kari Lund 16:08$/))
    .toBeVisible()
})

test('a dose that was given while the phone was offline is doubled once a colleague’s is synced', async () => {
  const { bench, screen, patient, rows } = await openList()
  const [row] = rows
  if (row === undefined) throw new Error('There is no dose.')
  await screen
    .getByRole('button', { name: /^Gitt nå/ })
    .first()
    .click()
  await screen.getByRole('button', { name: 'Signer 1 dose' }).click()
  await expect.element(screen.getByText(/^Gitt 16:08, Kari Lund/)).toBeVisible()
  expect(screen.getByRole('alert').query()).toBeNull()

  await colleagueSigns(bench, patient.id, row)

  await expect
    .element(screen.getByText(/er signert gitt flere ganger: Ahmed Haugen 12:05, Kari Lund 16:08$/))
    .toBeVisible()
  await expect.element(screen.getByRole('alert')).toBeVisible()
})

test('what was signed since the list stands on its row, or before them, and a stopped medicine is not late', async () => {
  const { bench, screen, patient, rows } = await openList()
  const [row] = rows
  if (row === undefined) throw new Error('There is no dose.')
  const { medicine } = row
  const since = (n: number, body: DetailsAmendment['body']) => ({
    kind: 'put' as const,
    ...documentOf(
      'detailsAmendment',
      aDetailsAmendment({ entryId: anEntryId(n), patientId: patient.id, from: noon, body }),
    ),
  })

  await bench.server.write(details, [
    since(1, { kind: 'stopped', medicine, orderedBy: 'Lege Lind' }),
    since(2, aDose({ medicine: 'Paracet 500 mg', amount: '2 tabletter' })),
  ])
  await bench.device.core().syncNow()

  const first = screen.getByRole('listitem').filter({ hasText: medicine }).first()
  await expect.element(first.getByText(/^Seponert .* av Kari Nordmann/)).toBeVisible()
  await expect.element(first.getByRole('button', { name: /^Gitt nå/ })).toBeVisible()
  expect(first.getByText(/ikke kjent på denne telefonen/i).query()).toBeNull()
  const before = screen.getByRole('region', { name: 'Endringer siden lista' })
  await expect.element(before.getByText(/Paracet 500 mg: 2 tabletter/)).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('of a dose that is changed since the list, what was given is typed, and the list’s amount is never signed', async () => {
  const { bench, screen, patient, rows } = await openList()
  const [row] = rows
  if (row === undefined) throw new Error('There is no dose.')
  const body = aDose({ medicine: row.medicine, amount: '5 mg' })
  await bench.server.write(details, [
    {
      kind: 'put',
      ...documentOf(
        'detailsAmendment',
        aDetailsAmendment({ patientId: patient.id, from: noon, body }),
      ),
    },
  ])
  await bench.device.core().syncNow()
  const first = screen.getByRole('listitem').filter({ hasText: row.medicine }).first()
  await expect.element(first.getByText(/^Dose endret/)).toBeVisible()

  await first.getByRole('button', { name: /^Gitt nå/ }).click()
  const amount = first.getByLabelText(/^Hvor mye ble gitt\?/)
  await expect.element(amount).toHaveValue('')
  await screen.getByRole('button', { name: 'Signer 1 dose' }).click()
  await expect.element(screen.getByText(/^Én dose mangler klokkeslett, mengde/)).toBeVisible()
  expect(await ownDoses(bench)).toEqual([])

  await amount.fill('5 mg')
  await screen.getByRole('button', { name: 'Signer 1 dose' }).click()

  await expect.element(screen.getByText(/^Gitt 16:08, Kari Lund/)).toBeVisible()
  const [dose] = await ownDoses(bench)
  const signed = JSON.stringify(dose)
  expect(signed).toContain(row.medicine)
  expect(signed).toContain('5 mg')
  expect(signed).not.toContain(row.amount)
})
