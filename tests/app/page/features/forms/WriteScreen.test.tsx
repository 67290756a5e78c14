import { expect, test } from 'vitest'
import { defaultForms } from '#content/forms/default-forms.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

const forms = StreamId.parse('demo/real/*/forms')
const formIds = defaultForms.map(formReferenceOf)

test('axe finds nothing, with something half-written too', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const log = await bench.draw('/skriv/hendelseslogg')
  await log.getByLabelText('Hva skjedde, eller hva ble meldt?').fill('Strømmen borte')
  await expect.element(log.getByText(/^Lagret på telefonen/)).toBeVisible()
  await log.unmount()

  const screen = await bench.draw('/skriv')

  await expect
    .element(screen.getByRole('heading', { name: 'Mine utkast og usignerte' }))
    .toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: /^Hendelseslogg.*sist skrevet på i dag 16:08/ }))
    .toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('each form says whether it is about somebody or is the zone’s own log', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/skriv')

  await expect
    .element(screen.getByRole('link', { name: /^Besøksnotat.*Velg bruker/ }))
    .toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: /^Hendelseslogg.*Felles logg for sonen/ }))
    .toBeVisible()
  expect(screen.getByText('Mine utkast og usignerte').query()).toBeNull()
})

test('forms about a patient stand apart from the zone’s logs, and NEWS2 waits for the municipality', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const screen = await bench.draw('/skriv')
  const names = (list: string) =>
    screen
      .getByRole('list', { name: list })
      .getByRole('link')
      .elements()
      .map((link) => link.querySelector('.row__name')?.textContent)

  await expect.element(screen.getByRole('list', { name: 'Om en bruker' })).toBeVisible()

  expect(names('Om en bruker')).toEqual([
    'Besøksnotat',
    'Endring siden lista',
    'Signeringsliste legemidler',
    'Utlevering fra dispenser',
    'Observasjoner',
    'Kartlegging av beredskap hjemme',
    'Evakueringsregister',
  ])
  expect(names('Sonens logger')).toEqual([
    'Hendelseslogg',
    'Ny bruker (mottakslogg)',
    'Telefonlogg',
    'Oppmøtelogg',
    'Vaktrapport',
    'Avvik',
    'Utskriftslogg',
  ])
})

test('a phone without forms says so, and to write on paper', async () => {
  const bench = await screenBench()
  await bench.server.write(
    forms,
    formIds.map((docId) => ({ kind: 'delete', docId })),
  )
  await bench.enrol()
  const screen = await bench.draw('/skriv')

  await expect.element(screen.getByText('Ingen skjema på telefonen')).toBeVisible()
  await expect.element(screen.getByText(/Skriv på papirskjema så lenge\./)).toBeVisible()
})

test('forms that are all damaged are not said not to be there', async () => {
  const bench = await screenBench()
  await bench.server.write(
    forms,
    formIds.map((docId) => ({ kind: 'put', docId, schema: 'questionnaire@1', body: {} })),
  )
  await bench.enrol()
  const screen = await bench.draw('/skriv')

  await expect.element(screen.getByText('Ikke alt lot seg lese')).toBeVisible()
  expect(screen.getByText('Ingen skjema på telefonen').query()).toBeNull()
})
