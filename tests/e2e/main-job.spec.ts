import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { ahmed, enrol, nina, solveig, unlock } from './actions/enrol.ts'
import { fillVisitNote, openPatient, takeInWeekList } from './actions/work.ts'
import { weekList } from './actions/week-list.ts'

const note = 'Byttet til full oksygenflaske 16:40. Hun spurte etter sønnen.'

test.describe.configure({ timeout: 300_000 })

let app: RunningApp
let laptop: RealPhone
let phone: RealPhone
let secondPhone: RealPhone

test.beforeAll(async () => {
  app = await runApp()
  laptop = await takePhone('laptop')
  phone = await takePhone('phone')
  secondPhone = await takePhone('phone')
})

test.afterAll(async () => {
  await Promise.all([laptop, phone, secondPhone].map((one) => one.remove()))
  await app.remove()
})

test('from the EHR list to the phone, through an outage, and home again', async ({}, info) => {
  const leader = await laptop.open(app.url)
  await enrol(leader, solveig)
  await takeInWeekList(leader)

  let nurse = await phone.open(app.url)
  await enrol(nurse, nina)

  // The outage: the server is gone, and the phone's battery is pulled.
  await app.kill()
  await phone.kill()
  nurse = await phone.open(app.url)
  await unlock(nurse, nina)
  await expectEverythingIsThere(nurse)

  await fillVisitNote(nurse, note)
  await phone.kill()
  nurse = await phone.open(app.url)
  await unlock(nurse, nina)
  await signTheDraft(nurse)

  // Power is back.
  await app.start()
  await expectReceipted(nurse)
  await expectTheLeaderSeesItOnce(leader)

  const colleague = await secondPhone.open(app.url)
  await enrol(colleague, ahmed)
  await openPatient(colleague, weekList)
  await expect(colleague.getByText(note)).toHaveCount(1)

  await expectTheBinder(leader, join(info.outputDir, 'perm.pdf'))
})

async function expectEverythingIsThere(nurse: Page): Promise<void> {
  await expect(nurse.getByText('Uten nett', { exact: false }).first()).toBeVisible()
  await nurse.getByRole('link', { name: 'Lister', exact: true }).click()
  for (const list of ['BST', 'TRY / HST', 'VEM', 'VDT']) {
    await expect(nurse.getByRole('link', { name: list })).toBeVisible()
  }
  await nurse.getByRole('link', { name: 'BST' }).click()
  await expect(nurse.getByText(weekList.patient)).toBeVisible()
  await nurse.getByRole('link', { name: 'Kort', exact: true }).click()
  for (const card of ['TK-01', 'TK-02', 'TK-03']) {
    await expect(nurse.getByRole('link', { name: card })).toBeVisible()
  }
  await openPatient(nurse, weekList)
  await expect(nurse.getByText(weekList.street)).toBeVisible()
  await expect(nurse.getByText('penicillin')).toBeVisible()
}

async function signTheDraft(nurse: Page): Promise<void> {
  await nurse.getByRole('link', { name: 'Skriv', exact: true }).click()
  await nurse.getByRole('link', { name: /Besøksnotat.*Gravdal/ }).click()
  await expect(nurse.getByLabel('Hva gjorde du?')).toHaveValue(note)
  await nurse.getByRole('button', { name: 'Signer' }).click()
  await expect(nurse.getByText('Signert og lagret på telefonen')).toBeVisible()
  await expect(instruments(nurse)).toContainText(/Ikke sendt[1-9]/)
}

async function expectReceipted(nurse: Page): Promise<void> {
  await nurse.getByRole('link', { name: 'Mer', exact: true }).click()
  await nurse.getByRole('link', { name: 'Sendt og bekreftet' }).click()
  await nurse.getByRole('button', { name: 'Prøv å sende nå' }).click()
  const row = nurse.getByRole('listitem').filter({ hasText: 'Besøksnotat' })
  await expect(row).toContainText('Bekreftet')
  await expect(instruments(nurse)).toContainText(/Ikke sendt0/)
}

async function expectTheLeaderSeesItOnce(leader: Page): Promise<void> {
  await leader.getByRole('link', { name: 'Mottatt' }).click()
  await expect(leader.getByText(note)).toHaveCount(1, { timeout: 90_000 })
}

async function expectTheBinder(leader: Page, file: string): Promise<void> {
  await leader.getByRole('link', { name: 'Beredskapsperm' }).click()
  await leader.getByRole('group', { name: 'Sone' }).getByLabel('Nord 2').check()
  await leader.getByRole('button', { name: 'Lag permen for Nord 2' }).click()
  const download = leader.waitForEvent('download')
  await leader.getByRole('button', { name: 'Last ned PDF' }).click()
  await (await download).saveAs(file)

  execFileSync('qpdf', ['--check', file])
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  expect(text).toContain(weekList.patient)
}

function instruments(page: Page) {
  return page.getByLabel('Tilstand for data og sending')
}
