import { binderAsOf, type Binder } from '#domain/binder/binder.ts'
import { localClock } from '#domain/time/instant.ts'
import { weekNumber } from '#domain/time/local-day.ts'
import { binderText } from '#text/nb/print/binder.ts'
import {
  area,
  paper,
  styles,
  type Mark,
  type Sheet,
  type TextStyle,
  type Typesetter,
} from './sheet.ts'
import { shortHash } from '#text/nb/print/short-hash.ts'
import { momentText, withMissingCount } from './wording.ts'

export const tabs = 'ABCDEFGHIJKLM'

const tab = { top: 84, height: 50, step: 55, width: 22.5 }
const title: TextStyle = { size: 20.5, weight: 'bold', leading: 26 }
const subtitle: TextStyle = { size: 10.8, weight: 'regular', leading: 14 }
const small: TextStyle = { size: 8.25, weight: 'regular', leading: 11 }

/** Adds to each sheet what every page has: heading, tab, foot, page number and the stripe of an exercise. */
export function frame(sheets: readonly Sheet[], binder: Binder, set: Typesetter): void {
  const foot = footLines(binder)
  for (const [i, sheet] of sheets.entries()) {
    sheet.marks.push(
      ...(sheet.title === '' ? [] : headMarks(sheet, set)),
      ...tabMarks(sheet, set),
      ...footMarks(binderText.page(i + 1, sheets.length), foot, set),
      ...(binder.content.world === 'exercise' ? stripeMarks(set) : []),
    )
  }
}

function headMarks(sheet: Sheet, set: Typesetter): Mark[] {
  const [first, second] = binderText.confidential
  const room = area.right - area.left - 90
  // Made smaller, never cut, because the as-of time is at the end of the line.
  const fitted = (text: string, style: TextStyle): TextStyle => {
    const size = (style.size * room) / set.width(text, style)
    return size < style.size ? { ...style, size } : style
  }
  return [
    set.mark(sheet.title, area.left, 51, fitted(sheet.title, title)),
    set.mark(sheet.subtitle, area.left, 69, fitted(sheet.subtitle, subtitle)),
    set.markEndingAt(first, area.right, 57.5, styles.heading),
    set.markEndingAt(second, area.right, 69.5, styles.heading),
    { kind: 'line', x1: area.left, y1: 80.6, x2: area.right, y2: 80.6, width: 1.5 },
  ]
}

function tabMarks(sheet: Sheet, set: Typesetter): Mark[] {
  if (sheet.tab === null) return []
  const y = tab.top + tab.step * tabs.indexOf(sheet.tab)
  const x = paper.width - tab.width
  const letter = set.mark(sheet.tab, 0, y + tab.height / 2 + 4.6, { ...styles.section, size: 13.5 })
  const inset = (tab.width - set.width(sheet.tab, { ...styles.section, size: 13.5 })) / 2
  return [
    { kind: 'box', x, y, width: tab.width, height: tab.height, filled: true },
    ...(letter.kind === 'text' ? [{ ...letter, x: x + inset, white: true }] : []),
  ]
}

/** Returns the two lines at the foot of every page: the copy, and its content. */
function footLines({ content, copy }: Binder): [copy: string, hash: string] {
  const asOf = binderAsOf(content) ?? copy.printedAt
  const printed = momentText(copy.printedAt)
  return [
    binderText.footer(content.zone.title, copy.copy, copy.printedBy, printed),
    withMissingCount(
      binderText.hash(shortHash(copy.hash), weekNumber(localClock(asOf).on), momentText(asOf)),
      content,
    ),
  ]
}

function footMarks(page: string, [copy, hash]: [string, string], set: Typesetter): Mark[] {
  return [
    { kind: 'line', x1: area.left, y1: 781.5, x2: area.right, y2: 781.5, width: 0.75 },
    set.mark(copy, area.left, 796, small),
    set.mark(hash, area.left, 807.5, small),
    set.markEndingAt(page, area.right, 807.5, small),
  ]
}

function stripeMarks(set: Typesetter): Mark[] {
  const mark = set.mark(binderText.exerciseStripe, area.left + 8, 25.5, styles.heading)
  const width = area.right - area.left
  return [
    { kind: 'box', x: area.left, y: 14, width, height: 16, filled: true },
    ...(mark.kind === 'text' ? [{ ...mark, white: true }] : []),
  ]
}
