import { useRef, useState } from 'react'
import { EntryId } from '#domain/base/ids.ts'
import type { Draft } from '#domain/forms/draft.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { findEventAt, itemRefusals } from '#domain/forms/questionnaire-check.ts'
import { answersOf, draftResponse, responseOf } from '#domain/forms/response-layout.ts'
import { canonicalAddress, type Questionnaire } from '#domain/forms/questionnaire.ts'
import {
  type DoseAdditions,
  type DoseMark,
  lacksAmount,
  markedAnswers,
} from '#domain/medicines/dose-marks.ts'
import { placeText } from '#domain/medicines/signed-doses.ts'
import type { SigningRow } from '#domain/medicines/signing-rows.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import { signingList as words } from '#text/nb/screens/medicines/signing-list.ts'
import { useServices } from '../../services/services.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import type { SigningMarks } from './read-signing-list.ts'

/**
 * Marks doses and signs what is marked. Each mark is a draft of its own, stored as it is made, so that nothing is lost
 * when the phone dies between the first dose and the signature.
 */
export function useDoseMarks(patient: Patient, form: Questionnaire, read: SigningMarks) {
  const { device, clock, newId, world } = useServices()
  const { profile } = useUnlocked()
  const [savedAt, setSavedAt] = useState<Instant | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isSigning, setSigning] = useState(false)
  // A second press comes before the first is read back, and is the same dose.
  const ids = useRef(new Map<string, EntryId>())
  // A draft that is stored once more is not read back: what is stored last is known here.
  const savedTimes = useRef(new Map<EntryId, Instant>())
  // One mark after the other: each is stored upon what the one before stored.
  const last = useRef<Promise<void>>(Promise.resolve())
  const [stored, setStored] = useState<SigningMarks>(new Map())
  const marks: SigningMarks = new Map(
    [...read].map(([place, one]) => {
      const last = stored.get(place)
      return [place, last?.draft.id === one.draft.id ? last : one]
    }),
  )

  function mark(row: SigningRow, marked: DoseMark, more: DoseAdditions): Promise<void> {
    last.current = last.current.then(() => store(row, marked, more))
    return last.current
  }

  async function store(row: SigningRow, marked: DoseMark, more: DoseAdditions): Promise<void> {
    setFault(null)
    const place = placeText(row.place)
    const before = marks.get(place)?.draft
    const id = before?.id ?? ids.current.get(place) ?? EntryId.parse(newId())
    ids.current.set(place, id)
    const now = clock.now()
    const draft: Draft = {
      id,
      form: formReferenceOf(form),
      zone: patient.zone,
      world,
      patientId: patient.id,
      eventAt: before?.eventAt ?? now,
      corrects: null,
      response: draftResponse(canonicalAddress(form), markedAnswers(form, row, marked, more)),
      startedAt: before?.startedAt ?? now,
    }
    // A failure is shown beside the button, with what to do; the marks that are stored stay.
    const saved = await device
      .core()
      .vault.drafts.save(draft, latest(savedTimes.current.get(id), read.get(place)?.savedAt))
      .catch(() => null)
    if (saved?.ok === false && saved.refusal.kind === 'writtenElsewhere') {
      return setFault(words.markedElsewhere)
    }
    if (saved?.ok !== true) return setFault(words.notSaved)
    const { savedAt: at } = saved.value
    setSavedAt(at)
    savedTimes.current.set(id, at)
    setStored((before) => new Map([...before, [place, { draft, savedAt: at }]]))
  }

  async function unmark(row: SigningRow): Promise<void> {
    const marked = marks.get(placeText(row.place))
    if (marked === undefined) return
    setFault(null)
    const removed = await device
      .core()
      .vault.drafts.remove(marked.draft.id)
      .catch(() => null)
    if (removed?.ok !== true) return setFault(words.notUndone)
    ids.current.delete(placeText(row.place))
  }

  /** Signs one entry for each marked dose; those that lack something stay marked. */
  async function sign(): Promise<void> {
    setFault(null)
    setSigning(true)
    let lacking = 0
    let refused = 0
    for (const { draft } of marks.values()) {
      const answers = answersOf(draft.response, form.item)
      if (itemRefusals(form, answers).length > 0 || lacksAmount(answers)) {
        lacking++
        continue
      }
      const response = responseOf(form, answers, 'completed')
      const now = clock.now()
      const added = await device.core().vault.entries.add({
        entryId: draft.id,
        content: {
          kind: 'form',
          author: profile.author,
          patientId: patient.id,
          eventAt: findEventAt(response) ?? now,
          writtenAt: now,
          corrects: null,
          response,
        },
        form: formReferenceOf(form),
        zone: patient.zone,
        incident: null,
        world,
      })
      if (added.ok || added.refusal.kind === 'alreadySigned') {
        for (const [place, id] of ids.current) if (id === draft.id) ids.current.delete(place)
      } else refused++
    }
    setSigning(false)
    if (refused > 0) setFault(words.notSigned)
    else if (lacking > 0) setFault(words.lacking(lacking))
    void device.core().trigger('written')
  }

  return { marks, mark, unmark, sign, savedAt, fault, isSigning }
}

export type DoseMarks = ReturnType<typeof useDoseMarks>

/** Null when nothing is stored yet. */
function latest(...moments: readonly (Instant | undefined)[]): Instant | null {
  return (
    moments
      .flatMap((moment) => moment ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}
