import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { ZoneId } from '#domain/base/ids.ts'
import { PatientId } from '#domain/base/ids.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { GoTo } from '../../parts/GoTo.tsx'
import { useOpened } from '../../services/use-opened.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ChoosePatient } from './ChoosePatient.tsx'
import { findActiveForm, isAboutPatient } from './form-subject.ts'

/** Settles whom or which zone a form is about, then opens an empty one. Nothing is stored until something is typed. */
export function StartFormScreen() {
  const { formName } = useParams()
  const [query] = useSearchParams()
  const { profile } = useUnlocked()
  const patientId = PatientId.safeParse(query.get('bruker'))
  const reading = useOpened((core) => core.reader.listForms())
  const patient = useOpened(
    async (core) => (patientId.success ? core.reader.findPatient(patientId.data) : null),
    [query.get('bruker')],
  )
  const form = reading?.kind === 'open' ? findActiveForm(formName, reading.value) : null
  const found = patient?.kind === 'open' ? patient.value : null
  const [onlyZone, secondZone] = profile.zones

  if (form !== null && patient !== undefined) {
    const name = `${form.name}@${form.version}`
    if (isAboutPatient(form) && found !== null) {
      return <ToNewDraft form={name} zone={found.zone} patientId={found.id} />
    }
    if (!isAboutPatient(form) && onlyZone !== undefined && secondZone === undefined) {
      return <ToNewDraft form={name} zone={onlyZone.id} patientId={null} />
    }
  }
  return (
    <Screen kind="reading" title={form?.title ?? words.title} busy={reading === undefined}>
      <OpenReading reading={reading} none={{ title: words.none, text: words.noneText }}>
        {() => {
          if (form === null) {
            return <Notice kind="empty" title={words.unknownForm} text={words.unknownFormText} />
          }
          return isAboutPatient(form) ? (
            <ChoosePatient />
          ) : (
            <ChooseZone form={`${form.name}@${form.version}`} />
          )
        }}
      </OpenReading>
    </Screen>
  )
}

type NewDraft = { form: string; zone: ZoneId; patientId: PatientId | null }

function ToNewDraft({ form, zone, patientId }: NewDraft) {
  const { newId } = useServices()
  const [id] = useState(newId)
  const query = new URLSearchParams({
    skjema: form,
    sone: zone,
    ...(patientId === null ? {} : { bruker: patientId }),
  })
  return <GoTo path={`/skriv/utkast/${id}?${query}`} />
}

function ChooseZone({ form }: { form: string }) {
  const { profile } = useUnlocked()
  const [zone, choose] = useState<ZoneId | null>(null)
  if (zone !== null) return <ToNewDraft form={form} zone={zone} patientId={null} />
  return (
    <>
      <p>{words.chooseZone}</p>
      <div className="stack">
        {profile.zones.map(({ id, name }) => (
          <Action key={id} rank="second" onPress={() => choose(id)}>
            {name}
          </Action>
        ))}
      </div>
    </>
  )
}
