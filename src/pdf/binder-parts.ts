import { amendmentsByPatient } from '#domain/amendments/by-patient.ts'
import type { BinderContent } from '#domain/binder/binder.ts'
import type { PatientId } from '#domain/base/ids.ts'
import { newestActive } from '#domain/forms/questionnaire.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { actionCardSheets } from './action-card-sheets.ts'
import { contactsAnchor, contactSheets } from './contact-sheets.ts'
import { formSheets } from './form-sheets.ts'
import type { ContentsLine, ContentsPart } from './front-sheets.ts'
import { tabs } from './frame.ts'
import { patientListSheets, workListSheets, workListTitle } from './list-sheets.ts'
import { patientLists, patientsOf } from './patient-lists.ts'
import { patientSheets } from './patient-sheets.ts'
import type { Sheet, Typesetter } from './sheet.ts'
import { noneText } from './wording.ts'

export type BinderPart = ContentsPart & { sheets: readonly Sheet[] }

type Place = {
  /** The patients whose pages are printed; null for all patients, and then cards and forms too. */
  only: ReadonlySet<PatientId> | null
  subtitle: string
  set: Typesetter
}

const text = binderText.contents

/** Makes the three parts of a binder, which staff replace at different times. */
export function binderParts(content: BinderContent, place: Place): BinderPart[] {
  const parts = [listsPart(content, place), patientsPart(content, place)]
  return place.only === null ? [...parts, cardsAndFormsPart(content, place)] : parts
}

function listsPart(content: BinderContent, { subtitle, set }: Place): BinderPart {
  const sheets: Sheet[] = []
  const lines: ContentsLine[] = []
  const lists = patientLists(content)
  for (const [i, list] of lists.entries()) {
    const tab = tabs.charAt(i)
    sheets.push(...patientListSheets(list, { subtitle, none: noneText(content), tab, set }))
    const detail = text.count(list.people)
    lines.push({ tab, title: list.title, detail, anchor: `tab/${tab}` })
  }
  const tab = tabs.charAt(lists.length)
  sheets.push(...workListSheets(content, { subtitle, tab, set }))
  for (const [i, workList] of content.workLists.entries()) {
    lines.push({
      tab: i === 0 ? tab : null,
      title: workListTitle(workList),
      detail: '',
      anchor: `workList/${workList.id}`,
    })
  }
  return { title: text.parts.lists, lines, sheets }
}

function patientsPart(content: BinderContent, { only, set }: Place): BinderPart {
  const detailsById = new Map(content.details.map((details) => [details.patientId, details]))
  const amendmentsOf = amendmentsByPatient(content.amendments)
  const printed = patientsOf('all', content).filter(({ id }) => only === null || only.has(id))
  const [tab, zone] = ['J', content.zone.title]
  const [first] = printed
  return {
    title: text.parts.patients,
    lines:
      first === undefined
        ? []
        : [
            {
              tab,
              title: text.patients,
              detail: text.count(printed.length),
              anchor: `patient/${first.id}`,
            },
          ],
    sheets: printed.flatMap((patient) =>
      patientSheets(patient, detailsById.get(patient.id) ?? null, {
        zone,
        tab,
        set,
        kinds: content.deviceKinds,
        amendments: amendmentsOf(patient.id),
      }),
    ),
  }
}

function cardsAndFormsPart(content: BinderContent, { set }: Place): BinderPart {
  const cards = content.cards.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const forms = newestActive(content.forms).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const contacts = contactSheets(content, { tab: 'M', set })
  return {
    title: text.parts.cardsAndForms,
    lines: [
      ...cards.map((card, i) => ({
        tab: i === 0 ? 'K' : null,
        title: binderText.card.title(card.code, card.title),
        detail: '',
        anchor: `card/${card.id}`,
      })),
      ...forms.map((form, i) => ({
        tab: i === 0 ? 'L' : null,
        title: form.title,
        detail: '',
        anchor: `form/${form.name}`,
      })),
      ...(contacts.length === 0
        ? []
        : [{ tab: 'M', title: binderText.contacts.title, detail: '', anchor: contactsAnchor }]),
    ],
    sheets: [
      ...cards.flatMap((card) => actionCardSheets(card, { tab: 'K', set, known: content })),
      ...forms.flatMap((form) => formSheets(form, { tab: 'L', set })),
      ...contacts,
    ],
  }
}
