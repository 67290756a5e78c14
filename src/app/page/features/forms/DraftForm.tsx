import { useEffect, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { useBeforeUnload, useBlocker, useNavigate } from 'react-router'
import { EntryId, PatientId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { isRegistration } from '#domain/new-patients/registration.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { temporaryNumber } from '#domain/patient/temporary-number.ts'
import { mayNeedDoubleControl, needsDoubleControl } from '#domain/entries/double-control.ts'
import { itemRefusals } from '#domain/forms/questionnaire-check.ts'
import { hasNewsSum } from '#domain/forms/calculations.ts'
import { filledForm } from '#domain/forms/filled-form.ts'
import { responseLines } from '#domain/forms/response-lines.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import { type Questionnaire, canonicalAddress } from '#domain/forms/questionnaire.ts'
import type { VersionStanding } from '#domain/form-versions/publication.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { FormerPatient } from '#domain/roster/former-patient.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { formerPatientName } from '#text/nb/words/notes/former-patient.ts'
import { newPatients } from '#text/nb/screens/new-patients.ts'
import { answerText } from '#text/nb/words/answer.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { fullDate } from '#text/nb/words/time.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { DiscardDraft } from '../../draft-parts/DiscardDraft.tsx'
import { Action } from '../../ui/Action.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { begunAnswers } from './begun-answers.ts'
import { draftWriter } from './draft-writer.ts'
import type { FormWriting } from '../../form-parts/form-field.ts'
import { FormItems } from '../../form-parts/FormItems.tsx'
import { FormerNews } from './FormerNews.tsx'
import { FormLacks } from '../../form-parts/FormLacks.tsx'
import { VersionLine } from './VersionLine.tsx'
import { SaveOut } from '../../draft-parts/SaveOut.tsx'
import { SavedLine } from '../../draft-parts/SavedLine.tsx'
import { signDraft } from './sign-draft.ts'
import { StoreAgain } from '../../draft-parts/StoreAgain.tsx'

type DraftFormProps = {
  draft: Draft
  form: Questionnaire
  patient: Patient | null
  /** Set when she has left the list since the draft was begun. */
  former: FormerPatient | null
  savedAt: Instant | null
  /** How the draft's version stands among those on the phone. */
  standing: VersionStanding
}

export function DraftForm({ draft, form, patient, former, savedAt, standing }: DraftFormProps) {
  const { device, clock, newId } = useServices()
  const { profile } = useUnlocked()
  const navigate = useNavigate()
  const [writer] = useState(() => {
    const questionnaire = canonicalAddress(form)
    return draftWriter(
      { ...draft, response: { ...draft.response, questionnaire } },
      {
        answers: begunAnswers(draft, form, savedAt),
        reason: draft.corrects?.reason ?? '',
        savedAt,
      },
      {
        save: (...args) => device.core().vault.drafts.save(...args),
        newId: () => EntryId.parse(newId()),
      },
    )
  })
  const { answers, reason, save, isApart } = useSyncExternalStore(writer.subscribe, writer.state)
  const [writing] = useState<FormWriting>({
    now: clock.now,
    onAnswer: writer.answer,
    onReshape: writer.reshape,
  })
  const [asksAll, setAsksAll] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isSigning, setSigning] = useState(false)
  useEffect(() => device.beforeLock(writer.settled), [device, writer])
  // The browser asks before leaving, but only while the newest text is not stored.
  useBeforeUnload((event) => {
    if (writer.state().save.kind === 'saving' || writer.state().save.kind === 'failed')
      event.preventDefault()
  })
  // A running save finishes after the employee has left the screen; a failed one is not repeated.
  const leaving = useBlocker(() => writer.state().save.kind === 'failed')

  const refusals = itemRefusals(form, answers)
  const isControlled =
    mayNeedDoubleControl(form) && needsDoubleControl(form, responseOf(form, answers, 'completed'))
  const lacksReason = draft.corrects !== null && reason.trim() === ''
  const faults = refusals.length + Number(lacksReason)
  const missing = [
    ...(lacksReason ? [words.correctionReason] : []),
    ...refusals.map(({ label }) => label),
  ]
  const fault = asksAll && faults > 0 ? words.faultsNamed(faults, missing) : refusal

  async function sign() {
    setRefusal(null)
    // Rendered at once, so that the first field with a fault can get focus.
    flushSync(() => setAsksAll(true))
    if (faults > 0) {
      document
        .querySelector<HTMLElement>('.field:has(> .field__fault) :is(input, select, textarea)')
        ?.focus()
      return
    }
    setSigning(true)
    // Saving again shows whether another tab has changed the draft: the employee signs only what she sees.
    writer.saveAgain()
    await writer.settled()
    if (writer.state().isApart !== isApart) return setSigning(false)
    writer.hold()
    const signed = await signDraft(device.core(), writer.current(), {
      form,
      answers,
      author: profile.author,
      now: clock.now(),
    })
    setSigning(false)
    if (!signed.ok) {
      writer.release()
      return setRefusal(signed.refusal)
    }
    void device.core().trigger('written')
    const { id: entryId, patientId } = writer.current()
    const next = isControlled
      ? paths.countersign.to({ entryId, patientId: patientId ?? undefined })
      : isNewPatient(draft)
        ? paths.patient.to({ patientId: PatientId.parse(entryId) })
        : paths.sent.to({ isSigned: true })
    await navigate(next, { replace: true })
  }

  async function discard() {
    writer.hold()
    await writer.settled()
    await device.core().vault.drafts.remove(writer.current().id)
    await navigate(paths.write.to(), { replace: true })
  }

  const title = draft.corrects === null ? form.title : `${words.correction}: ${form.title}`
  const about =
    patient !== null
      ? subject(patient)
      : former !== null
        ? formerPatientName(former, clock.now())
        : draft.patientId !== null
          ? words.patientGone
          : numberText(writer.current())
  const writtenLines = () => [
    [title, about].filter(Boolean).join(' – '),
    ...responseLines(writer.current().response, answerText).map(
      ({ label, text }) => `${label}: ${text}`,
    ),
  ]

  return (
    <Screen
      kind="reading"
      title={title}
      beside={
        <button type="button" className="link" onClick={() => void navigate(-1)}>
          {words.close}
        </button>
      }
      under={about}
      foot={
        <>
          <SavedLine save={save} savedAt={savedAt} />
          {isControlled ? <p className="saved">{words.needsControl}</p> : null}
          {isApart ? <p role="status">{words.apart}</p> : null}
          {fault === null ? null : (
            <p className="field__fault" role="alert">
              {fault}
            </p>
          )}
          {save.kind === 'failed' ? (
            <>
              <SaveOut lines={writtenLines} />
              <StoreAgain onAgain={writer.saveAgain} isLost={save.isLost} leaving={leaving} />
            </>
          ) : (
            <Action
              rank="primary"
              isBusy={isSigning}
              isDisabled={isSigning}
              onPress={() => void sign()}
            >
              {isSigning ? words.signing : words.sign}
            </Action>
          )}
        </>
      }
    >
      {draft.corrects === null ? null : (
        <TextField
          label={words.correctionReason}
          isRequired
          help={words.correctionMeaning}
          fault={asksAll && lacksReason ? words.reasonMissing : undefined}
          kind="long"
          from={reason}
          onType={writer.giveReason}
        />
      )}
      <VersionLine form={form} standing={standing} />
      <FormLacks form={form} />
      {draft.patientId === null || !hasNewsSum(form) ? null : (
        <FormerNews form={form} patientId={draft.patientId} />
      )}
      <FormItems
        form={form}
        items={filledForm(form, answers).asked}
        refusals={asksAll ? refusals : refusals.filter(({ kind }) => kind === 'tooLong')}
        writing={writing}
      />
      {save.kind === 'saved' || savedAt !== null ? (
        <DiscardDraft onDiscard={() => void discard()} />
      ) : null}
    </Screen>
  )
}

/** The patient who is being registered has the id of her entry, and her number from the first field on. */
function numberText(draft: Draft): string | undefined {
  if (!isNewPatient(draft)) return undefined
  return newPatients.numberOfDraft(temporaryNumber(PatientId.parse(draft.id)))
}

function isNewPatient({ form, corrects }: Draft): boolean {
  return isRegistration(form) && corrects === null
}

function subject({ name, bornOn }: Patient): string {
  return [lookupName(name), bornOn === null ? null : `f. ${fullDate(bornOn)}`]
    .filter(Boolean)
    .join(' · ')
}
