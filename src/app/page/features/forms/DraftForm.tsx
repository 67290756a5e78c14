import { useEffect, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { useBeforeUnload, useBlocker, useNavigate } from 'react-router'
import { EntryId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { needsDoubleControl } from '#domain/entries/double-control.ts'
import { itemRefusals } from '#domain/forms/questionnaire-check.ts'
import { hasNewsSum } from '#domain/forms/calculations.ts'
import { filledForm } from '#domain/forms/filled-form.ts'
import { type Questionnaire, canonicalAddress } from '#domain/forms/questionnaire.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { FormerPatient } from '#domain/roster/former-patient.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { formerPatientName } from '#text/nb/words/former-patient.ts'
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
import type { FormWriting } from './fields/form-field.ts'
import { FormItems } from './fields/FormItems.tsx'
import { FormerNews } from './FormerNews.tsx'
import { FormLacks } from './fields/FormLacks.tsx'
import { SavedLine } from './SavedLine.tsx'
import { signDraft } from './sign-draft.ts'
import { StoreAgain } from './StoreAgain.tsx'

type DraftFormProps = {
  draft: Draft
  form: Questionnaire
  patient: Patient | null
  /** Set when she has left the list since the draft was begun. */
  former: FormerPatient | null
  savedAt: Instant | null
}

export function DraftForm({ draft, form, patient, former, savedAt }: DraftFormProps) {
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
        .querySelector<HTMLElement>('.field:has(> .field__fault) :is(input, textarea)')
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
    const next = needsDoubleControl(form)
      ? paths.countersign.to({ entryId, patientId: patientId ?? undefined })
      : paths.sent.to({ isSigned: true })
    await navigate(next, { replace: true })
  }

  async function discard() {
    writer.hold()
    await writer.settled()
    await device.core().vault.drafts.remove(writer.current().id)
    await navigate(paths.write.to(), { replace: true })
  }

  return (
    <Screen
      kind="reading"
      title={draft.corrects === null ? form.title : `${words.correction}: ${form.title}`}
      beside={
        <button type="button" className="link" onClick={() => void navigate(-1)}>
          {words.close}
        </button>
      }
      under={
        patient !== null
          ? subject(patient)
          : former !== null
            ? formerPatientName(former, clock.now())
            : draft.patientId !== null
              ? words.patientGone
              : undefined
      }
      foot={
        <>
          <SavedLine save={save} savedAt={savedAt} />
          {needsDoubleControl(form) ? <p className="saved">{words.needsControl}</p> : null}
          {isApart ? <p role="status">{words.apart}</p> : null}
          {fault === null ? null : (
            <p className="field__fault" role="alert">
              {fault}
            </p>
          )}
          {save.kind === 'failed' ? (
            <StoreAgain onAgain={writer.saveAgain} leaving={leaving} />
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
          help={words.correctionMeaning}
          fault={asksAll && lacksReason ? words.reasonMissing : undefined}
          kind="long"
          from={reason}
          onType={writer.giveReason}
        />
      )}
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

function subject({ name, bornOn }: Patient): string {
  return [lookupName(name), bornOn === null ? null : `f. ${fullDate(bornOn)}`]
    .filter(Boolean)
    .join(' · ')
}
