import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { documentOf } from '#domain/documents/document-of.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { formOfAllKinds } from '../../../../support/a-form.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

const forms = StreamId.parse('demo/real/*/forms')

async function openForm(form: Questionnaire = formOfAllKinds) {
  const bench = await screenBench()
  await bench.server.write(forms, [{ kind: 'put', ...documentOf('questionnaire', form) }])
  await bench.enrol()
  const screen = await bench.draw(`/skriv/${form.name}`)
  await expect.element(screen.getByRole('heading', { name: form.title })).toBeVisible()
  return { bench, screen }
}

test('axe finds nothing in a form of all kinds, before and after it lacks answers', async () => {
  const { bench, screen } = await openForm()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  await screen.getByRole('button', { name: 'Signer' }).click()

  await expect.element(screen.getByText(/^2 felt mangler eller er feil/)).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a field that the app cannot show is said to be there, and keeps nobody from signing', async () => {
  const { screen } = await openForm()

  await expect.element(screen.getByText('Bilde av sår')).toBeVisible()
  await expect
    .element(screen.getByText('Dette feltet kan ikke vises her: vedlegg. Skriv svaret på papir.'))
    .toBeVisible()
  await screen.getByRole('button', { name: 'Signer' }).click()
  await expect.element(screen.getByText(/^2 felt mangler eller er feil/)).toBeVisible()
})

test('numbers are typed on the keys of numbers, with the unit beside, and are added up', async () => {
  const { screen } = await openForm()
  const into = screen.getByLabelText('Antall inn')
  await expect.element(into).toHaveAttribute('inputmode', 'numeric')
  await expect.element(screen.getByLabelText('Temperatur')).toHaveAttribute('inputmode', 'decimal')
  await expect.element(screen.getByText('°C')).toBeVisible()
  await expect
    .element(screen.getByLabelText('Til sammen'))
    .toHaveTextContent('Kommer når det over er fylt ut')

  await into.fill('7')
  await screen.getByLabelText('Antall ut').fill('5')

  await expect.element(screen.getByLabelText('Til sammen')).toHaveTextContent('12')
})

test('an answer outside of what the form allows says in words by the field what it may be', async () => {
  const { screen } = await openForm()
  await screen.getByLabelText('Vekt').fill('7,5')
  await screen.getByLabelText('Temperatur').fill('36,66')
  await screen.getByLabelText('År').fill('23.11.2026')

  await screen.getByRole('button', { name: 'Signer' }).click()

  await expect.element(screen.getByText('Minst 20.')).toBeVisible()
  await expect.element(screen.getByText('Høyst 1 desimal.')).toBeVisible()
  await expect.element(screen.getByText('Skriv året som 2026.')).toBeVisible()
})

test('«Nå» and «I dag» fill in a time, a moment and a day', async () => {
  const { screen } = await openForm()
  const now = screen.getByRole('button', { name: 'Nå' })

  await now.first().click()
  await now.last().click()
  await screen.getByRole('button', { name: 'I dag' }).first().click()

  await expect.element(screen.getByLabelText('Klokkeslett')).toHaveValue('16:08')
  await expect.element(screen.getByLabelText('Tidspunkt')).toHaveValue('I dag 16:08')
  await expect.element(screen.getByLabelText('Dato')).toHaveValue('23.11.2026')
})

test('a fold opens by itself on the first signing that misses something in it', async () => {
  const { screen } = await openForm()
  await screen.getByLabelText('Navn').fill('Kari')
  await expect.element(screen.getByLabelText('Hvem meldte?')).not.toBeVisible()

  await screen.getByRole('button', { name: 'Signer' }).click()

  await expect.element(screen.getByLabelText('Hvem meldte?')).toBeVisible()
  await expect.element(screen.getByLabelText('Hvem meldte?')).toHaveFocus()
})

test('rows and groups are added and taken away, and what is written in the others stays', async () => {
  const { screen } = await openForm()
  await screen.getByLabelText('Telefon').fill('90000701')
  await screen.getByRole('button', { name: 'Legg til ett svar til' }).click()
  await screen.getByLabelText('Telefon 2', { exact: true }).fill('90000702')
  await screen.getByRole('button', { name: 'Fjern Telefon 1' }).click()
  await screen.getByLabelText('Preparat').fill('Furix')
  await screen.getByRole('button', { name: 'Legg til en til: Legemiddel' }).click()
  await screen.getByLabelText('Preparat').last().fill('Sinemet')
  await screen.getByRole('button', { name: 'Fjern Legemiddel 1' }).click()

  await expect.element(screen.getByLabelText('Telefon')).toHaveValue('90000702')
  await expect.element(screen.getByLabelText('Preparat')).toHaveValue('Sinemet')
})

test('what is signed is a response of FHIR, with groups, units and sums in their places', async () => {
  const { bench, screen } = await openForm()
  await screen.getByLabelText('Navn').fill('Kari')
  await screen.getByLabelText('Antall inn').fill('7')
  await screen.getByLabelText('Antall ut').fill('5')
  await screen.getByLabelText('Temperatur').fill('36,6')
  await screen.getByRole('radio', { name: 'Blå' }).click()
  await userEvent.selectOptions(screen.getByLabelText('Sted'), 'Sykehus')
  await screen.getByLabelText('Preparat').fill('Furix')
  await screen.getByText('Om meldingen').click()
  await screen.getByLabelText('Hvem meldte?').fill('Naboen')
  await screen.getByRole('button', { name: 'Signer' }).click()
  await expect.element(screen.getByText('Signert og lagret på telefonen')).toBeVisible()

  const own = await bench.device.core().vault.entries.listOwn()

  const content = own.ok ? own.value[0]?.content : undefined
  expect(content).toMatchObject({
    kind: 'open',
    value: {
      response: {
        item: [
          { linkId: 'string', answer: [{ valueString: 'Kari' }] },
          { linkId: 'integer', answer: [{ valueInteger: 7 }] },
          { linkId: 'out', answer: [{ valueInteger: 5 }] },
          { linkId: 'sum', answer: [{ valueInteger: 12 }] },
          {
            linkId: 'quantity',
            answer: [
              {
                valueQuantity: {
                  value: 36.6,
                  unit: '°C',
                  system: 'http://unitsofmeasure.org',
                  code: 'Cel',
                },
              },
            ],
          },
          { linkId: 'choice', answer: [{ valueCoding: { code: 'blue', display: 'Blå' } }] },
          { linkId: 'list', answer: [{ valueString: 'Sykehus' }] },
          {
            linkId: 'medicine',
            item: [{ linkId: 'name', answer: [{ valueString: 'Furix' }] }],
          },
          {
            linkId: 'folded',
            item: [{ linkId: 'inFold', answer: [{ valueString: 'Naboen' }] }],
          },
          { linkId: 'fixed', answer: [{ valueString: 'Perm' }] },
        ],
      },
    },
  })
})

test('a list is taken back to nothing, and a choice that was pressed by mistake too', async () => {
  const { screen } = await openForm()
  await screen.getByRole('radio', { name: 'Rød' }).click()

  await screen.getByRole('button', { name: 'Fjern svaret: Farge' }).click()

  await expect.element(screen.getByRole('radio', { name: 'Rød' })).not.toBeChecked()
})
