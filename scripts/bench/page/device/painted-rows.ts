import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { RowFact } from '#domain/lists/row-facts.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { rowFactText } from '#text/nb/words/row-fact.ts'

/** What a row shows, whoever made it. */
export type PaintedRow = {
  key: string
  patient: Patient
  dueAt: string
  state: string
  facts: readonly RowFact[]
}

/** A place on the page where rows are drawn as a screen draws them; each call ends when they are painted. */
export function paintedRows() {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  return {
    async paint(rows: readonly PaintedRow[]): Promise<void> {
      flushSync(() => root.render(createElement('ol', null, rows.map(rowElement))))
      await nextFrame()
    },
    remove(): void {
      root.unmount()
      place.remove()
    },
  }
}

function rowElement({ key, patient, dueAt, state, facts }: PaintedRow) {
  const { name, phone } = patient
  const texts = facts.map(rowFactText)
  return createElement(
    'li',
    { key },
    createElement('a', { href: `#${patient.id}` }, `${name.family}, ${name.given}`),
    createElement('time', { dateTime: dueAt }, dueAt),
    createElement('strong', null, state),
    createElement('a', { href: `tel:${phone ?? ''}` }, phone),
    texts.map((text, place) => createElement('span', { key: place }, text)),
  )
}

/** After the frame in which the rows are drawn. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
  })
}
