import { mayNeedDoubleControl } from '#domain/entries/double-control.ts'
import { isCalculated } from '#domain/forms/calculations.ts'
import { findChoices } from '#domain/forms/choices.ts'
import { isInferred, isTableOnPaper } from '#domain/forms/municipality/form-marks.ts'
import {
  isChoice,
  isHidden,
  itemKind,
  type ItemKind,
  takesSeveral,
} from '#domain/forms/item-kind.ts'
import { hasRows, unitOf } from '#domain/forms/item-limits.ts'
import {
  isAboutPatient,
  type Questionnaire,
  type QuestionnaireItem,
} from '#domain/forms/questionnaire.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { answerText } from '#text/nb/words/answer.ts'
import { Flow } from './flow.ts'
import { area, contentWidth, styles, type Sheet, type Typesetter } from './sheet.ts'
import { columnGap, table, type Column } from './table.ts'

const text = binderText.form

/** Line heights, and lines for a long answer, largest first: the first that fits a form on one page is used. */
const rooms = [
  { lineHeight: 25, longLines: 4 },
  { lineHeight: 22, longLines: 3 },
  { lineHeight: 20, longLines: 2 },
]
type Room = (typeof rooms)[number]

/** Lays out a blank form: one page per patient, or a log with a row for each entry. */
export function formSheets(
  form: Questionnaire,
  { tab, set }: { tab: string; set: Typesetter },
): Sheet[] {
  const begin = () => {
    const flow = new Flow(set, { title: form.title, subtitle: text.version(form.version), tab })
    flow.anchor(`form/${form.name}`)
    if (isInferred(form)) flow.paragraph(text.inferred, styles.small)
    return flow
  }
  if (isTableOnPaper(form)) return logSheets(begin(), form)
  const tries = rooms.map((room) => formInRoom(begin(), form, room))
  return tries.find(({ length }) => length === 1) ?? tries[0] ?? []
}

function formInRoom(flow: Flow, form: Questionnaire, room: Room): Sheet[] {
  if (form.subjectType.length > 0) drawLines(flow, [text.patient, text.born], [0.7, 0.3])
  for (const item of form.item) drawItem(flow, item, { x: area.left, room, form })
  flow.gap(6)
  drawLines(flow, [text.filledBy, text.when], [0.6, 0.4])
  drawLines(flow, [text.signature, text.entered], [0.5, 0.5])
  if (mayNeedDoubleControl(form)) drawLines(flow, [text.controlledBy], [1])
  return flow.sheets
}

/** Draws several short answers next to each other, each with its own line. */
function drawLines(flow: Flow, labels: readonly string[], shares: readonly number[]): void {
  flow.need(27)
  flow.gap(23)
  let x = area.left
  labels.forEach((label, i) => {
    const width = (area.right - area.left) * (shares[i] ?? 0)
    const from = x + flow.set.width(label, styles.heading) + 6
    flow.put(flow.set.mark(label, x, flow.y, styles.heading))
    flow.put({
      kind: 'line',
      x1: from,
      y1: flow.y + 2,
      x2: x + width - 8,
      y2: flow.y + 2,
      width: 0.6,
    })
    x += width
  })
  flow.gap(4)
}

type Spot = { x: number; room: Room; form: Questionnaire }

/** A group that is filled in several times has room for so many. */
const printedRepetitions = 2

function drawItem(flow: Flow, item: QuestionnaireItem, { x, room, form }: Spot): void {
  const kind = itemKind(item)
  if (isHidden(item)) return
  if (kind === 'group') {
    drawGroup(flow, item, { x, room, form })
    return
  }
  if (kind === 'display') {
    flow.gap(4)
    flow.paragraph(item.text ?? '', styles.body, x)
    return
  }
  if (shortKinds.has(kind) && !hasRows(item)) {
    drawShort(flow, item, { x, room, form })
    return
  }
  const options = optionsOf(item, form)
  flow.need(2.5 * room.lineHeight)
  flow.gap(7)
  flow.paragraph(`${item.text ?? ''}${hintOf(item)}`, styles.strong, x)
  if (options.length > 0) flow.paragraph(options.map(tickBox).join('     '), styles.body, x)
  else drawRoom(flow, item, { x, room, form })
  for (const part of item.item ?? []) drawItem(flow, part, { x: x + 16, room, form })
}

/** What is answered with a few digits or one of two boxes stands on the line of its question. */
const shortKinds: ReadonlySet<ItemKind> = new Set([
  'boolean',
  'integer',
  'decimal',
  'quantity',
  'date',
  'time',
  'dateTime',
])
const shortAnswer = 150

function drawShort(flow: Flow, item: QuestionnaireItem, { x, room, form }: Spot): void {
  flow.need(room.lineHeight)
  flow.gap(room.lineHeight)
  const label = `${item.text ?? ''}${hintOf(item)}`
  const from = x + flow.set.width(label, styles.strong) + 10
  const to = Math.min(from + shortAnswer, area.right)
  flow.put(flow.set.mark(label, x, flow.y, styles.strong))
  const options = optionsOf(item, form)
  if (options.length > 0) {
    flow.put(flow.set.mark(options.map(tickBox).join('     '), from, flow.y, styles.body))
  } else {
    flow.put({ kind: 'line', x1: from, y1: flow.y + 2, x2: to, y2: flow.y + 2, width: 0.6 })
  }
  const unit = unitOf(item)?.unit
  if (unit !== undefined) flow.put(flow.set.mark(unit, to + 6, flow.y, styles.body))
  for (const part of item.item ?? []) drawItem(flow, part, { x: x + 16, room, form })
}

function drawGroup(flow: Flow, item: QuestionnaireItem, spot: Spot): void {
  const times = takesSeveral(item) ? printedRepetitions : 1
  for (let time = 1; time <= times; time++) {
    flow.section(times === 1 ? (item.text ?? '') : `${item.text ?? ''} ${time}`)
    for (const part of item.item ?? []) drawItem(flow, part, spot)
  }
}

function hintOf(item: QuestionnaireItem): string {
  if (isCalculated(item)) return ` (${text.addUp})`
  // A question that depends on another answer may be left empty on paper.
  return item.required === true && item.enableWhen === undefined ? ` (${text.required})` : ''
}

function tickBox(option: string): string {
  return `☐\u00a0${option.replaceAll(' ', '\u00a0')}`
}

function optionsOf(item: QuestionnaireItem, form: Questionnaire): string[] {
  if (itemKind(item) === 'boolean') return [text.yes, text.no]
  return (findChoices(item, form) ?? []).map(({ answer }) => answerText(answer))
}

/** Draws more lines for long texts, two for shorter texts and several answers, one for everything else. */
function drawRoom(flow: Flow, item: QuestionnaireItem, { x, room }: Spot): void {
  const isLong = itemKind(item) === 'text'
  const longLines = (item.maxLength ?? 0) > 2000 ? room.longLines : 2
  const lines = isLong ? longLines : hasRows(item) ? 2 : 1
  const right = isLong || itemKind(item) === 'string' ? area.right : x + 220
  for (let i = 0; i < lines; i++) {
    flow.need(room.lineHeight)
    flow.gap(i === 0 ? room.lineHeight - 5 : room.lineHeight)
    flow.put({ kind: 'line', x1: x, y1: flow.y, x2: right, y2: flow.y, width: 0.6 })
  }
}

/** A row has room for two lines by hand, and the heads for a long word. */
const rowHeight = 44
const headsHeight = 62

function logSheets(flow: Flow, form: Questionnaire): Sheet[] {
  const shown = form.item.filter((item) => !isHidden(item))
  if (isAboutPatient(form)) {
    drawLines(flow, [text.patient, text.born], [0.7, 0.3])
    flow.gap(8)
  }
  for (const item of shown) {
    const words = aboveTable(item, form)
    if (words === null) continue
    flow.paragraph(words, styles.body)
    flow.gap(4)
  }
  const heads = shown.filter((item) => itemKind(item) !== 'display')
  const columns = columnsOf(flow, [
    ...heads.map((item) => ({ head: item.text ?? '', weight: columnWeight(item) })),
    { head: text.signature, weight: 1 },
    ...(mayNeedDoubleControl(form) ? [{ head: text.controlSignature, weight: 1 }] : []),
  ])
  const count = Math.floor((flow.left - headsHeight) / rowHeight)
  const rows = Array.from({ length: count }, () => columns.map(() => []))
  table(flow, columns, rows, { padding: 0, minHeight: rowHeight })
  return flow.sheets
}

/** Each column is wide enough for the longest word of its head; what is left goes to those that are written most in. */
function columnsOf({ set }: Flow, heads: readonly { head: string; weight: number }[]): Column[] {
  const needs = heads.map(
    ({ head }) =>
      Math.max(...head.split(' ').map((word) => set.width(word, styles.heading))) + columnGap + 1,
  )
  const left = Math.max(0, contentWidth - needs.reduce((sum, need) => sum + need, 0))
  const weights = heads.reduce((sum, { weight }) => sum + weight, 0)
  return heads.map(({ head, weight }, at) => ({
    head,
    share: (needs[at] ?? 0) + (left * weight) / weights,
  }))
}

function columnWeight(item: QuestionnaireItem): number {
  const kind = itemKind(item)
  if (kind === 'text') return 4
  return kind === 'string' ? 2 : 1
}

/** What there is no room for in a column: guidance, and the answers that a choice has. */
function aboveTable(item: QuestionnaireItem, form: Questionnaire): string | null {
  if (itemKind(item) === 'display') return item.text ?? ''
  const options = isChoice(itemKind(item)) ? optionsOf(item, form) : []
  return options.length === 0 ? null : `${item.text ?? ''} ${options.join(' · ')}`
}
