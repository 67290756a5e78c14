import { expect, test } from '@playwright/test'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { enrol, nina, solveig, unlock } from './actions/enrol.ts'
import { sendNow, sign } from './actions/work.ts'

const message = 'Strømmen borte i hele Stokke, meldt av Lede'

test.describe.configure({ timeout: 180_000 })

test('a line of the incident log is signed offline and read once by the leader', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  const laptop = await takePhone('laptop')
  let nurse = await phone.open(app.url)
  await enrol(nurse, nina)

  await app.kill()
  await nurse.getByRole('link', { name: 'Skriv', exact: true }).click()
  await nurse.getByRole('link', { name: /^Hendelseslogg/ }).click()
  await nurse.getByRole('button', { name: 'Nå', exact: true }).first().click()
  await nurse.getByLabel('Hva skjedde, eller hva ble meldt?').fill(message)
  await sign(nurse)
  const row = nurse.getByRole('listitem').filter({ hasText: 'Hendelseslogg' })
  await expect(row).toContainText('Sonens logg')
  await expect(row).toContainText('Ikke sendt')

  await app.start()
  nurse = await phone.open(app.url)
  await unlock(nurse, nina)
  await sendNow(nurse)
  await expect(row).toContainText('Bekreftet')

  const leader = await laptop.open(app.url)
  await enrol(leader, solveig)
  await leader.getByRole('link', { name: 'Mottatt' }).click()
  const line = leader.getByRole('article').filter({ hasText: message })
  await expect(line).toHaveCount(1)
  await expect(line).toContainText('Hendelseslogg · Sonens logg')

  await Promise.all([phone.remove(), laptop.remove()])
  await app.remove()
})
