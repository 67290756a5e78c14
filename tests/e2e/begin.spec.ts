import { expect, type Page, test } from '@playwright/test'
import { thirtyEmployees } from '../support/an-employee-list.ts'
import { takePhone } from '../support/real-phone.ts'
import { runEmptyApp } from '../support/running-app.ts'
import { makeReady } from './actions/enrol.ts'

const maxMinutes = 15

test.describe.configure({ timeout: maxMinutes * 60_000 })

const password = 'hest batteri stift'
const places = [
  { section: 'Nordre', zones: ['Indre', 'Ytre', 'Øst'] },
  { section: 'Søndre', zones: ['Vest', 'Sentrum'] },
]

test('from the one-time link to two sections, five zones, thirty people, a list and an enrolled phone', async () => {
  const app = await runEmptyApp()
  const [office, laptop, phone] = [
    await takePhone('laptop'),
    await takePhone('laptop'),
    await takePhone('phone'),
  ]
  const begunAt = Date.now()

  // The administrator: herself, the sections, the people.
  const admin = await office.open(app.link())
  await admin.getByLabel('Kommunens navn').fill('Prøvevik kommune')
  await admin.getByLabel('Navnet ditt').fill('Arne Lund')
  await admin.getByLabel('Brukernavn').fill('arne')
  await admin.getByLabel('Passord').fill(password)
  await admin.getByRole('button', { name: 'Opprett' }).click()
  await makeReady(admin, { code: '905713', label: 'Bærbar PC, rådhuset' })
  await admin
    .getByRole('main')
    .getByRole('link', { name: /^Kom i gang/ })
    .click()
  await admin.getByRole('link', { name: 'Lag seksjoner og soner' }).click()
  await makePlaces(admin)
  await admin.getByRole('link', { name: 'Videre til ansatte' }).click()
  await admin.getByRole('link', { name: 'Legg til fra en liste' }).click()
  await admin.getByLabel('Fil med ansatte').setInputFiles({
    name: thirtyEmployees.name,
    mimeType: 'text/csv',
    buffer: thirtyEmployees.bytes(),
  })
  await admin.getByRole('button', { name: 'Se over' }).click()
  await admin.getByRole('button', { name: 'Lag 30 kontoer og engangskoder' }).click()
  await expect(admin.getByRole('listitem', { name: /^Lapp til/ })).toHaveCount(
    thirtyEmployees.count,
  )
  const leaderCode = await codeOf(admin, 'Solveig Myhre')
  const nurseCode = await codeOf(admin, 'Bjørg Prøvestada')

  // The leader chooses a password, and takes in the list of her zones.
  const leading = await laptop.open(`${app.url}/logg-inn`)
  await leading.getByRole('link', { name: 'Har du fått en engangskode?' }).click()
  await choosePassword(leading, 'solveig.myhre', leaderCode)
  await makeReady(leading, { code: '593027', label: 'Bærbar PC, seksjon Nordre' })
  await leading
    .getByRole('navigation', { name: 'Hovedmeny' })
    .getByRole('link', { name: 'Ukens lister' })
    .click()
  await leading.getByLabel('Fil fra EPJ').setInputFiles({
    name: 'uke49.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(weekList, 'utf8'),
  })
  await leading.getByRole('button', { name: 'Les filen' }).click()
  await leading.getByRole('button', { name: 'Ta inn 9 brukere' }).click()
  await expect(leading.getByText(/er tatt inn|Tatt inn/).first()).toBeVisible()

  // A nurse makes her phone ready, and has the patients of her zone.
  const nursing = await phone.open(`${app.url}/forste-innlogging`)
  await choosePassword(nursing, 'bjorg.provestada', nurseCode)
  await makeReady(nursing, { code: '471903', label: 'Jobbtelefon Indre – 01' })
  await nursing.getByRole('link', { name: 'Lister', exact: true }).click()
  await nursing
    .getByRole('link', { name: /^Alle|^Samtlige/ })
    .first()
    .click()
  await expect(nursing.getByRole('link', { name: /Prøvedal, Indre/ }).first()).toBeVisible()
  await expect(nursing.getByRole('link', { name: /Prøvedal, Ytre/ })).toHaveCount(0)

  // What is left to do is what the administrator sees.
  await admin.getByRole('link', { name: 'Ferdig' }).click()
  await admin
    .getByRole('navigation', { name: 'Hovedmeny' })
    .getByRole('link', { name: 'Kom i gang' })
    .click()
  await expect(admin.getByText(/^Nordre: tatt inn /)).toBeVisible()
  await expect(admin.getByText('Søndre: venter på Gudrun Sæther.')).toBeVisible()
  await expect(admin.getByText(/^Nordre: 2 av 19 ansatte/)).toBeVisible()
  expect((Date.now() - begunAt) / 60_000).toBeLessThan(maxMinutes)
  await Promise.all([office.remove(), laptop.remove(), phone.remove()])
  await app.remove()
})

async function makePlaces(page: Page): Promise<void> {
  for (const { section, zones } of places) {
    await page.getByLabel('Ny seksjon').fill(section)
    await page.getByRole('button', { name: 'Lag seksjonen' }).click()
    for (const zone of zones) {
      await page.getByLabel(`Ny sone i ${section}`).fill(zone)
      await page
        .getByRole('region', { name: section })
        .getByRole('button', { name: 'Legg til sone' })
        .click()
      await expect(
        page.getByRole('list', { name: `Soner i ${section}` }).getByText(zone, { exact: true }),
      ).toBeVisible()
    }
  }
}

async function codeOf(page: Page, name: string): Promise<string> {
  const slip = page.getByRole('listitem', { name: `Lapp til ${name}` })
  const code = await slip.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()
  return code ?? ''
}

async function choosePassword(page: Page, username: string, code: string): Promise<void> {
  await page.getByLabel('Brukernavn').fill(username)
  await page.getByLabel('Engangskode').fill(code)
  await page.getByLabel('Nytt passord').fill(password)
  await page.getByRole('button', { name: 'Velg passordet og logg inn' }).click()
}

const weekList = [
  'Løpenr;Navn;Født;Adresse;Postnr;Poststed;Telefon;Sone;Tjenester',
  ...['Indre', 'Ytre', 'Øst'].flatMap((zone, at) =>
    [1, 2, 3].map(
      (number) =>
        `80${at}0${number};Prøvedal, ${zone} ${'ABC'.charAt(number - 1)};0${number}.05.194${at};Furuveien ${at}${number};3230;Sandefjord;900 0${at} 70${number};${zone};TRY`,
    ),
  ),
].join('\n')
