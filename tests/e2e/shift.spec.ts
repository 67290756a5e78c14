import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { asRelease } from '../support/shell-server.ts'
import { countersignHere } from './actions/countersign.ts'
import {
  type Dose,
  markDose,
  openYesterday,
  type Outcome,
  readDoses,
  rowOf,
  signDoses,
} from './actions/doses.ts'
import {
  ahmed,
  enrol,
  enrolBesideColleague,
  nina,
  solveig,
  typeCode,
  unlock,
} from './actions/enrol.ts'
import { type Measured, measurementsOf, signNews, takeNewsIntoUse } from './actions/news.ts'
import {
  correct,
  fill,
  readVisits,
  resume,
  type Visit,
  write,
  writeAndSign,
} from './actions/visits.ts'
import { handOver, lock, sendNow, sign } from './actions/work.ts'

const author = 'Nina'
const reason = 'Skrev feil mengde'
const visitCount = 12
const doseCount = 30

test.describe.configure({ timeout: 600_000 })

let folder: string
let app: RunningApp
let phone: RealPhone
let laptop: RealPhone
/** In the order in which they were marked. */
const doses: Dose[] = []

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beredt-release-'))
  await layOutRelease(folder)
  app = await runApp()
  phone = await takePhone('phone')
  laptop = await takePhone('laptop')
})

test.afterAll(async () => {
  await Promise.all([phone, laptop].map((one) => one.remove()))
  await app.remove()
  await rm(folder, { recursive: true })
})

test('a shift offline, the phone killed three times, locked and updated: all is there, each once', async () => {
  const leader = await laptop.open(app.url)
  await enrol(leader, solveig)
  await takeNewsIntoUse(leader)
  await laptop.end()
  let page = await phone.open(app.url)
  await enrol(page, ahmed)
  await handOver(page)
  await page.getByRole('link', { name: 'Ny på denne telefonen' }).click()
  await enrolBesideColleague(page, nina)
  const visits = await readVisits(page, visitCount)
  await app.kill()
  page = await reopen()

  // Three visits, and the battery is pulled.
  for (const visit of visits.slice(0, 3)) await writeAndSign(page, visit)
  await signDosesOf(page, at(visits, 0))
  await countersignFirst(page, at(visits, 0))
  await phone.kill()
  page = await reopen()

  // Pulled again in the middle of a note, and of a medicine round.
  await markDosesOf(page, at(visits, 1))
  await write(page, at(visits, 3))
  await phone.kill()
  page = await reopen()
  await resume(page, at(visits, 3))
  await sign(page)
  await signMarked(page, at(visits, 1))
  for (const visit of visits.slice(4, 6)) await writeAndSign(page, visit)

  // Locked in the middle of a note.
  await write(page, at(visits, 6))
  await lock(page)
  await expect(page.getByText('1 skjema er ikke signert')).toBeVisible()
  await typeCode(page, nina.code)
  await resume(page, at(visits, 6))
  await sign(page)
  await correct(page, at(visits, 1), reason)
  const measured = measurementsOf(at(visits, 4), at(visits, 5))
  for (const one of measured) await signNews(page, one)

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
  for (const visit of visits.slice(2)) await signDosesOf(page, visit)
  expect(doses).toHaveLength(doseCount)
  await phone.kill()
  page = await reopen()
  await page.getByRole('link', { name: 'Skriv', exact: true }).click()
  await expect(page.getByText('Mine utkast og usignerte')).toBeHidden()

  await app.start(folder)
  await sendNow(page)
  const received = page.getByRole('list', { name: 'Mottatt', exact: true })
  const rows = received.getByRole('listitem')
  await expect(rows.filter({ hasText: 'Besøksnotat' })).toHaveCount(visitCount + 1)
  await expect(rows.filter({ hasText: 'NEWS2' })).toHaveCount(measured.length)
  await expect(rows.filter({ hasText: 'Signeringsliste legemidler' })).toHaveCount(doseCount)
  await expect(page.getByRole('list', { name: 'Signert her, ikke mottatt ennå' })).toBeHidden()

  await expectAllReceived(visits, measured)
})

/** On the leader's laptop: what was written by whom, when it happened and when it was signed. */
async function expectAllReceived(
  visits: readonly Visit[],
  measured: readonly Measured[],
): Promise<void> {
  const leader = await laptop.open(app.url)
  await unlock(leader, solveig)
  const count = visitCount + 1 + doseCount + measured.length
  // What was sent together is received at once and has its effect note by note.
  await expect(async () => {
    await sendNow(leader)
    await leader.getByRole('navigation').getByRole('link', { name: 'Mottatt' }).click()
    await expect(leader.getByText(`${count} notater`)).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 90_000 })
  const texts = await leader.getByRole('article').allTextContents()
  // Times and short facts are not broken over lines.
  const notes = texts.map((text) => text.replaceAll('\u00a0', ' '))
  const withAll = (...parts: readonly string[]) =>
    notes.filter((note) => parts.every((part) => note.includes(part)))

  for (const visit of visits) {
    const [note = '', ...others] = withAll(`${visit.text}.`, visit.name)
    expect(others).toEqual([])
    expectAuthorAndTimes(note, visit.happened)
  }
  for (const { patient, medicine, slot, outcome } of doses) {
    const [note = '', ...others] = withAll('Signeringsliste', patient, medicine, `kl.${slot}`)
    expect(others).toEqual([])
    if (outcome.kind === 'notGiven') {
      expect(note).toContain(`Gitt?Ikke gittHvorfor ikke?${outcome.reason}`)
      expect(note).toContain(author)
      continue
    }
    expect(note).toContain('Gitt?Gitt')
    expectAuthorAndTimes(note, outcome.happened)
    if (outcome.kind !== 'controlled') continue
    expect(note).toContain(`Antall før${outcome.before}Antall etter${outcome.after}`)
    expect(note).toMatch(/Dobbeltkontrollert av Ahmed/)
    expect(note).not.toContain('Trenger dobbeltkontroll')
  }
  for (const { patient, happened, sum } of measured) {
    const [note = '', ...others] = withAll('NEWS2 ·', patient)
    expect(others).toEqual([])
    expect(note).toContain(`NEWS2, sum${sum}`)
    expectAuthorAndTimes(note, happened)
  }
  const corrected = at(visits, 1)
  const [old = ''] = withAll(`${corrected.text}.`)
  expect(old).toMatch(/Rettet i et senere notat av Nina.*Grunn: Skrev feil mengde/)
  const corrections = withAll(`${corrected.text}, rettet.`)
  expect(corrections).toHaveLength(1)
  expect(corrections[0]).toContain(`Retter et tidligere notat. Grunn: ${reason}`)
}

/** When it happened, when it was written, which is another time, and by whom. */
function expectAuthorAndTimes(note: string, happened: string): void {
  expect(note).toContain(happened)
  expect(note).toMatch(/skrevet\s(i dag )?\d\d:\d\d/)
  expect(note).toContain(author)
}

/** What is marked of a patient's yesterday: the first of all is a controlled substance, each fifth is not given. */
async function markDosesOf(page: Page, visit: Visit): Promise<number> {
  await openYesterday(page, visit)
  const read = (await readDoses(page)).slice(0, doseCount - doses.length)
  for (const { medicine, slot } of read) {
    const dose: Dose = {
      path: visit.path,
      patient: visit.name,
      medicine,
      slot,
      outcome: outcomeOf(doses.length),
    }
    await markDose(page, dose)
    doses.push(dose)
  }
  return read.length
}

async function signDosesOf(page: Page, visit: Visit): Promise<void> {
  const count = await markDosesOf(page, visit)
  if (count > 0) await signDoses(page, count)
}

/** What was marked before the phone died is still marked. */
async function signMarked(page: Page, visit: Visit): Promise<void> {
  await openYesterday(page, visit)
  await signDoses(page, doses.filter(({ path }) => path === visit.path).length)
}

async function countersignFirst(page: Page, visit: Visit): Promise<void> {
  const [first] = doses
  if (first === undefined) throw new Error('Nobody has been given anything')
  const row = rowOf(page, first)
  await expect(row.getByText('Trenger dobbeltkontroll')).toBeVisible()
  await row.getByRole('link', { name: /^Dobbeltkontroll/ }).click()
  await countersignHere(page, { name: 'Ahmed Haugen', code: ahmed.code })
  await openYesterday(page, visit)
  await expect(rowOf(page, first).getByText('Dobbeltkontrollert av Ahmed Haugen')).toBeVisible()
}

function outcomeOf(n: number): Outcome {
  const happened = `i går 19:${10 + n}`
  if (n === 0) return { kind: 'controlled', happened, before: 12, after: 11 }
  const reasons = ['avslått', 'ikke hjemme', 'kvalme']
  if (n % 5 === 4) return { kind: 'notGiven', reason: reasons[n % reasons.length] ?? 'annet' }
  return { kind: 'given', happened }
}

/** A browser that is killed may have forgotten who unlocked last: then it asks for the colleague's code. */
async function chooseNina(page: Page): Promise<void> {
  const title = page.getByRole('heading', { level: 1, name: /^(Nina|Ahmed|Hvem er du)/ })
  await expect(title).toBeVisible()
  const asked = (await title.textContent()) ?? ''
  if (asked.startsWith(author)) return
  if (asked.startsWith('Ahmed')) await page.getByRole('button', { name: 'Bytt ansatt' }).click()
  await page.getByRole('button', { name: author }).click()
}

async function reopen(): Promise<Page> {
  const page = await phone.open(app.url)
  await chooseNina(page)
  await unlock(page, nina)
  return page
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
