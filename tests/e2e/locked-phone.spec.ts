import { expect, type Page, test } from '@playwright/test'
import { dumpOrigin } from '../support/dump-origin.ts'
import { takePhone } from '../support/real-phone.ts'
import { runApp } from '../support/running-app.ts'
import { wordsInProfile } from '../support/search-profile.ts'
import { wordsInHeap } from '../support/words-in-heap.ts'
import { enrol, nina } from './actions/enrol.ts'
import { fillVisitNote, lock, openPatient } from './actions/work.ts'

const typed = 'Kvernknurret surret baklengs'
const planted = 'Plantet Klartekst Pomperipossa'

/** Of the demo's Nord 2: names, an address, a number, a medicine; and what the nurse types. */
const secrets = [
  'Solbakken',
  'Somby',
  'Furuveien',
  '900 00 117',
  'Furix',
  'Metformin',
  'penicillin',
  typed,
]

test.describe.configure({ timeout: 180_000 })

test('a locked phone holds no name, address, number, medicine or typed word in the clear', async () => {
  const app = await runApp()
  const phone = await takePhone('phone')
  const page = await phone.open(app.url)
  await enrol(page, nina)
  // A browser keeps titles and fields for its own history and restoring; they are searched too.
  await openPatient(page, { patient: 'Somby, Máret', search: 'somby' })
  await fillVisitNote(page, typed)
  await plant(page)
  await lock(page)

  const inHeap = await wordsInHeap(page, [...secrets, planted])
  const dump = await dumpOrigin(page)
  await phone.end()
  const inFiles = await wordsInProfile(phone.profile, [...secrets, planted])

  // The worker that had it all is gone; the page keeps what was planted in it, and none of what it showed.
  expect(page.workers()).toHaveLength(0)
  expect(inHeap).toEqual([planted])
  expect(secrets.filter((secret) => dump.includes(secret))).toEqual([])
  expect(dump).toContain(planted)
  // The same search finds what was written in the clear, so it would have found the rest.
  expect(inFiles).toEqual([planted])
  await phone.remove()
  await app.remove()
})

/** Writes a known text into an unencrypted store, a cache and localStorage. */
async function plant(page: Page): Promise<void> {
  await page.evaluate(async (text) => {
    Reflect.set(globalThis, 'planted', { text })
    localStorage.setItem('planted', text)
    await (await caches.open('planted')).put('/planted', new Response(text))
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('planted', 1)
      opening.addEventListener('error', () => reject(new Error('Nothing was planted')))
      opening.addEventListener('upgradeneeded', () => {
        opening.result.createObjectStore('rows').put({ text }, 1)
      })
      opening.addEventListener('success', () => {
        opening.result.close()
        resolve()
      })
    })
  }, planted)
}
