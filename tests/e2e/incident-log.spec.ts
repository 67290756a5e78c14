import { expect, test } from '@playwright/test'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { enrol, nina, solveig } from './actions/enrol.ts'
import { type Line, lines, openOnLine } from './actions/lines.ts'
import { sendNow, sign } from './actions/work.ts'

const message = (line: Line) => `Strømmen borte i hele Stokke, meldt av Lede, ${line}`

test.describe.configure({ mode: 'serial', timeout: 240_000 })

let app: RunningApp
let phone: RealPhone

test.beforeAll(async () => {
  app = await runApp()
  phone = await takePhone('phone')
  await enrol(await phone.open(app.url), nina)
})

test.afterAll(async () => {
  await phone.remove()
  await app.remove()
})

for (const line of lines) {
  test(`a line of the incident log is signed ${line}`, async () => {
    const nurse = await openOnLine(line, { app, phone, employee: nina })
    await nurse.getByRole('link', { name: 'Skriv', exact: true }).click()
    await nurse.getByRole('link', { name: /^Hendelseslogg/ }).click()
    await nurse.getByRole('button', { name: 'Nå', exact: true }).first().click()
    await nurse.getByLabel('Hva skjedde, eller hva ble meldt?').fill(message(line))
    await sign(nurse)

    const newest = nurse.getByRole('listitem').filter({ hasText: 'Hendelseslogg' }).first()
    await expect(newest).toContainText('Sonens logg')
    await expect(newest).toContainText({ online: 'Bekreftet', offline: 'Ikke sendt' }[line])
  })
}

test('the leader reads each line once, whatever it was signed on', async () => {
  await app.start()
  const nurse = await openOnLine('online', { app, phone, employee: nina })
  await sendNow(nurse)
  const rows = nurse.getByRole('listitem').filter({ hasText: 'Hendelseslogg' })
  await expect(rows.filter({ hasText: 'Bekreftet' })).toHaveCount(2)

  const laptop = await takePhone('laptop')
  const leader = await laptop.open(app.url)
  await enrol(leader, solveig)
  await leader.getByRole('link', { name: 'Mottatt' }).click()
  for (const line of lines) {
    const read = leader.getByRole('article').filter({ hasText: message(line) })
    await expect(read).toHaveCount(1)
    await expect(read).toContainText('Hendelseslogg · Sonens logg')
  }
  await laptop.remove()
})
