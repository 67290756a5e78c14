import type { ActionCard } from '#domain/cards/action-card.ts'
import type { Binder } from '#domain/binder/binder.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { workListTitle } from '#pdf/list-sheets.ts'
import { patientLists, patientsOf } from '#pdf/patient-lists.ts'
import { contentWidth } from '#pdf/sheet.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { type Content, ruledTable, table, title } from './pdfmake-parts.ts'
import { pdfmakePatient } from './pdfmake-patient.ts'

/**
 * The same binder as a pdfmake definition: what one would write who prints with pdfmake. It holds
 * the same lists, patient pages, cards and forms in the same type, and about as many pages.
 */
export function pdfmakeBinder({ content, copy }: Binder, onPages: (count: number) => void): object {
  const details = new Map(content.details.map((body) => [body.patientId, body]))
  const foot = binderText.footer(content.zone.title, copy.copy, copy.printedBy, copy.printedAt)
  return {
    pageSize: 'A4',
    pageMargins: [39, 40, 39, 74],
    defaultStyle: { font: 'NotoSans', fontSize: 10.1, lineHeight: 0.98 },
    info: { title: binderText.name },
    footer: (page: number, pages: number) => {
      onPages(pages)
      return {
        margin: [39, 20],
        columns: [foot, { text: binderText.page(page, pages), alignment: 'right' }],
      }
    },
    content: [
      { text: `${binderText.name} ${content.zone.title}`, fontSize: 30, bold: true },
      binderText.coverConfidential,
      { toc: { title: title(binderText.contents.title) }, pageBreak: 'before' },
      ...patientLists(content).flatMap(({ title: heading, columns, rows, isCompact }) => [
        title(heading),
        table(
          columns,
          rows.map((row) => columns.map(({ cell }) => cell(row))),
          isCompact ? 4 : 9,
        ),
      ]),
      ...workLists(content),
      ...patientsOf('all', content).flatMap((patient) =>
        pdfmakePatient(patient, details.get(patient.id) ?? null, content.zone.title),
      ),
      ...content.cards.flatMap(cardContent),
      ...content.forms.flatMap(formContent),
    ],
  }
}

function workLists({ workLists: lists, patients }: Binder['content']): Content[] {
  const names = new Map(patients.map(({ id, name }) => [id, `${name.family}, ${name.given}`]))
  const { columns: heads } = binderText
  const columns = [
    { head: heads.visitAt, share: 58 },
    { head: heads.person, share: 190 },
    { head: heads.tasks, share: 160 },
    { head: heads.medicine, share: 50 },
    { head: heads.done, share: 142 },
  ]
  return lists.flatMap((list) => [
    title(workListTitle(list)),
    table(
      columns,
      list.visits.map((visit) => [
        [{ text: visit.startsAt }],
        [{ text: names.get(visit.patientId) ?? '' }],
        [{ text: visit.tasks.join(', ') }],
        [{ text: visit.medicationAt ?? '' }],
        [],
      ]),
      9,
    ),
  ])
}

function cardContent(card: ActionCard): Content[] {
  return [
    title(binderText.card.title(card.code, card.title)),
    ...[...card.triggers, ...card.notWhen, ...card.notify, ...card.traps].map((text) => ({
      text,
      fontSize: 8,
    })),
    ...card.phases.flatMap((phase) => [
      { text: phase.title, bold: true },
      ruledTable(
        [20, 34, '*', 50],
        phase.steps.map(({ number, roles, lead, text }) => [
          { text: String(number), bold: true, fontSize: 8 },
          { text: roles.join(' '), bold: true, fontSize: 8 },
          { text: [{ text: lead ?? '', bold: true }, ` ${text}`], fontSize: 8 },
          '',
        ]),
      ),
    ]),
  ]
}

function formContent(form: Questionnaire): Content[] {
  return [
    title(form.title),
    ...form.item.flatMap(({ text }) => [
      { text: text ?? '', bold: true },
      { canvas: [{ type: 'line', x1: 0, y1: 24, x2: contentWidth, y2: 24, lineWidth: 0.5 }] },
    ]),
  ]
}
