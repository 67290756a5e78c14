import type { ZoneId } from '#domain/base/ids.ts'
import type { Note, NoteMark } from '#domain/entries/note.ts'
import { patientOfFact } from '#domain/people/patient-of-fact.ts'
import { type FactLine, coordinationFactLines } from '#text/nb/review/coordination-fact-lines.ts'
import { personFactLines } from '#text/nb/review/person-fact-lines.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { StreamFact } from './stream-fact.ts'

type NoteParts = {
  zone: ZoneId
  marks: readonly NoteMark[]
  /** What it takes back says. */
  undone: readonly FactLine[]
}

/** What a fact says, in words. */
export function linesOf(one: StreamFact): FactLine[] {
  return one.kind === 'personFact'
    ? personFactLines(one.fact.body)
    : coordinationFactLines(one.fact.body)
}

/**
 * Lays a fact out as the note that a leader reads before she decides: her app shows notes, also an older one that knows
 * no facts. It never stands in a journal.
 */
export function noteOfFact(
  { entry, receivedAt }: InboxEntry,
  one: StreamFact,
  { zone, marks, undone }: NoteParts,
): Note {
  const { entryId, deviceId, n, author, at, writtenAt } = one.fact
  const { form } = entry.header
  return {
    entryId,
    deviceId,
    n,
    zone,
    form,
    patientId: one.kind === 'personFact' ? patientOfFact(one.fact.body) : null,
    author,
    eventAt: at,
    writtenAt,
    receivedAt,
    marks: [...marks],
    corrects: null,
    response: {
      resourceType: 'QuestionnaireResponse',
      questionnaire: `urn:beredt:${one.kind}`,
      status: 'completed',
      item: [...linesOf(one), ...undone].map(({ label, text }, place) => ({
        linkId: String(place + 1),
        text: label,
        answer: [{ valueString: text }],
      })),
    },
  }
}
