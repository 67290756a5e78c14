import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { asRelease } from '../support/shell-server.ts'
import { ahmed, enrol, nina, typeCode, unlock } from './actions/enrol.ts'
import { lock, sendNow, sign } from './actions/work.ts'

const author = 'Nina'
const reason = 'Skrev feil mengde'
const visitCount = 12

type Visit = { path: string; name: string; text: string; happened: string }

test.describe.configure({ timeout: 600_000 })

let folder: string
let app: RunningApp
let phone: RealPhone

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beredt-release-'))
  await layOutRelease(folder)
  app = await runApp()
  phone = await takePhone('phone')
})

test.afterAll(async () => {
  await phone.remove()
  await app.remove()
  await rm(folder, { recursive: true })
})

test('a shift offline, the phone killed three times, locked and updated: all is there, each once', async () => {
  let page = await phone.open(app.url)
  await enrol(page, nina)
  const visits = await readVisits(page)
  await app.kill()
  page = await reopen()

  // Three visits, and the battery is pulled.
  for (const visit of visits.slice(0, 3)) await writeAndSign(page, visit)
  await phone.kill()
  page = await reopen()

  // Pulled again in the middle of a note.
  await write(page, at(visits, 3))
  await phone.kill()
  page = await reopen()
  await resume(page, at(visits, 3))
  await sign(page)
  for (const visit of visits.slice(4, 6)) await writeAndSign(page, visit)

  // Locked in the middle of a note.
  await write(page, at(visits, 6))
  await lock(page)
  await expect(page.getByText('1 skjema er ikke signert')).toBeVisible()
  await typeCode(page, nina.code)
  await resume(page, at(visits, 6))
  await sign(page)
  await correct(page, at(visits, 1))

  // The server comes by with a new version while a note is half-written, and goes again.
  await write(page, at(visits, 7))
  await app.start(folder)
  await page.reload()
  await typeCode(page, nina.code)
  await takeUpdate(page)
  await app.kill()
  await resume(page, at(visits, 7))
  await sign(page)

  // Back, as the thumb does it, before the screen has said that anything is stored.
  await fill(page, at(visits, 8))
  await page.goBack()
  await resume(page, at(visits, 8))
  await sign(page)
  for (const visit of visits.slice(9)) await writeAndSign(page, visit)
  await phone.kill()
  page = await reopen()
  await page.getByRole('link', { name: 'Skriv', exact: true }).click()
  await expect(page.getByText('Mine utkast og usignerte')).toBeHidden()

  await app.start(folder)
  await sendNow(page)
  const received = page.getByRole('list', { name: 'Mottatt', exact: true })
  const notes = received.getByRole('listitem').filter({ hasText: 'Besøksnotat' })
  await expect(notes).toHaveCount(visitCount + 1)
  await expect(page.getByRole('list', { name: 'Signert her, ikke mottatt ennå' })).toBeHidden()

  await expectAllReceived(visits)
})

/** The leader's own phone: what was written by whom, when it happened and when it was signed. */
async function expectAllReceived(visits: readonly Visit[]): Promise<void> {
  const other = await takePhone('laptop')
  const leader = await other.open(app.url)
  await enrol(leader, ahmed)
  await leader.getByRole('link', { name: 'Mottatt' }).click()
  await expect(leader.getByText(`${visitCount + 1} notater`)).toBeVisible()
  for (const visit of visits) {
    const note = leader.getByRole('article').filter({ hasText: `${visit.text}.` })
    await expect(note).toHaveCount(1)
    await expect(note).toContainText(visit.name)
    await expect(note).toContainText(visit.happened)
    await expect(note).toContainText(/skrevet\s\d\d:\d\d/)
    await expect(note).toContainText(author)
  }
  const corrected = at(visits, 1)
  const old = leader.getByRole('article').filter({ hasText: `${corrected.text}.` })
  await expect(old).toContainText(/Rettet i et senere notat av Nina.*Grunn: Skrev feil mengde/)
  const correction = leader.getByRole('article').filter({ hasText: `${corrected.text}, rettet.` })
  await expect(correction).toHaveCount(1)
  await expect(correction).toContainText(`Retter et tidligere notat. Grunn: ${reason}`)
  await other.remove()
}

async function reopen(): Promise<Page> {
  const page = await phone.open(app.url)
  await unlock(page, nina)
  return page
}

/** Whom she visits, from the list of the shift. */
async function readVisits(page: Page): Promise<Visit[]> {
  await page.getByRole('link', { name: /^Hele listen/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Nå')
  const rows = page.getByRole('main').locator('a.row__main')
  await expect(rows.first()).toBeVisible()
  const found = await rows.evaluateAll((links) =>
    links.map((link) => ({
      path: link.getAttribute('href') ?? '',
      name: link.querySelector('.row__name')?.textContent ?? '',
    })),
  )
  const different = found.filter(
    ({ path }, place) =>
      path.startsWith('/bruker/') && found.findIndex((one) => one.path === path) === place,
  )
  expect(different.length).toBeGreaterThanOrEqual(visitCount)
  return different.slice(0, visitCount).map((visit, n) => ({
    ...visit,
    text: `Besøk nummer ${n + 1} på vakta`,
    happened: `i går 18:${10 + n}`,
  }))
}

async function openCard(page: Page, { path, name }: Visit): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** A visit that is over: when it was, and then what was done. Nothing is signed. */
async function write(page: Page, visit: Visit): Promise<void> {
  await fill(page, visit)
  await expect(page.getByText(/Lagret på telefonen \d\d:\d\d:\d\d/)).toBeVisible()
}

async function fill(page: Page, visit: Visit): Promise<void> {
  await openCard(page, visit)
  await page.getByRole('link', { name: 'Skriv', exact: true }).first().click()
  await page.getByLabel('Når var besøket?').fill(visit.happened)
  await page.getByRole('group', { name: 'Er noe endret?' }).getByLabel('Nei').check()
  await page.getByRole('group', { name: 'Beskjed gitt til' }).getByLabel('Ingen').check()
  await page.getByLabel('Hva gjorde du?').fill(`${visit.text}.`)
}

async function writeAndSign(page: Page, visit: Visit): Promise<void> {
  await write(page, visit)
  await sign(page)
}

/** From the patient's card, where she left it. */
async function resume(page: Page, visit: Visit): Promise<void> {
  await openCard(page, visit)
  await page.getByRole('link', { name: /^Fortsett notatet fra/ }).click()
  await expect(page.getByLabel('Hva gjorde du?')).toHaveValue(`${visit.text}.`)
  await expect(page.getByLabel('Når var besøket?')).toHaveValue(/18:\d\d/)
}

async function correct(page: Page, visit: Visit): Promise<void> {
  await openCard(page, visit)
  await page.getByRole('link', { name: 'Rett', exact: true }).click()
  await page.getByLabel('Hva gjorde du?').fill(`${visit.text}, rettet.`)
  await page.getByLabel('Hvorfor rettes det?').fill(reason)
  await sign(page)
}

async function takeUpdate(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mer', exact: true }).click()
  await page.getByRole('button', { name: 'Ta i bruk ny versjon' }).click()
  await expect(page.getByText('Skriv koden din')).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => caches.keys()))
    .toEqual([expect.stringMatching(/-1$/)])
  await typeCode(page, nina.code)
}

async function layOutRelease(to: string): Promise<void> {
  await cp(join(import.meta.dirname, '../../dist'), to, { recursive: true })
  const worker = join(to, 'sw.js')
  await writeFile(worker, asRelease(await readFile(worker, 'utf8'), 1))
}

function at(visits: readonly Visit[], place: number): Visit {
  const visit = visits[place]
  if (visit === undefined) throw new Error(`There is no visit ${place}`)
  return visit
}
