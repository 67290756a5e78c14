import { needsControl } from '../entries/double-control.ts'
import type { Note } from '../entries/note.ts'
import { noteAdditions, notesInForce, type SaidNote } from '../entries/note-additions.ts'
import type { EntryId, PatientId } from '../base/ids.ts'
import { grouped } from '../base/grouped.ts'
import { formIdOf } from '../forms/form-reference.ts'
import type { Questionnaire } from '../forms/questionnaire.ts'
import type { Answer } from '../forms/questionnaire-response.ts'
import { answersTo } from '../forms/response-lines.ts'
import { type Instant, LocalDate, LocalTime, localClock } from '../time/instant.ts'
import { doseLinks, signingListForm } from './dose-form.ts'
import { type DosePlace, lineName } from './signing-rows.ts'

/** A signed form as the list reads it: from a colleague, or from this phone before the server has it. */
type SignedNote = SaidNote & Pick<Note, 'form' | 'eventAt' | 'response'>

export type SignedDose = {
  entryId: EntryId
  patientId: PatientId
  place: DosePlace
  medicine: string
  isGiven: boolean
  /** Why it was not given, in the words of the form; null for a given one. */
  reason: string | null
  at: Instant
  by: string
  /** The colleagues who have countersigned it. */
  checkedBy: readonly string[]
  /** Whether its form asks for a second employee who countersigns. */
  needsControl: boolean
  /** Whether it was said to be a controlled substance; null where nobody said. */
  isControlled: boolean | null
}

/**
 * Reads the doses that this phone knows to be signed for. One that a later entry corrects stands as that says, one that
 * was withdrawn not at all.
 */
export function signedDoses(
  notes: readonly SignedNote[],
  forms: readonly Questionnaire[],
): SignedDose[] {
  const additionsOf = noteAdditions(notes)
  return notesInForce(notes)
    .filter(({ form }) => formIdOf(form) === signingListForm)
    .flatMap((note) => {
      const dose = doseOf(note)
      const checkedBy = additionsOf(note).countersigned.map(({ author }) => author.name)
      return dose === null ? [] : [{ ...dose, checkedBy, needsControl: needsControl(note, forms) }]
    })
}

/** What was last said of a line of the sheet, so that nobody has to say again tomorrow that it is a controlled substance. */
export function isLineControlled(line: string, signed: readonly SignedDose[]): boolean | null {
  const said = signed
    .filter(({ place, isControlled }) => place.line === line && isControlled !== null)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return said.at(-1)?.isControlled ?? null
}

function doseOf({
  entryId,
  patientId,
  author,
  eventAt,
  response,
}: SignedNote): Omit<SignedDose, 'checkedBy' | 'needsControl'> | null {
  const first = (linkId: string) => answersTo(response.item, linkId)[0]
  const medicine = textOf(first(doseLinks.medicine))
  const outcome = first(doseLinks.outcome)
  if (patientId === null || medicine === null) return null
  if (outcome === undefined || !('valueCoding' in outcome)) return null
  const isGiven = outcome.valueCoding.code === 'given'
  const reason = first(doseLinks.notGivenCode)
  const controlled = first(doseLinks.isControlled)
  return {
    entryId,
    patientId,
    place: {
      line: lineName(medicine),
      on: dayOf(first(doseLinks.on)) ?? localClock(eventAt).on,
      slot: slotOf(first(doseLinks.slot)),
    },
    medicine,
    isGiven,
    reason:
      isGiven || reason === undefined || !('valueCoding' in reason)
        ? null
        : (reason.valueCoding.display ?? reason.valueCoding.code),
    at: eventAt,
    by: author.name,
    isControlled:
      controlled !== undefined && 'valueBoolean' in controlled ? controlled.valueBoolean : null,
  }
}

function textOf(answer: Answer | undefined): string | null {
  return answer !== undefined && 'valueString' in answer ? answer.valueString : null
}

function dayOf(answer: Answer | undefined): LocalDate | null {
  if (answer === undefined || !('valueDate' in answer)) return null
  return LocalDate.safeParse(answer.valueDate).data ?? null
}

function slotOf(answer: Answer | undefined): LocalTime | null {
  if (answer === undefined || !('valueTime' in answer)) return null
  return LocalTime.safeParse(answer.valueTime.slice(0, 5)).data ?? null
}

/** A text that is the same for the same dose. */
export function placeText({ line, on, slot }: DosePlace): string {
  return `${on} ${slot ?? ''} ${line}`
}

/** What is known of a dose, oldest first. */
export function dosesAt(place: DosePlace, signed: readonly SignedDose[]): SignedDose[] {
  return signed
    .filter((dose) => placeText(dose.place) === placeText(place))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/**
 * The doses that several entries say to have been given, such as by two phones that did not know of each other. They
 * stand until one of the entries is corrected. What is given as needed is not among them: it may be given again.
 */
export function doubledDoses(signed: readonly SignedDose[]): SignedDose[][] {
  const given = signed.filter(({ isGiven, place }) => isGiven && place.slot !== null)
  return [...grouped(given, ({ place }) => placeText(place)).values()]
    .filter((doses) => doses.length > 1)
    .map((doses) => doses.toSorted((a, b) => (a.at < b.at ? -1 : 1)))
}
