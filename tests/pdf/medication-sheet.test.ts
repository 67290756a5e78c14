import { expect, test } from 'vitest'
import { Flow } from '#pdf/flow.ts'
import { readFonts } from '#pdf/font.ts'
import { drawMedicationSheet } from '#pdf/medication-sheet.ts'
import { area, styles, type Sheet, typesetter } from '#pdf/sheet.ts'
import { noBreak } from '#text/nb/words/phone.ts'
import type { Medication } from '#domain/patient/medication.ts'
import { aBinderContent, aBinderCopy, aMedication, someDetails } from '../support/a-binder.ts'
import { aPatient, at } from '../support/a-patient.ts'
import { binderPdf } from '../support/binder-pdf.ts'
import { formsOfDose } from '../support/forms-of-dose.ts'
import { pagesOfPdf } from '../support/read-pdf.ts'
import { textOnSheets } from '../support/text-on-sheets.ts'

const set = typesetter(readFonts())

function sheetsOf(medications: readonly Medication[]): Sheet[] {
  const flow = new Flow(set, { title: 'Solbakken, Aud', subtitle: 'f. 14.03.1941', tab: 'D' })
  drawMedicationSheet(flow, someDetails({ medications: [...medications] }), [])
  return flow.sheets
}

const textsOf = (sheet: Sheet) =>
  sheet.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []))

test('each form of dose prints as it did', async () => {
  const text = textOnSheets(sheetsOf(formsOfDose.map(({ medication }) => medication)))

  await expect(`${text}\n`).toMatchFileSnapshot('golden/medicines/forms-of-dose.txt')
})

test.each(formsOfDose)('a $form dose says on paper all that is said of it', (dose) => {
  const [sheet] = sheetsOf([dose.medication])
  const text =
    sheet === undefined
      ? ''
      : textsOf(sheet)
          .map((mark) => mark.text)
          .join(' ')

  for (const words of dose.says) expect(text.replaceAll(noBreak, ' ')).toContain(words)
})

/** Rows of five lines each, every line of which names its row. */
const numbers = Array.from({ length: 40 }, (_, n) => String(n + 1).padStart(2, '0'))
const manyRows = numbers.map((number) =>
  aMedication({
    name: `Legemiddel rad${number}`,
    activeIngredient: null,
    strength: null,
    doses: ['08:00', '12:00', '16:00', '20:00', '22:00'].map((time) => ({
      at: at(time),
      amount: `1 rad${number}`,
    })),
  }),
)
const linesOfRow = 6

test('a medicine is never split over two pages, with rows that a break at any line would split', () => {
  const sheets = sheetsOf(manyRows)

  expect(sheets.length).toBeGreaterThan(2)
  for (const number of numbers) {
    const counts = sheets.map(
      (sheet) => textsOf(sheet).filter(({ text }) => text.includes(`rad${number}`)).length,
    )
    expect(counts.filter((count) => count > 0)).toEqual([linesOfRow])
  }
  // There was room for a line more on each page that was left: only a row of several did not fit.
  const rooms = sheets
    .slice(0, -1)
    .map((sheet) => area.bottom - Math.max(...textsOf(sheet).map(({ y }) => y)))
  expect(rooms.some((room) => room > 2 * styles.body.leading)).toBe(true)
})

test('in the binder’s PDF each medicine stands whole on one page, with whose sheet it is on every page', async () => {
  const content = aBinderContent({
    patients: [aPatient()],
    details: [someDetails({ medications: manyRows })],
  })

  const pdf = await binderPdf(
    { content, copy: aBinderCopy() },
    { onProgress: () => {}, isCancelled: () => false },
  )

  const pages = pagesOfPdf(pdf?.bytes ?? new Uint8Array())
  for (const number of numbers) {
    const counts = pages.map((page) => page.split(`rad${number}`).length - 1)
    expect(counts.filter((count) => count > 0)).toEqual([linesOfRow])
  }
  for (const page of pages.filter((text) => text.includes('Legemiddel rad'))) {
    expect(page).toContain('Somby, Máret')
    expect(page).toContain('Når og hvor mye')
  }
})
