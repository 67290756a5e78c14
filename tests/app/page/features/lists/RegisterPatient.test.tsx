import { expect, test } from 'vitest'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench, type ScreenBench } from '../../../../support/screen-bench.tsx'

type Drawn = Awaited<ReturnType<ScreenBench['draw']>>

/** From «Lister» to a signed registration, with what must be answered. */
async function register(screen: Drawn): Promise<void> {
  await screen.getByRole('link', { name: 'Ny bruker' }).click()
  await screen.getByRole('button', { name: 'Nå', exact: true }).click()
  await screen.getByLabelText('Hvem meldte?').fill('Medisin 3')
  await screen.getByLabelText('Ring tilbake til').fill('33 00 00 00')
  await screen.getByLabelText('Etternavn').fill('Nilsen')
  await screen.getByLabelText('Fornavn').fill('Aud')
  await screen.getByLabelText('Adresse: gate og nummer').fill('Havnegata 4')
  await screen.getByLabelText('trygghetsalarm').click()
  await screen.getByLabelText('Tiltak').fill('Tilsyn kveld')
  await screen.getByRole('button', { name: 'Signer' }).click()
}

test('a new patient is registered with the server stopped, and her card says what she is', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.server.stop()
  const screen = await bench.draw('/lister')

  await register(screen)

  await expect.element(screen.getByRole('heading', { level: 1, name: 'Nilsen, Aud' })).toBeVisible()
  const box = screen.getByRole('region', { name: 'Midlertidig bruker' })
  await expect.element(box.getByText(/^Nummer NY-\w{3}-\w{3}-\w{3}$/)).toBeVisible()
  await expect
    .element(box.getByText('Registrert av Kari Lund, Sykepleier, i dag 16:08'))
    .toBeVisible()
  await expect.element(box.getByText(/^Bare på denne telefonen ennå/)).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('she stands on the lists that she belongs to, marked, and is found by her number read aloud', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.server.stop()
  const registering = await bench.draw('/lister')
  await register(registering)
  const box = registering.getByRole('region', { name: 'Midlertidig bruker' })
  const shown = box.getByText(/^Nummer NY-/)
  await expect.element(shown).toBeVisible()
  const number = shown.element().textContent.replace('Nummer ', '')
  await registering.unmount()

  const list = await bench.draw('/lister/try-hst')
  const row = list.getByRole('listitem').filter({ hasText: 'Nilsen, Aud' })
  await expect.element(row.getByText(`Midlertidig bruker ${number}`)).toBeVisible()
  await list.unmount()

  const search = await bench.draw('/lister')
  await search.getByLabelText('Søk etter bruker').fill(number.toLowerCase().replaceAll('-', ' '))
  await expect.element(search.getByRole('link', { name: /^Nilsen, Aud/ })).toBeVisible()
  await search.getByLabelText('Søk etter bruker').fill('NY-234-567-892')
  await expect.element(search.getByText(/ett tegn feil eller byttet om/)).toBeVisible()
})

test('she is corrected by whoever registered her, and gone when it was a mistake', async () => {
  const bench = await screenBench()
  await bench.enrol()
  bench.server.stop()
  const screen = await bench.draw('/lister')
  await register(screen)

  await screen.getByRole('link', { name: 'Rett opplysningene' }).click()
  await screen.getByLabelText('Hvorfor rettes det?').fill('Skrev feil')
  await screen.getByLabelText('Etternavn').fill('Nielsen')
  await screen.getByRole('button', { name: 'Signer' }).click()
  await expect.element(screen.getByText('Signert og lagret på telefonen')).toBeVisible()
  await screen.unmount()
  const search = await bench.draw('/lister')
  await search.getByLabelText('Søk etter bruker').fill('havnegata 4')
  await search.getByRole('link', { name: /^Nielsen, Aud/ }).click()

  await search.getByRole('link', { name: 'Før som feil' }).click()
  await search.getByLabelText('Hvorfor gjelder det ikke?').fill('Hun skulle til en annen kommune')
  const signing = search.getByRole('button', { name: 'Signer at det ikke gjelder' })
  await signing.click()
  await expect.element(signing).not.toBeInTheDocument()
  await search.unmount()
  const again = await bench.draw('/lister')
  await again.getByLabelText('Søk etter bruker').fill('havnegata 4')
  await expect.element(again.getByText('Ingen treff på «havnegata 4»')).toBeVisible()
})

test('a role that registers nobody is not offered it', async () => {
  const bench = await screenBench({ role: 'hdu' })
  await bench.enrol()
  const screen = await bench.draw('/lister')

  await expect.element(screen.getByRole('list', { name: 'Hvem må vi se til' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Ny bruker' }).query()).toBeNull()
})
