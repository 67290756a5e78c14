import { expect, type Page, test } from '@playwright/test'
import { type Fault, faultyProxy } from '../support/faulty-proxy.ts'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { ahmed, enrol, nina, typeCode } from './actions/enrol.ts'
import { fillVisitNote, goTo, openPatient, sendNow, sign } from './actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }
const note = 'Skrevet bak gjestenettet'

test.describe.configure({ timeout: 300_000 })

test('behind a faulty line nothing is lost, nothing is said to be sent, and it heals', async () => {
  const app = await runApp()
  const line = await faultyProxy(app.url)
  const phone = await takePhone('phone')
  let page = await phone.open(line.url)
  await enrol(page, nina)

  line.fail('portal')
  page = await phone.open(line.url)
  await typeCode(page, nina.code)
  await expect(page.getByText(/^Uten nett/).first()).toBeVisible()
  await openPatient(page, somby)
  await fillVisitNote(page, note)
  await sign(page)
  for (const fault of ['portal', 'drop', 'cutAnswers'] satisfies Fault[]) {
    line.fail(fault)
    await expectNotConfirmed(page)
  }

  line.fail('slow')
  await goTo(page, '/mer')
  await sendNow(page)
  const row = page.getByRole('listitem').filter({ hasText: 'Besøksnotat' })
  await expect(row).toContainText('Bekreftet')
  await openPatient(page, somby)
  await expect(page.getByText(note)).toHaveCount(1)

  await phone.remove()
  await line.stop()
  await app.remove()
})

test('at two kilobytes a second, loaded anew in the middle of sending: each entry comes once', async () => {
  const app = await runApp()
  const line = await faultyProxy(app.url)
  const phone = await takePhone('phone')
  let page = await phone.open(line.url)
  await enrol(page, nina)
  line.fail('drop')
  const texts = [1, 2, 3, 4, 5, 6].map((n) => `Skrevet der masten nesten ikke når, ${n}`)
  for (const text of texts) {
    await openPatient(page, somby)
    await fillVisitNote(page, text)
    await sign(page)
  }

  line.fail('thin')
  await page.getByRole('button', { name: 'Prøv å sende nå' }).click()
  await expect(page.getByRole('banner').getByText(/^Sender nå/)).toBeVisible()
  page = await phone.open(line.url)
  await typeCode(page, nina.code)
  await goTo(page, '/sendt')
  const rows = page.getByRole('list', { name: 'Mottatt', exact: true }).getByRole('listitem')
  await expect(rows.filter({ hasText: 'Besøksnotat' })).toHaveCount(texts.length, {
    timeout: 120_000,
  })
  await phone.remove()

  const laptop = await takePhone('laptop')
  const leader = await laptop.open(app.url)
  await enrol(leader, ahmed)
  await leader.getByRole('link', { name: 'Mottatt' }).click()
  await expect(leader.getByRole('article')).toHaveCount(texts.length)
  for (const text of texts) await expect(leader.getByText(text)).toHaveCount(1)
  await laptop.remove()
  await line.stop()
  await app.remove()
})

async function expectNotConfirmed(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Prøv å sende nå' }).click()
  await expect(page.getByText('Fikk ikke kontakt. Det prøves igjen av seg selv.')).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: 'Besøksnotat' })
  await expect(row).toContainText(/Ikke sendt|Sendt, ikke bekreftet/)
  await expect(page.getByLabel('Tilstand for data og sending')).not.toContainText(
    /Ikke sendt0Ikke bekreftet0/,
  )
}
