import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp, type RunningApp } from '../support/running-app.ts'
import { enrol, nina, solveig } from './actions/enrol.ts'
import { takeBack } from './actions/incident.ts'
import { fillVisitNote, goTo, lock, openPatient, sign } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }

test.describe.configure({ timeout: 480_000 })

let app: RunningApp

test.beforeAll(async () => {
  app = await runApp()
})

test.afterAll(async () => {
  await app.remove()
})

test('axe finds nothing on any screen, light or dark, and none is wider than 320 pixels', async () => {
  const phone = await takePhone('phone')
  const page = await phone.open(app.url)
  await expect(page.getByLabel('Brukernavn')).toBeVisible()
  const findings = await findingsOn(page, 'Logg inn')
  await enrol(page, solveig)
  const paths = await pathsOfEveryScreen(page)
  for (const path of paths) {
    await goTo(page, path)
    await expect(page.getByText('Henter fram …')).toHaveCount(0)
    findings.push(...(await findingsOn(page, path)))
  }
  await goTo(page, '/')
  await takeBack(page)
  await lock(page)
  findings.push(...(await findingsOn(page, 'Lås opp')))

  expect(findings).toEqual([])
  await phone.remove()
})

test('from the lock to a signed note by the keyboard alone', async () => {
  const phone = await takePhone('laptop')
  const page = await phone.open(app.url)
  await enrol(page, nina)
  await lock(page)

  await page.keyboard.type(nina.code)
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('link', { name: 'Lister', exact: true }))
  await press(page, page.getByRole('link', { name: 'BST' }))
  await press(page, page.getByRole('link', { name: /^Somby, Máret/ }))
  await expect(page.getByRole('heading', { level: 1, name: 'Somby, Máret' })).toBeVisible()
  await press(page, page.getByRole('main').getByRole('link', { name: 'Skriv', exact: true }))
  await press(page, page.getByRole('button', { name: 'Nå' }))
  const hasChanged = page.getByRole('group', { name: 'Er noe endret?' })
  await tabTo(page, hasChanged.getByLabel('Nei'))
  await page.keyboard.press('ArrowRight')
  await expect(hasChanged.getByLabel('Ja')).toBeChecked()
  await page.keyboard.press('ArrowLeft')
  await expect(hasChanged.getByLabel('Nei')).toBeChecked()
  await tabTo(page, page.getByRole('group', { name: 'Beskjed gitt til' }).getByLabel('Ansvarsvakt'))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByLabel('Hva gjorde du?'))
  await page.keyboard.type('Skrevet uten å ta på skjermen')
  await press(page, page.getByRole('button', { name: 'Signer' }))

  await expect(page.getByText('Signert og lagret på telefonen')).toBeVisible()
  await phone.remove()
})

/** Those with a fixed address, and one of each kind that is about somebody or something. */
async function pathsOfEveryScreen(page: Page): Promise<string[]> {
  await openPatient(page, somby)
  const patient = new URL(page.url()).pathname
  await fillVisitNote(page, 'Signert for å kunne rettes')
  await sign(page)
  const correction = await page
    .getByRole('link', { name: 'Rett', exact: true })
    .getAttribute('href')
  await signNextOfKin(page)
  await openPatient(page, somby)
  await fillVisitNote(page, 'Ligger halvskrevet')
  const draft = new URL(page.url()).pathname
  const fixed = [
    '/',
    '/hva-virker-ikke',
    '/tom-forst',
    '/hvis-strommen-gar',
    '/ikke-fatt-kontakt',
    '/besok',
    '/ferdige-meldinger',
    '/lister',
    '/lister/bst',
    '/lister/try-hst',
    '/lister/vem',
    '/lister/vdt',
    '/lister/vlt',
    '/arbeidslister/nord-2-monday-evening',
    '/tiltakskort',
    '/tiltakskort/tk-01',
    '/tiltakskort/tk-01/hele',
    '/tiltakskort/tk-05',
    '/tiltakskort/tk-14/hele',
    '/numre',
    '/avtalt/nord-2',
    '/numre/hdu',
    '/numre/ny',
    '/skriv',
    '/skriv/besoksnotat',
    '/skriv/hendelseslogg',
    '/skjema',
    '/skjema/kartlegging',
    '/skjema/news',
    '/sendt',
    '/mer',
    '/klargjor',
    '/ukens-lister',
    '/ansatte',
    '/ansatte/ny',
    '/ansatte/liste',
    '/beredskapsperm',
    '/mottatt',
    '/endringer',
    '/nye-brukere',
    '/tilganger',
    '/telefoner-som-venter',
    '/finnes-ikke',
  ]
  return [
    ...fixed,
    ...(await startOutage(page)),
    patient,
    `${patient}/legemiddelark`,
    `${patient}/signering`,
    `${patient}/endre`,
    `${patient}/hendelse`,
    `${patient}/isbar`,
    draft,
    correction ?? '',
    ...['trekk', 'dobbeltkontroll'].map(
      (about) =>
        `${(correction ?? '').replace('/rett/', `/${about}/`)}?bruker=${patient.split('/').at(-1)}`,
    ),
  ]
}

/** So that card and lists have something on top of what the list says. */
async function signNextOfKin(page: Page): Promise<void> {
  await openPatient(page, somby)
  await page.getByRole('link', { name: 'Endre noe siden lista' }).click()
  await page.getByRole('button', { name: 'Ny pårørende' }).click()
  await page.getByLabel('Navnet på pårørende').fill('Per Prøve')
  await page.getByRole('button', { name: 'Nå' }).click()
  await sign(page)
}

/** So that the lists of an outage have somebody on them. Answers the paths of what is of that incident alone. */
async function startOutage(page: Page): Promise<string[]> {
  await goTo(page, '/hva-virker-ikke')
  await page.getByLabel('Strøm').check()
  await page.getByRole('button', { name: 'Start strøm' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Strøm' })).toBeVisible()
  const names = ['Endre', /^TK-01/, /Mine oppgaver/]
  const links = names.map((name) => page.getByRole('link', { name }).first())
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
  return paths.map((path) => path ?? '')
}

async function findingsOn(page: Page, name: string): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    for (const { id, nodes } of violations) {
      const targets = nodes.map(({ target }) => target.join(' ')).slice(0, 3)
      found.push(`${name} ${colorScheme}: ${id} at ${targets.join(', ')}`)
    }
  }
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 568 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  if (width > 320) found.push(`${name}: ${width} pixels wide`)
  if (size !== null) await page.setViewportSize(size)
  return found
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${target.toString()}`)
}
