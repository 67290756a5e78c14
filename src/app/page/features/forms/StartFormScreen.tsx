import { useState } from 'react'
import { EntryId, type PatientId, type ZoneId } from '#domain/base/ids.ts'
import {
  type FormId,
  formIdOf,
  type FormReference,
  formReferenceOf,
} from '#domain/forms/form-reference.ts'
import { findActiveForm, isAboutPatient } from '#domain/forms/questionnaire.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { unsigned } from '#text/nb/screens/writing/unsigned.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { StoredDraft } from '#domain/vault/draft-repository.ts'
import { PatientDrafts } from '../../draft-parts/PatientDrafts.tsx'
import { GoTo } from '../../parts/GoTo.tsx'
import { isWithheld } from '#app/bridge/reading.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ChoosePatient } from './ChoosePatient.tsx'

type StartFormScreenProps = { formId: FormId; patientId?: PatientId | undefined }

/** Lets the employee choose the patient or zone of a form, then opens an empty one. Nothing is stored until she types. */
export function StartFormScreen({ formId, patientId }: StartFormScreenProps) {
  const { profile } = useUnlocked()
  const reading = useOpened((core) => core.reader.listForms())
  const patient = useOpened(
    async (core) => (patientId === undefined ? null : core.reader.findPatient(patientId)),
    [patientId],
  )
  const isMine = ({ draft }: StoredDraft) =>
    formIdOf(draft.form) === formId && draft.patientId === patientId && draft.corrects === null
  const begun = useOpened(
    async ({ vault }) => {
      const listed = await vault.drafts.list()
      return listed.ok ? listed.value.drafts.filter(isMine) : []
    },
    [formId, patientId],
  )
  const [beginsAnother, setBeginsAnother] = useState(false)
  const form = reading?.kind === 'open' ? findActiveForm(formId, reading.value) : null
  const found = patient?.kind === 'open' ? patient.value : null
  const [onlyZone, secondZone] = profile.zones

  if (form !== null && patient !== undefined && begun === undefined) return <Waiting />
  if (form !== null && found !== null && (begun ?? []).length > 0 && !beginsAnother) {
    return (
      <Screen kind="reading" title={form.title} under={lookupName(found.name)}>
        <GroupHeading text={unsigned.begunBefore} />
        <PatientDrafts patientId={found.id} only={isMine} />
        <Action rank="second" onPress={() => setBeginsAnother(true)}>
          {unsigned.beginAnother}
        </Action>
      </Screen>
    )
  }
  if (form !== null && patient !== undefined) {
    const reference = formReferenceOf(form)
    if (isAboutPatient(form) && found !== null) {
      return <ToNewDraft form={reference} zone={found.zone} patientId={found.id} />
    }
    if (!isAboutPatient(form) && onlyZone !== undefined && secondZone === undefined) {
      return <ToNewDraft form={reference} zone={onlyZone.id} patientId={null} />
    }
  }
  return (
    <Screen kind="reading" title={form?.title ?? words.title} busy={reading === undefined}>
      <OpenReading reading={reading} none={{ title: words.none, text: words.noneText }}>
        {() => {
          // A list of forms that is kept back has said so itself, and may well have this one.
          if (form === null && isWithheld(reading)) return null
          if (form === null) {
            return <Notice kind="empty" title={words.unknownForm} text={words.unknownFormText} />
          }
          return isAboutPatient(form) ? (
            <ChoosePatient formId={formId} />
          ) : (
            <ChooseZone form={formReferenceOf(form)} />
          )
        }}
      </OpenReading>
    </Screen>
  )
}

type NewDraft = { form: FormReference; zone: ZoneId; patientId: PatientId | null }

function ToNewDraft({ form, zone, patientId }: NewDraft) {
  const { newId } = useServices()
  const [draftId] = useState(() => EntryId.parse(newId()))
  return <GoTo path={paths.draft.to({ draftId, form, zone, patientId: patientId ?? undefined })} />
}

function ChooseZone({ form }: { form: FormReference }) {
  const { profile } = useUnlocked()
  const [zone, choose] = useState<ZoneId | null>(null)
  if (zone !== null) return <ToNewDraft form={form} zone={zone} patientId={null} />
  return (
    <>
      <p>{words.chooseZone}</p>
      <div className="stack">
        {profile.zones.map(({ id, name }) => (
          <Action key={id} rank="second" onPress={() => choose(id)}>
            {zoneText(name)}
          </Action>
        ))}
      </div>
    </>
  )
}
