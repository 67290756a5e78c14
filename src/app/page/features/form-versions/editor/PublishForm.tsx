import { useState } from 'react'
import type { ApiRefusal } from '#app/online/api.ts'
import { formFaults } from '#domain/form-versions/editing/form-faults.ts'
import { formDifferences } from '#domain/form-versions/form-difference.ts'
import type { FormDraft } from '#domain/form-versions/form-draft.ts'
import { newFormName } from '#domain/form-versions/form-name.ts'
import { findNewest, publicationOf } from '#domain/form-versions/publication.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { differenceText } from '#text/nb/screens/form-versions/form-difference.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { faultText } from '#text/nb/screens/form-versions/form-faults.ts'
import { municipalForms } from '#text/nb/screens/form-versions/municipal-forms.ts'
import { OpenReading } from '../../../parts/OpenReading.tsx'
import { paths } from '../../../paths/paths.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { useServices } from '../../../services/services.ts'
import { Action } from '../../../ui/Action.tsx'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { FormLimits } from './FormLimits.tsx'

type PublishFormProps = {
  draft: FormDraft
  onGoOn: () => void
  onIssued: (form: Questionnaire) => void
}

/** What a leader reads before she issues a version: how it differs from the newest one that this device knows. */
export function PublishForm({ draft, ...rest }: PublishFormProps) {
  const reading = useOpened((core) => core.reader.listForms())
  const { none, noneText } = municipalForms
  return (
    <OpenReading reading={reading} none={{ title: none, text: noneText }}>
      {(forms) => <Summary draft={draft} forms={forms} {...rest} />}
    </OpenReading>
  )
}

type SummaryProps = PublishFormProps & { forms: readonly Questionnaire[] }

function Summary({ draft: { form, before }, forms, onGoOn, onIssued }: SummaryProps) {
  const { api, device } = useServices()
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  const newest = before === null ? null : findNewest(form.name, forms)
  const version = Number(newest?.version ?? '0') + 1
  const differences = newest === null ? [] : formDifferences(newest, form)
  const faults = formFaults(form)
  const isSame = newest !== null && differences.length === 0

  async function publish() {
    const taken = new Set(forms.map(({ name }) => name))
    const name = before === null ? newFormName(form.title, taken) : form.name
    setRefusal(null)
    setBusy(true)
    const answer = await api.publishForm({
      form: { ...form, name },
      before: newest?.version ?? null,
    })
    // Also when another leader was first: her version is then on its way to this device.
    await device.core().trigger('requested')
    setBusy(false)
    if (answer.ok) onIssued(answer.value.form)
    else setRefusal(answer.refusal)
  }

  return (
    <div className="form-publish">
      <GroupHeading text={words.publishHeading(version)} />
      {newest === null || newest.version === before ? null : (
        <Notice
          kind="old"
          title={words.newerMeanwhile(newest.version)}
          text={words.newerMeanwhileText(publicationOf(newest)?.by ?? null)}
        />
      )}
      <p>{newest === null ? words.firstMeaning : words.publishMeaning(version)}</p>
      {newest === null ? null : (
        <section aria-label={words.differences(newest.version)}>
          <h3>{words.differences(newest.version)}</h3>
          {isSame ? <p>{words.noDifference}</p> : <List texts={differences.map(differenceText)} />}
        </section>
      )}
      {faults.length === 0 ? null : (
        <section aria-label={words.faults}>
          <h3>{words.faults}</h3>
          <List texts={faults.map(faultText)} />
        </section>
      )}
      <FormLimits form={form} />
      {refusal === null ? null : <NotIssued refusal={refusal} />}
      <div className="stack">
        {faults.length > 0 || isSame ? null : (
          <Action rank="primary" isBusy={isBusy} isDisabled={isBusy} onPress={() => void publish()}>
            {isBusy ? words.publishing : words.publish(version)}
          </Action>
        )}
        <Action rank="second" isDisabled={isBusy} onPress={onGoOn}>
          {words.goOn}
        </Action>
      </div>
    </div>
  )
}

function List({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="form-differences">
      {texts.map((text, at) => (
        <li key={at}>{text}</li>
      ))}
    </ul>
  )
}

function NotIssued({ refusal }: { refusal: ApiRefusal }) {
  return (
    <Notice kind="failed" title={words.notPublished} text={refusalText(refusal)}>
      {refusal.kind === 'signInNeeded' ? (
        <Action to={paths.signIn.to({ returnTo: 'municipalForms' })}>
          {municipalForms.signIn}
        </Action>
      ) : null}
    </Notice>
  )
}

function refusalText(refusal: ApiRefusal): string {
  if (refusal.kind === 'unreachable') return words.offline
  if (refusal.kind === 'changedMeanwhile') return words.changedMeanwhile
  const isOtherBuild = refusal.kind === 'unreadable' || refusal.kind === 'wrongProtocol'
  return isOtherBuild ? words.appChanged : refusal.text
}
