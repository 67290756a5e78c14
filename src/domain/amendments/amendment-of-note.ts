import * as z from 'zod/mini'
import type { Note } from '../entries/note.ts'
import type {
  Answer,
  QuestionnaireResponse,
  ResponseItem,
} from '../forms/questionnaire-response.ts'
import { answersTo, responseLines } from '../forms/response-lines.ts'
import { formIdOf } from '../forms/form-reference.ts'
import {
  amendmentForm,
  type DetailsAmendment,
  type DetailsAmendmentBody,
  type OpenAmendment,
  type OpenAmendmentBody,
  type ProtectedAmendment,
} from './amendment.ts'

type Answered = QuestionnaireResponse

/** A signed form, from the journal or from its author's own phone. */
export type SignedForm = Pick<
  Note,
  'entryId' | 'zone' | 'form' | 'patientId' | 'author' | 'eventAt' | 'writtenAt' | 'response'
> &
  Withdrawing & {
    receivedAt: Note['receivedAt'] | null
    corrects: { entryId: Note['entryId'] } | null
  }

/** A form by which an author takes back an earlier entry of hers, whatever it says itself. */
export type Withdrawing = { withdraws?: { entryId: Note['entryId'] } | undefined }

/** What an amendment leaves in each class; null where it leaves nothing. */
export type AmendmentParts = {
  open: OpenAmendment | null
  details: DetailsAmendment | null
  hidden: ProtectedAmendment | null
}

/** Whether the patient's address may be read openly. */
export type AddressClass = 'open' | 'protected'

export function isAmendment({ form }: Pick<Note, 'form'>): boolean {
  return formIdOf(form) === amendmentForm
}

/** Whether a form says something of an amendment: it is one, or takes back what may be one. */
export function concernsAmendments(note: Pick<Note, 'form'> & Withdrawing): boolean {
  return isAmendment(note) || note.withdraws !== undefined
}

/**
 * Reads a signed form as an amendment; null for another form, and for one about nobody. One that takes back an entry takes
 * back the amendment that it may be. A form of a newer version whose
 * kind this build does not know still says that something has changed: its answers become the text of `other`.
 */
export function amendmentOfNote(note: SignedForm, address: AddressClass): AmendmentParts | null {
  const { patientId } = note
  if (patientId === null || !concernsAmendments(note)) return null
  const { entryId, zone, author, eventAt: from, writtenAt, receivedAt } = note
  const corrects = note.withdraws?.entryId ?? note.corrects?.entryId ?? null
  const stated = { entryId, zone, patientId, author, from, writtenAt, receivedAt, corrects }
  if (note.withdraws !== undefined) {
    const body = { kind: 'withdrawn' } as const
    return { open: { ...stated, outcome: null, body }, details: null, hidden: null }
  }
  const open = openBody(note.response, address)
  const details = open === null ? detailsBody(note.response) : null
  const takenBack = open === null && corrects !== null ? ({ kind: 'withdrawn' } as const) : null
  const openDocument = open ?? takenBack
  return {
    open: openDocument === null ? null : { ...stated, outcome: null, body: openDocument },
    details: details === null ? null : { ...stated, outcome: null, body: details },
    hidden: hiddenPart({ entryId, patientId, author, from }, open, note.response, address),
  }
}

/**
 * A response without what the journal does not hold: door codes and new addresses. These are in the
 * amendment alone, from where an import can hide them when the address becomes protected.
 */
export function withoutProtected(response: QuestionnaireResponse): QuestionnaireResponse {
  return withoutAnswers(response, notInJournal)
}

/** A response without the answers to some questions, wherever they stand. */
export function withoutAnswers(
  response: QuestionnaireResponse,
  left: ReadonlySet<string>,
): QuestionnaireResponse {
  return { ...response, item: without(response.item, left) }
}

const notInJournal: ReadonlySet<string> = new Set(['keyCode', 'newAddress'])

function without(items: readonly ResponseItem[], left: ReadonlySet<string>): ResponseItem[] {
  return items
    .filter(({ linkId }) => !left.has(linkId))
    .map((item) => (item.item === undefined ? item : { ...item, item: without(item.item, left) }))
}

/** The answers to the form's first question, by which everything else is read. Null for one of a newer form. */
const Kind = z.enum([
  'dose',
  'stopped',
  'hospitalised',
  'home',
  'died',
  'moved',
  'key',
  'nextOfKin',
  'other',
  'withdrawn',
])

function kindOf(response: Answered): z.infer<typeof Kind> | null {
  const [answer] = answersTo(response.item, 'kind')
  if (answer === undefined || !('valueCoding' in answer)) return null
  return Kind.safeParse(answer.valueCoding.code).data ?? null
}

function openBody(response: Answered, address: AddressClass): OpenAmendmentBody | null {
  const said = (linkId: string) => textOf(response, linkId)
  const kind = kindOf(response)
  switch (kind) {
    case 'hospitalised':
      return { kind, ward: said('ward') }
    case 'home':
    case 'died':
    case 'withdrawn':
      return { kind }
    case 'moved':
      return address === 'protected'
        ? { kind, address: null }
        : { kind, address: said('newAddress') }
    case 'key':
      return { kind, place: said('keyPlace') ?? '', hasCode: said('keyCode') !== null }
    case 'nextOfKin':
      return {
        kind,
        name: said('kinName') ?? '',
        relation: said('kinRelation'),
        phone: said('kinPhone'),
      }
    case 'dose':
    case 'stopped':
    case 'other':
    case null:
      return null
  }
}

function detailsBody(response: Answered): DetailsAmendmentBody {
  const said = (linkId: string) => textOf(response, linkId)
  const [kind, medicine, orderedBy] = [kindOf(response), said('medicine'), said('orderedBy')]
  if (kind === 'dose' && medicine !== null) {
    return { kind, medicine, amount: said('amount') ?? '', times: said('times'), orderedBy }
  }
  if (kind === 'stopped' && medicine !== null) return { kind, medicine, orderedBy }
  return { kind: 'other', text: said('other') ?? linesOf(response) }
}

/** Newer answers as they stand, without those that may be protected. */
function linesOf(response: Answered): string {
  return responseLines(withoutProtected(response), plainText)
    .map(({ label, text }) => `${label}: ${text}`)
    .join('. ')
}

function plainText(answer: Answer): string {
  if ('valueCoding' in answer) return answer.valueCoding.display ?? answer.valueCoding.code
  return String(Object.values(answer)[0])
}

function hiddenPart(
  stated: Pick<ProtectedAmendment, 'entryId' | 'patientId' | 'author' | 'from'>,
  body: OpenAmendmentBody | null,
  response: Answered,
  address: AddressClass,
): ProtectedAmendment | null {
  if (body?.kind === 'key' && body.hasCode) {
    return { ...stated, code: textOf(response, 'keyCode'), address: null }
  }
  if (body?.kind !== 'moved' || address === 'open') return null
  return { ...stated, code: null, address: textOf(response, 'newAddress') }
}

/** Null for what was left empty. */
function textOf(response: Answered, linkId: string): string | null {
  const [answer] = answersTo(response.item, linkId)
  if (answer === undefined || !('valueString' in answer)) return null
  const text = answer.valueString.trim()
  return text === '' ? null : text
}
