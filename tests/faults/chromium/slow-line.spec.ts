import { expect, type Page, test } from '@playwright/test'
import { faultyProxy } from '../../support/faulty-proxy.ts'
import { takePhone } from '../../support/real-phone.ts'
import { runApp } from '../../support/running-app.ts'
import { enrol, nina, typeCode } from '../../e2e/actions/enrol.ts'
import { fillVisitNote, goTo, openPatient, sign } from '../../e2e/actions/work.ts'

const somby = { patient: 'Somby, Máret', search: 'somby' }
/** What the thin line carries. */
const bytesPerSecond = 2_000
const notes = 60

test.describe.configure({ timeout: 900_000 })

test('sixty notes at two kilobytes a second are home within half again of what their bytes need', async () => {
  const app = await runApp()
  const line = await faultyProxy(app.url)
  const phone = await takePhone('phone')
  const page = await phone.open(line.url)
  await enrol(page, nina)
  line.fail('drop')
  for (let n = 1; n <= notes; n++) {
    await openPatient(page, somby)
    await fillVisitNote(page, `Skrevet der masten nesten ikke når, ${n}`)
    await sign(page)
  }
  const bytes = await unsentBytes(page)
  await goTo(page, '/sendt')

  line.fail('thin')
  await page.getByRole('button', { name: 'Prøv å sende nå' }).click()
  const begun = Date.now()
  await expect.poll(() => unsentBytes(page), { timeout: 600_000, intervals: [500] }).toBe(0)
  const seconds = (Date.now() - begun) / 1000

  const needed = bytes / bytesPerSecond
  process.stdout.write(
    `figures: ${notes} notes, ${bytes} bytes, need ${needed.toFixed(0)} s, home after ${seconds.toFixed(0)} s\n`,
  )
  expect(bytes).toBeGreaterThan(60 * bytesPerSecond)
  expect(seconds).toBeLessThan(1.5 * needed)
  await phone.remove()
  await line.stop()
  await app.remove()
})

test('a line that went silent is found again without a touch, and nothing untrue is said', async () => {
  const app = await runApp()
  const line = await faultyProxy(app.url)
  const phone = await takePhone('phone')
  let page = await phone.open(line.url)
  await enrol(page, nina)
  line.fail('silent')
  page = await phone.open(line.url)
  await typeCode(page, nina.code)
  await openPatient(page, somby)
  await fillVisitNote(page, 'Skrevet mens ingen svarte')
  await sign(page)
  const said = new Set<string>()
  for (let second = 0; second < 90; second++) {
    said.add(
      (await page.getByRole('banner').locator('.line strong').innerText()).replace(
        /\d\d:\d\d/,
        'kl.',
      ),
    )
    await page.waitForTimeout(1_000)
  }

  line.fail('none')
  const begun = Date.now()
  await expect.poll(() => unsentBytes(page), { timeout: 300_000, intervals: [500] }).toBe(0)
  await expect(page.getByRole('banner').getByText('På nett', { exact: true })).toBeVisible()
  const seconds = (Date.now() - begun) / 1000

  process.stdout.write(
    `figures: silent for 90 s, said ${[...said].join(', ')}; found after ${seconds.toFixed(0)} s\n`,
  )
  expect([...said]).toEqual(['Prøver nettet …', 'Uten nett siden kl.'])
  // Five tries of 20 seconds at most have failed, so that the back-off has a limit of 32 seconds; one try may be on its way.
  expect(seconds).toBeLessThan(20 + 2 * 32)
  await phone.remove()
  await line.stop()
  await app.remove()
})

/** How many bytes the entries have together that no server has a receipt for, as they lie on the phone. */
function unsentBytes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('outbox')
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(new Error('The outbox did not open')))
    })
    const rows = await new Promise<{ state: string; entry: unknown }[]>((resolve, reject) => {
      const reading = database.transaction('entries').objectStore('entries').getAll()
      reading.addEventListener('success', () => resolve(reading.result))
      reading.addEventListener('error', () => reject(new Error('Nothing was read')))
    })
    database.close()
    return rows
      .filter(({ state }) => state === 'sealed')
      .reduce((sum, { entry }) => sum + JSON.stringify(entry).length, 0)
  })
}
