import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { goldenVersions, versionFolder } from '../golden/golden-files.ts'
import { unpackClient } from '../golden/packed-client.ts'
import { type RealPhone, takePhone } from '../support/real-phone.ts'
import { type RunningApp, runApp } from '../support/running-app.ts'
import { asRelease } from '../support/shell-server.ts'
import { enrol, nina, typeCode } from './actions/enrol.ts'
import { fillVisitNote, openPatient, sendNow, sign } from './actions/work.ts'

const patient = { patient: 'Somby, Máret', search: 'somby' }
const note = 'Skrevet i den gamle appen 16:40.'

test.describe.configure({ timeout: 180_000 })

for (const version of goldenVersions) {
  test.describe(`the client of version ${version}`, () => {
    let folder: string
    let app: RunningApp
    let phone: RealPhone

    test.beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'beredt-client-'))
      await unpackClient(join(versionFolder(version), 'client.br'), join(folder, 'old'))
      await layOutToday(join(folder, 'today'))
      app = await runApp(join(folder, 'old'))
      phone = await takePhone('phone')
    })

    test.afterAll(async () => {
      await phone.remove()
      await app.remove()
      await rm(folder, { recursive: true })
    })

    test('works with today’s server, and leaves today’s client all that it has', async () => {
      let nurse = await phone.open(app.url)
      await enrol(nurse, nina)
      await openPatient(nurse, patient)
      await fillVisitNote(nurse, note)
      await sign(nurse)
      await sendNow(nurse)
      await expectReceipt(nurse)

      await phone.end()
      await app.stop()
      await app.start(join(folder, 'today'))
      nurse = await phone.open(app.url)
      await takeUpdate(nurse)
      // The old client kept nothing of how long a code is, so that today's waits to be told that it is whole.
      await typeCode(nurse, nina.code)
      await nurse.getByRole('button', { name: 'Lås opp' }).click()
      await expect(nurse.getByRole('heading', { level: 1, name: 'Nå' })).toBeVisible()

      await nurse.getByRole('link', { name: 'Mer', exact: true }).click()
      await nurse.getByRole('link', { name: 'Sendt og bekreftet' }).click()
      await expectReceipt(nurse)
      await openPatient(nurse, patient)
      await expect(nurse.getByText(note)).toHaveCount(1)
    })
  })
}

/** What was built last, as a release of its own also where the old client was built from the same. */
async function layOutToday(folder: string): Promise<void> {
  await cp(join(import.meta.dirname, '../../dist'), folder, { recursive: true })
  const worker = join(folder, 'sw.js')
  await writeFile(worker, asRelease(await readFile(worker, 'utf8'), 1))
}

async function expectReceipt(page: Page): Promise<void> {
  const row = page.getByRole('listitem').filter({ hasText: 'Besøksnotat' })
  await expect(row).toContainText('Bekreftet')
}

async function takeUpdate(page: Page): Promise<void> {
  const take = page.getByRole('button', { name: 'Ta i bruk ny versjon' })
  await take.click()
  await expect(take).toBeHidden()
  await expect
    .poll(() => page.evaluate(() => caches.keys()))
    .toEqual([expect.stringMatching(/-1$/)])
}
