import type { ActionCard, CardPhase, CardStep } from '#domain/cards/action-card.ts'
import { callsOf, isInferredLine } from '#domain/cards/step-to-run.ts'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { contactsToCall } from '#domain/contacts/contact-list.ts'
import { dueWords } from '#text/nb/words/cards/action-card.ts'
import { contactLine } from '#text/nb/words/cards/municipality-contact.ts'
import { cardTargetText, type KnownTitles } from '#text/nb/words/cards/card-target.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { noBreak } from '#text/nb/words/phone.ts'
import { Flow } from './flow.ts'
import { area, hairline, type Sheet, type TextStyle, type Typesetter } from './sheet.ts'
import { filled } from './wording.ts'
import { fullDate } from '#text/nb/words/time.ts'

const text = binderText.card

/** Nobody reads more than two pages in an emergency, so the type gets smaller first. */
export const maxCardSheets = 2

const sizes = [9.6, 9, 8.5, 8, 7.5, 7]

type Place = {
  tab: string
  set: Typesetter
  known: KnownTitles & { contacts: readonly MunicipalityContact[] }
}

/** Lays out one tiltakskort on at most two pages, in the largest type that fits. */
export function actionCardSheets(card: ActionCard, place: Place): Sheet[] {
  for (const size of sizes) {
    const sheets = cardSheets(card, size, place)
    if (sheets.length <= maxCardSheets) return sheets
  }
  throw new Error(`${card.code} does not fit on ${maxCardSheets} pages.`)
}

function cardSheets(card: ActionCard, size: number, { tab, set, known }: Place): Sheet[] {
  const body: TextStyle = { size, weight: 'regular', leading: size * 1.31 }
  const strong: TextStyle = { ...body, weight: 'bold' }
  const version = text.version(
    card.version,
    fullDate(card.validFrom),
    fullDate(card.nextReviewOn),
    card.owner,
  )
  const flow = new Flow(set, { title: text.title(card.code, card.title), subtitle: version, tab })
  flow.y -= 6
  flow.anchor(`card/${card.id}`)
  flow.paragraph(
    card.approvedBy === null ? text.notApproved : text.approvedBy(card.approvedBy),
    strong,
  )
  const list = (title: string, lines: readonly string[]) =>
    labelled(flow, title, lines, body, strong)
  const marked = (lines: readonly string[]) =>
    lines.map((line) => (isInferredLine(card, line) ? text.inferred(line) : line))
  list(text.triggers, [marked(card.triggers).join(' ')])
  list(text.notWhen, [marked(card.notWhen).join(' ')])
  list(text.togetherWith, [card.useWith.join(', ')])
  list(text.notify, [marked(card.notify).join(` →${noBreak}`), callsText(callsOf(card), known)])
  list(
    text.decisions,
    card.decisions.map(({ question, measures }) => `${question} → ${measures}`),
  )
  for (const phase of card.phases) {
    // The name of a phase is never printed without its first step.
    flow.need(body.leading * 7)
    flow.gap(5)
    flow.paragraph(phase.title, { size: size + 1.6, weight: 'bold', leading: size * 1.5 })
    flow.put(hairline(flow.y))
    for (const step of phase.steps) drawStep(flow, step, { body, strong, known, phase })
  }
  flow.gap(5)
  list(text.thresholds, marked(card.thresholds))
  list(text.figures, marked(card.figures))
  list(text.traps, marked(card.traps))
  list(text.prepared, marked(card.prepared))
  list(text.writtenOn, [card.writtenOn.map((target) => cardTargetText(target, known)).join(', ')])
  flow.paragraph(text.roles, { ...body, size: size * 0.9 })
  flow.paragraph(text.signs, { ...body, size: size * 0.9 })
  return flow.sheets
}

/** «Ring AMK 113 · HDU-vakt __________»: a number that is missing is written in by hand. */
function callsText(
  calls: ReturnType<typeof callsOf>,
  { contacts }: { contacts: readonly MunicipalityContact[] },
): string {
  const known = contactsToCall(calls, contacts).filter((contact) => contact !== null)
  if (known.length === 0) return ''
  const parts = known.map((contact) => contactLine(contact) ?? text.writeNumber(contact.role))
  return text.calls(parts.map((part) => part.replaceAll(' ', noBreak)).join(' · '))
}

const labelWidth = 104

function labelled(
  flow: Flow,
  title: string,
  lines: readonly string[],
  body: TextStyle,
  strong: TextStyle,
): void {
  if (lines.join('') === '') return
  flow.need(body.leading)
  flow.gap(1.5)
  flow.put(flow.set.mark(title, area.left, flow.y + body.leading * 0.75, strong))
  for (const line of lines.filter((one) => one !== '')) {
    flow.paragraph(line, body, area.left + labelWidth)
  }
}

const columns = { number: area.left, roles: area.left + 20, text: area.left + 54, clock: 506 }

type StepLook = {
  body: TextStyle
  strong: TextStyle
  known: Place['known']
  phase: Pick<CardPhase, 'toMinutes'>
}

/** Draws number, roles, text, and a line for the clock time; a step is never split over two pages. */
function drawStep(flow: Flow, step: CardStep, { body, strong, known, phase }: StepLook): void {
  const width = columns.clock - columns.text - 8
  const marked = (words: string) => (step.inference === true ? text.inferred(words) : words)
  const lead = step.lead === null ? [] : flow.set.lines(marked(step.lead), strong, width)
  const target = step.opens === null ? null : cardTargetText(step.opens, known)
  // The arrow is never at the end of a line, without its target.
  const doneOn = target === null ? null : text.doneOn(target).replaceAll(' ', noBreak)
  const due = dueWords(step.dueMinutes ?? null, phase.toMinutes)
  const words = filled([
    step.lead === null ? marked(step.text) : step.text,
    due === null ? null : `${due}.`,
    doneOn,
  ]).join(' ')
  const calls = callsText(callsOf(step), known)
  const rest = [words, calls]
    .filter((one) => one !== '')
    .flatMap((one) => flow.set.lines(one, body, width))
  const height = (lead.length + rest.length) * body.leading + 3.4
  flow.need(height)
  const baseline = flow.y + 1.7 + body.leading * 0.75
  flow.put(
    flow.set.mark(
      `${step.number}${step.critical ? text.critical : ''}`,
      columns.number,
      baseline,
      strong,
    ),
    flow.set.mark(step.roles.join(' '), columns.roles, baseline, strong),
    ...lead.map((line, i) =>
      flow.set.mark(line, columns.text, baseline + i * body.leading, strong),
    ),
    ...rest.map((line, i) =>
      flow.set.mark(line, columns.text, baseline + (lead.length + i) * body.leading, body),
    ),
    hairline(baseline + 1, columns.clock, area.right),
  )
  flow.gap(height)
}
