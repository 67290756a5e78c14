import { useState } from 'react'
import type { ApiRefusal } from '#app/online/api.ts'
import type { FormId } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { municipalForms as words } from '#text/nb/screens/form-versions/municipal-forms.ts'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Opened } from '../../ui/focus/Opened.tsx'

type FormUseProps = { form: FormId; newest: Questionnaire; isInUse: boolean }

/** Takes a form out of use or into it again, after the leader has read what that means. */
export function FormUse({ form, newest, isInUse }: FormUseProps) {
  const { api, device } = useServices()
  const [isAsking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  const action = isInUse ? words.stopUse : words.takeIntoUse

  async function change() {
    setAsking(false)
    setRefusal(null)
    const answer = await api.setFormUse({ form, isInUse: !isInUse })
    if (answer.ok) void device.core().trigger('requested')
    else setRefusal(answer.refusal)
  }

  return (
    <>
      {isAsking ? (
        <Opened question={action} className="stack">
          <p>{isInUse ? words.stopUseSure : words.takeIntoUseSure(newest.version)}</p>
          <Action rank="second" onPress={() => setAsking(false)}>
            {words.no}
          </Action>
          <Action rank="second" onPress={() => void change()}>
            {action}
          </Action>
        </Opened>
      ) : (
        <Action rank="second" onPress={() => setAsking(true)}>
          {action}
        </Action>
      )}
      {refusal === null ? null : (
        <p className="field__fault" role="alert">
          {refusal.kind === 'unreachable' ? words.offline : refusal.text}
        </p>
      )}
      {refusal?.kind === 'signInNeeded' ? (
        <Action to={paths.signIn.to({ returnTo: 'municipalForms' })}>{words.signIn}</Action>
      ) : null}
    </>
  )
}
