import type { PatientId } from '#domain/base/ids.ts'
import { findActiveForm } from '#domain/forms/questionnaire.ts'
import { signingListForm } from '#domain/medicines/dose-form.ts'
import { placeOfDraft } from '#domain/medicines/dose-marks.ts'
import { type SignedDose, placeText, signedDoses } from '#domain/medicines/signed-doses.ts'
import type { StoredDraft } from '#domain/vault/draft-repository.ts'
import { writtenNotes } from '#domain/vault/written-notes.ts'
import type { Core } from '#app/bridge/core.ts'
import { mapReading, withNeeded } from '#app/bridge/reading.ts'

/** A patient's sheet, the form it is signed on, what is signed and what is marked, all as this phone knows it. */
export async function readSigningList({ reader, vault }: Core, patientId: PatientId) {
  const patient = await reader.findPatient(patientId)
  if (patient.kind !== 'open' || patient.value === null) return { kind: 'none' } as const
  const found = patient.value
  const [details, forms, journal, own, witnessed, drafts] = await Promise.all([
    reader.findDetails(patientId, found.zone),
    reader.listForms(),
    reader.listNotesAbout(patientId),
    vault.entries.listOwn(),
    // What a colleague has countersigned on this phone is known here before the server has it.
    vault.secondSigner.listWitnessed(),
    vault.drafts.list(),
  ])
  const notes = journal.kind === 'open' ? journal.value : []
  const here = [...(own.ok ? own.value : []), ...(witnessed.ok ? witnessed.value : [])]
  const known = forms.kind === 'open' ? forms.value : []
  return mapReading(withNeeded(details, patient), ({ value: sheet }) => ({
    patient: found,
    sheet,
    form: findActiveForm(signingListForm, known),
    signed: signedDoses(writtenNotes(notes, here, patientId), known),
    marks: marksByPlace(drafts.ok ? drafts.value.drafts : [], patientId),
  }))
}

export type SigningMarks = ReadonlyMap<string, StoredDraft>
export type KnownDoses = readonly SignedDose[]

function marksByPlace(drafts: readonly StoredDraft[], patientId: PatientId): SigningMarks {
  const ofPatient = drafts.filter(({ draft }) => draft.patientId === patientId)
  return new Map(
    ofPatient.flatMap((stored) => {
      const place = placeOfDraft(stored.draft)
      return place === null ? [] : [[placeText(place), stored] as const]
    }),
  )
}
