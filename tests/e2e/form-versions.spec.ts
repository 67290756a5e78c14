import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { enrol, nina, solveig, typeCode, unlock } from './actions/enrol.ts'
import { openPatient, sendNow, sign } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }
const file = join(import.meta.dirname, '../data/helsenorge-refero/calculators-q.json')
const asked = { first: 'Hva så du hos bruker?', second: 'Hva observerte du hos bruker?' }
const seen = { first: 'Ustø i gangen', second: 'Går godt med rullator' }

test.describe.configure({ timeout: 300_000 })

let app: RunningApp
let phone: RealPhone
let laptop: RealPhone

test.beforeAll(async () => {
  app = await runApp()
  phone = await takePhone('phone')
  laptop = await takePhone('laptop')
})

test.afterAll(async () => {
  await Promise.all([phone, laptop].map((one) => one.remove()))
  await app.remove()
})

test('a form from Helsenorge is issued, and a draft of version 1 is signed as such after version 2 has come', async () => {
  const leader = await laptop.open(app.url)
  await enrol(leader, solveig)
  await importForm(leader)
  await publish(leader, 1)
  let nurse = await phone.open(app.url)
  await enrol(nurse, nina)
  await openForm(nurse)
  await app.kill()
  nurse = await phone.open(app.url)
  await unlock(nurse, nina)
  await openForm(nurse)
  await nurse.getByLabel(asked.first).fill(seen.first)
  await expect(nurse.getByText(/Lagret på telefonen \d\d:\d\d:\d\d/)).toBeVisible()

  await app.start()
  await rewordQuestion(leader)
  await publish(leader, 2)
  await sendNow(nurse)

  await openPatient(nurse, somby)
  await nurse.getByRole('link', { name: /^Fortsett Fallrisiko/ }).click()
  await expect(nurse.getByText(/^Du begynte i versjon 1 av skjemaet/)).toBeVisible()
  await expect(nurse.getByLabel(asked.first)).toHaveValue(seen.first)
  await sign(nurse)
  await openForm(nurse)
  await nurse.getByLabel(asked.second).fill(seen.second)
  await sign(nurse)
  await sendNow(nurse)
  await expectBothNotes(leader)
})

async function importForm(leader: Page): Promise<void> {
  await leader.getByRole('link', { name: 'Kommunens skjema' }).click()
  await leader.getByLabel('Hent skjema fra fil').setInputFiles(file)
  await leader.getByLabel('Tittel').fill('Fallrisiko')
  await leader.getByLabel('Spørsmålet').last().fill(asked.first)
  await leader.getByRole('button', { name: 'Legg til', exact: true }).click()
  const preview = leader.getByRole('region', { name: 'Slik blir det på telefonen' })
  await preview.getByLabel(asked.first).fill('Prøver')
  await expect(leader.getByText(/Lagret på telefonen \d\d:\d\d:\d\d/)).toBeVisible()
  await leader.reload()
  await typeCode(leader, solveig.code)
  await expect(leader.getByLabel('Tittel')).toHaveValue('Fallrisiko')
  await expect(preview.getByLabel(asked.first)).toHaveValue('')
}

async function rewordQuestion(leader: Page): Promise<void> {
  await leader.getByRole('button', { name: 'Lag neste versjon' }).click()
  await leader.getByRole('button', { name: `Endre: ${asked.first}` }).click()
  await leader
    .getByRole('group', { name: `Endre: ${asked.first}` })
    .getByLabel('Spørsmålet')
    .fill(asked.second)
}

async function publish(leader: Page, version: number): Promise<void> {
  await leader.getByRole('button', { name: 'Se over og gi ut' }).click()
  await leader.getByRole('button', { name: `Gi ut versjon ${version}` }).click()
  await expect(leader.getByRole('region', { name: `Versjon ${version}` })).toBeVisible()
}

async function openForm(nurse: Page): Promise<void> {
  await openPatient(nurse, somby)
  await nurse.getByRole('link', { name: 'Fallrisiko', exact: true }).click()
  await expect(nurse.getByRole('heading', { level: 1, name: 'Fallrisiko' })).toBeVisible()
}

async function expectBothNotes(leader: Page): Promise<void> {
  await sendNow(leader)
  await openPatient(leader, somby)
  for (const text of [asked.first, seen.first, asked.second, seen.second]) {
    await expect(leader.getByText(text).first()).toBeVisible()
  }
}
