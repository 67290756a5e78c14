import { useState } from 'react'
import { Link } from 'react-router'
import type { CompletionRefusal, EnrolmentRefusal } from '#storage/vault/vault.ts'
import { enrol } from '#text/nb/enrol.ts'
import { signIn } from '#text/nb/sign-in.ts'
import type { Session } from '../../api.ts'
import { useOpened } from '../../device/use-opened.ts'
import { useServices } from '../../services.ts'
import { Action } from '../../ui/Action.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { enrolEmployee } from './enrol-employee.ts'
import { formText } from '../../ui/form-text.ts'

/** One's own code, written twice. It never leaves the phone and cannot be had back. */
export function MakeCode({ session }: { session: Session }) {
  const services = useServices()
  const status = useOpened((core) => core.vault.status())
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const knownLabel = status?.device?.label ?? null

  async function submit(form: FormData) {
    const code = formText(form, 'code')
    const label = knownLabel ?? formText(form, 'label').trim()
    if (label === '') return setFault(enrol.missingLabel)
    if (code !== formText(form, 'again')) return setFault(enrol.codesDiffer)
    setBusy(true)
    const answer = await enrolEmployee({ session, code, label }, services)
    setBusy(false)
    if (!answer.ok) setFault(faultWords(answer.refusal))
  }

  return (
    <Screen
      kind="plain"
      title={enrol.title}
      above={signIn.asEmployee(session.employee.name)}
      under={enrol.meaning}
    >
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit(new FormData(event.currentTarget))
        }}
      >
        {knownLabel === null ? (
          <TextField label={enrol.label} help={enrol.labelHelp} name="label" autoComplete="off" />
        ) : null}
        <TextField
          label={enrol.code}
          help={enrol.codeMeaning}
          name="code"
          kind="password"
          autoComplete="new-password"
        />
        <TextField
          label={enrol.codeAgain}
          name="again"
          kind="password"
          autoComplete="new-password"
        />
        <p role="alert" className="field__fault">
          {fault}
        </p>
        <Action rank="primary" submits isBusy={isBusy} isDisabled={isBusy}>
          {isBusy ? enrol.makingCode : enrol.makeCode}
        </Action>
      </form>
      {knownLabel === null ? null : (
        <Link className="link" to="/">
          {enrol.toUnlock}
        </Link>
      )}
    </Screen>
  )
}

function faultWords(
  refusal: EnrolmentRefusal | CompletionRefusal | { kind: 'server'; text: string | null },
): string {
  return refusal.kind === 'server'
    ? (refusal.text ?? enrol.noNetwork)
    : enrol.codeRefused[refusal.kind]
}
