import { useState } from 'react'
import { assessmentOf, isToBeAssessed } from '#domain/forms/municipality/assessed-form.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Opened } from '../../ui/focus/Opened.tsx'

/** Forms that the municipality has to assess before anybody can begin them, for the leader who takes them into use. */
export function FormsToAssess({ forms }: { forms: readonly Questionnaire[] }) {
  const waiting = forms.filter(isToBeAssessed)
  if (waiting.length === 0) return null
  return (
    <>
      <GroupHeading text={words.toAssess} />
      {waiting.map((form) => (
        <FormToAssess key={formReferenceOf(form)} form={form} />
      ))}
    </>
  )
}

/** Shows what the phone has of the form; what was pressed shows when the form has come back with the forms. */
function FormToAssess({ form }: { form: Questionnaire }) {
  const { api, device } = useServices()
  const [isAsking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const assessment = assessmentOf(form)
  const isInUse = form.status === 'active'

  async function assess() {
    setAsking(false)
    setFault(null)
    const answer = await api.assessForm({ form: formReferenceOf(form), isInUse: !isInUse })
    if (answer.ok) void device.core().trigger('requested')
    else setFault(answer.refusal.kind === 'unreachable' ? words.assessOffline : answer.refusal.text)
  }

  return (
    <section aria-label={form.title}>
      <p>
        <strong>{form.title}</strong>
        {assessment === null
          ? ` – ${words.notAssessed}`
          : ` – ${isInUse ? words.inUse : words.notInUse} (${assessment.by}, ${assessment.on})`}
      </p>
      {isAsking ? (
        <Opened question={form.title} className="stack">
          <p>{isInUse ? words.stopUseSure : words.assessSure(form.title)}</p>
          <Action rank="second" onPress={() => setAsking(false)}>
            {words.assessNo}
          </Action>
          <Action rank="second" onPress={() => void assess()}>
            {isInUse ? words.stopUse(form.title) : words.takeIntoUse(form.title)}
          </Action>
        </Opened>
      ) : (
        <Action rank="second" onPress={() => setAsking(true)}>
          {isInUse ? words.stopUse(form.title) : words.takeIntoUse(form.title)}
        </Action>
      )}
      {fault === null ? null : (
        <p className="field__fault" role="alert">
          {fault}
        </p>
      )}
    </section>
  )
}
