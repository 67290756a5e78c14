import { useState } from 'react'
import { Link } from 'react-router'
import { enrol } from '#text/nb/screens/enrol.ts'
import { signIn } from '#text/nb/screens/sign-in.ts'
import type { Session } from '#app/online/api.ts'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { deviceShape } from '../../ui/device-shape.ts'
import { Form } from '../../ui/Form.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { BroughtRoot } from '../../paths/root-fragment.ts'
import { AwaitLeader } from './AwaitLeader.tsx'
import { type AwaitingApproval, type EnrolOrder, enrolEmployee } from './enrol-employee.ts'
import { type EnrolFault, enrolFault, type FieldRefusal } from './enrol-fault.ts'
import { expectedServer, ServerCodeField } from './ServerCodeField.tsx'
import { formText } from '../../ui/form-text.ts'

type MakeCodeProps = {
  session: Session
  brought: BroughtRoot
  /** What the device is called by whoever enrolled on it first; null on a new one. */
  knownLabel: string | null
}

/** The employee makes her own code and types it twice. It never leaves the phone and cannot be recovered. */
export function MakeCode({ session, brought, knownLabel }: MakeCodeProps) {
  const services = useServices()
  const { username } = session.employee
  const [fault, setFault] = useState<EnrolFault | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [asksPassword, setAsksPassword] = useState(false)
  const [awaited, setAwaited] = useState<AwaitingApproval | null>(null)

  async function submit(form: FormData) {
    const code = formText(form, 'code')
    const label = knownLabel ?? formText(form, 'label').trim()
    if (label === '') return setFault({ field: 'label', text: enrol.missingLabel })
    if (code !== formText(form, 'again')) {
      return setFault({ field: 'again', text: enrol.codesDiffer })
    }
    const expected = expectedServer(form, brought)
    if (expected === null) return setFault({ field: 'server', text: enrol.serverCodeUnreadable })
    setFault(null)
    setBusy(true)
    const { password, ...typed } = { code, label, password: formText(form, 'password') }
    const refusal = (await signInAgain(password)) ?? (await makeCode({ ...typed, expected }))
    setBusy(false)
    if (refusal === null) return
    if (refusal.kind === 'awaitingApproval') return setAwaited(refusal)
    show(refusal)
  }

  function show(refusal: FieldRefusal) {
    // What she has typed stays in its fields: only the password is asked for.
    if (refusal.kind === 'signInAgain') setAsksPassword(true)
    setFault(enrolFault(refusal))
  }

  /** Null when she has signed in, or need not. */
  async function signInAgain(password: string) {
    if (!asksPassword) return null
    if (password === '') return { kind: 'wrongPassword', text: enrol.passwordAgain } as const
    const again = await services.api.signIn({ username, password })
    if (!again.ok) {
      const { refusal } = again
      const text = refusal.kind === 'unreachable' ? signIn.offline : refusal.text
      return { kind: 'wrongPassword', text } as const
    }
    setAsksPassword(false)
    return null
  }

  async function makeCode(input: Pick<EnrolOrder, 'code' | 'label' | 'expected'>) {
    const answer = await enrolEmployee({ session, ...input }, services)
    return answer.ok ? null : answer.refusal
  }

  const faultAt = (field: EnrolFault['field']) => (fault?.field === field ? fault.text : undefined)

  return (
    <Screen
      kind="plain"
      title={enrol.title}
      above={signIn.asEmployee(session.employee.name)}
      under={enrol.meaning}
    >
      {awaited === null ? null : (
        <AwaitLeader
          awaited={awaited}
          form="makeCode"
          onBack={(refusal) => {
            setAwaited(null)
            if (refusal !== null) show(refusal)
          }}
        />
      )}
      {/* Hidden, not gone, while a leader is waited for: what she has typed stays in its fields. */}
      <div hidden={awaited !== null}>
        <Form
          submit={isBusy ? enrol.makingCode : enrol.makeCode}
          isBusy={isBusy}
          fault={fault?.field === null ? fault.text : null}
          onSubmit={(form) => void submit(form)}
        >
          {knownLabel === null ? (
            <TextField
              label={enrol.label[deviceShape()]}
              isRequired
              help={enrol.labelHelp}
              fault={faultAt('label')}
              name="label"
              autoComplete="off"
            />
          ) : null}
          <TextField
            label={enrol.code}
            isRequired
            help={enrol.codeMeaning}
            fault={faultAt('code')}
            name="code"
            kind="password"
            autoComplete="new-password"
          />
          <TextField
            label={enrol.codeAgain}
            isRequired
            fault={faultAt('again')}
            name="again"
            kind="password"
            autoComplete="new-password"
          />
          <ServerCodeField brought={brought} fault={faultAt('server')} />
          {asksPassword ? (
            <TextField
              label={signIn.password}
              isRequired
              help={enrol.passwordAgain}
              fault={faultAt('password')}
              name="password"
              kind="password"
              autoComplete="current-password"
            />
          ) : null}
        </Form>
        {knownLabel === null ? null : (
          <Link className="link" to={paths.now.to()}>
            {enrol.toUnlock}
          </Link>
        )}
      </div>
    </Screen>
  )
}
