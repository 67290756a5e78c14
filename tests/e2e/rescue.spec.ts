import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { OutboxFile } from '#contract/outbox-file.ts'
import { damageFile } from '../support/damaged-shell.ts'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { enrol, nina, unlock } from './actions/enrol.ts'
import { fillVisitNote, openPatient, sendNow, sign } from './actions/work.ts'

const note = 'Skrevet før appen gikk i stykker'

test.describe.configure({ timeout: 240_000 })

test('what cannot be sent from a broken app is taken out as a sealed file, taken in by the server, and sent once', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  const page = await phone.open(app.url)
  await enrol(page, nina)
  await sendNow(page)
  await app.stop()
  await openPatient(page, { patient: 'Somby, Máret', search: 'somby' })
  await fillVisitNote(page, note)
  await sign(page)
  await damageFile(page, '/index.html', 'altered')

  await page.goto(app.url)
  await expect(page.getByText('Det du har skrevet, er ikke borte')).toBeVisible()
  await expect(page.getByText('2 signerte oppføringer er ikke sendt')).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Ta ut det som ikke er sendt' }).click(),
  ])
  const path = await download.path()
  const text = await readFile(path, 'utf8')
  const file = OutboxFile.parse(JSON.parse(text))
  await app.start()
  const taken = await runOutboxCommand(path, app.dataDir)
  await page.getByRole('link', { name: 'Prøv igjen' }).click()
  await unlock(page, nina)
  await sendNow(page)

  expect(file.lines.flatMap(({ entries }) => entries)).toHaveLength(2)
  expect(text).not.toContain(note)
  expect(download.suggestedFilename()).toMatch(/^beredt-ikke-sendt-\d{4}-\d\d-\d\d\.json$/)
  const nothing = { duplicate: 0, conflict: 0, quarantined: 0, unvouched: 0 }
  expect(taken).toMatchObject({ taken: { ...nothing, stored: 2 } })
  await openPatient(page, { patient: 'Somby, Máret', search: 'somby' })
  await expect(page.getByText(note)).toHaveCount(1)
  await phone.remove()
  await app.remove()
})

async function runOutboxCommand(file: string, dataDir: string): Promise<unknown> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['scripts/outbox.ts', file, '--json'],
    { env },
  )
  return JSON.parse(stdout)
}
