import { expect, test } from 'vitest'
import { signeringsliste1 } from '#content/forms/former/signeringsliste-1.ts'
import { EntryId } from '#domain/base/ids.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { canonicalAddress } from '#domain/forms/questionnaire.ts'
import { answersTo } from '#domain/forms/response-lines.ts'
import { draftResponse } from '#domain/forms/response-layout.ts'
import { markedAnswers, noAdditions } from '#domain/medicines/dose-marks.ts'
import { signingDay } from '#domain/medicines/signing-rows.ts'
import { StorageFailedError } from '#storage/databases/supervisor.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { aSharedBench, codeOfBerit, enterCode } from '../../../../support/a-shared-bench.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { monday as now, type ScreenBench } from '../../../../support/screen-bench.tsx'

const monday = LocalDate.parse('2026-11-23')

async function openedList() {
  const { bench, patientId } = await aSharedBench()
  const screen = await bench.draw(`/bruker/${patientId}/signering`)
  await expect.element(screen.getByRole('heading', { name: 'Signeringsliste' })).toBeVisible()
  return { bench, patientId, screen }
}

async function signedAnswers({ device }: ScreenBench, linkId: string) {
  const own = await device.core().vault.entries.listOwn()
  return (own.ok ? own.value : []).flatMap(({ content }) =>
    content.kind === 'open' && content.value.kind === 'form'
      ? answersTo(content.value.response.item, linkId)
      : [],
  )
}

test('a controlled substance is counted, signed and countersigned by a colleague on the same phone without network', async () => {
  const { bench, screen } = await openedList()
  await screen
    .getByRole('button', { name: /^Gitt nå/ })
    .first()
    .click()
  await screen.getByText('A- og B-preparat, kommentar').click()
  await screen.getByRole('radio', { name: 'Ja' }).click()
  await screen.getByLabelText(/^Antall før/).fill('12')
  await screen.getByLabelText(/^Antall etter/).fill('11')
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  await screen.getByRole('button', { name: 'Signer 1 dose' }).click()
  await expect.element(screen.getByText('Trenger dobbeltkontroll')).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  expect(await signedAnswers(bench, 'countAfter')).toEqual([{ valueInteger: 11 }])
  await screen.getByRole('link', { name: /^Dobbeltkontroll / }).click()
  await screen.getByRole('button', { name: 'Berit Haugen' }).click()
  await enterCode(screen, codeOfBerit)
  await screen.getByRole('link', { name: 'Til signeringslista' }).click()

  await expect.element(screen.getByText('Dobbeltkontrollert av Berit Haugen')).toBeVisible()
  expect(screen.getByText('Trenger dobbeltkontroll').query()).toBeNull()
})

test('a count that is no number is kept, and the dose is not signed', async () => {
  const { bench, screen } = await openedList()
  await screen
    .getByRole('button', { name: /^Gitt nå/ })
    .first()
    .click()
  await screen.getByText('A- og B-preparat, kommentar').click()
  await screen.getByRole('radio', { name: 'Ja' }).click()
  await screen.getByLabelText(/^Antall før/).fill('tolv')

  await screen.getByRole('button', { name: 'Signer 1 dose' }).click()

  await expect.element(screen.getByText(/^Én dose mangler .* antall i tall/)).toBeVisible()
  expect(await signedAnswers(bench, 'countBefore')).toEqual([])
  await expect.element(screen.getByLabelText(/^Antall før/)).toHaveValue('tolv')
})

test('a mark that was made in the former version is signed with all that was written in it', async () => {
  const { bench, patientId } = await aSharedBench()
  const { reader, vault } = bench.device.core()
  const found = await reader.findPatient(patientId)
  const patient = found.kind === 'open' ? found.value : null
  const details = patient === null ? null : await reader.findDetails(patientId, patient.zone)
  const sheet = details?.kind === 'open' ? details.value : null
  const [row] = sheet === null ? [] : signingDay(sheet.medications, monday).timed
  if (row === undefined || patient === null) throw new Error('She has no medicine at a set time.')
  await vault.drafts.save({
    id: EntryId.parse(crypto.randomUUID()),
    form: formReferenceOf(signeringsliste1),
    zone: patient.zone,
    world: 'real',
    patientId,
    eventAt: now,
    corrects: null,
    response: draftResponse(
      canonicalAddress(signeringsliste1),
      markedAnswers(
        signeringsliste1,
        row,
        { outcome: 'given', at: now },
        { ...noAdditions, checkedBy: 'Omar Ali' },
      ),
    ),
    startedAt: now,
  })

  const screen = await bench.draw(`/bruker/${patientId}/signering`)
  await screen.getByRole('button', { name: 'Signer 1 dose' }).click()

  await expect.element(screen.getByText(/^Gitt 16:08, Kari Lund/)).toBeVisible()
  expect(await signedAnswers(bench, 'checkedBy')).toEqual([{ valueString: 'Omar Ali' }])
})

test('a mark that the phone does not let go of is still there, and the screen says so', async () => {
  const { bench, screen } = await openedList()
  await screen
    .getByRole('button', { name: /^Gitt nå/ })
    .first()
    .click()
  await expect.element(screen.getByText(/^Markert gitt/)).toBeVisible()
  bench.device.core().vault.drafts.remove = () =>
    Promise.reject(new StorageFailedError('As if the disk had failed.'))

  await screen.getByRole('button', { name: /^Angre/ }).click()

  await expect.element(screen.getByText('Merket lot seg ikke fjerne. Prøv igjen.')).toBeVisible()
  await expect.element(screen.getByText(/^Markert gitt/)).toBeVisible()
})
