import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { enrol } from '#text/nb/screens/enrol.ts'
import type { Session } from '#app/online/api.ts'
import { Waiting } from '../../parts/Waiting.tsx'
import { paths } from '../../paths/paths.ts'
import { broughtRoot, keptFragment } from '../../paths/root-fragment.ts'
import { useServices } from '../../services/services.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useSession } from '../../services/use-session.ts'
import { Action } from '../../ui/Action.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { formText } from '../../ui/form-text.ts'
import { AwaitLeader } from './AwaitLeader.tsx'
import { type AwaitingApproval, enrolEmployee } from './enrol-employee.ts'
import { type EnrolFault, enrolFault, type FieldRefusal } from './enrol-fault.ts'
import { expectedServer, ServerCodeField } from './ServerCodeField.tsx'

/** Enrols the unlocked employee with a server that has a new root key. What she has written stays and is sent. */
export function EnrolAgainScreen() {
  const { employeeId } = useUnlocked()
  const session = useSession()
  const { hash } = useLocation()

  if (session === 'asking') return <Waiting />
  const isHers = session?.employee.id === employeeId
  return (
    <Screen kind="reading" title={enrol.again} under={enrol.againMeaning}>
      {session !== null && isHers ? (
        <AgainForm session={session} />
      ) : (
        <>
          <Notice
            kind="locked"
            title={session === null ? enrol.signInFirst : enrol.notYou(session.employee.name)}
            text={session === null ? enrol.signInFirstMeaning : enrol.notYouMeaning}
          />
          <Action to={`${paths.signIn.to({ returnTo: 'server' })}${keptFragment(hash)}`}>
            {enrol.signIn}
          </Action>
        </>
      )}
    </Screen>
  )
}

function AgainForm({ session }: { session: Session }) {
  const services = useServices()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const brought = broughtRoot(hash)
  const [fault, setFault] = useState<EnrolFault | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [awaited, setAwaited] = useState<AwaitingApproval | null>(null)
  const faultAt = (field: EnrolFault['field']) => (fault?.field === field ? fault.text : undefined)

  async function submit(form: FormData) {
    const expected = expectedServer(form, brought)
    if (expected === null) return setFault({ field: 'server', text: enrol.serverCodeUnreadable })
    setFault(null)
    setBusy(true)
    const { device } = await services.device.core().vault.status()
    const answer = await enrolEmployee(
      {
        session,
        expected,
        code: formText(form, 'code'),
        label: device?.label ?? '',
        replace: 'newServer',
      },
      services,
    )
    setBusy(false)
    if (answer.ok) return goOn()
    if (answer.refusal.kind === 'awaitingApproval') return setAwaited(answer.refusal)
    show(answer.refusal)
  }

  function goOn() {
    void navigate(paths.enrol.to(), { replace: true })
  }

  function show(refusal: FieldRefusal) {
    setFault(enrolFault(refusal))
  }

  return (
    <>
      {awaited === null ? null : (
        <AwaitLeader
          awaited={awaited}
          form="again"
          onEnrolled={goOn}
          onBack={(refusal) => {
            setAwaited(null)
            if (refusal !== null) show(refusal)
          }}
        />
      )}
      {/* Hidden, not gone, while a leader is waited for: what she has typed stays in its fields. */}
      <div hidden={awaited !== null}>
        <Form
          submit={isBusy ? enrol.againBusy : enrol.againSubmit}
          isBusy={isBusy}
          fault={faultAt(null) ?? faultAt('password') ?? null}
          onSubmit={(form) => void submit(form)}
        >
          <TextField
            label={enrol.yourCode}
            isRequired
            help={enrol.yourCodeHelp}
            fault={faultAt('code')}
            name="code"
            kind="password"
            autoComplete="current-password"
          />
          <ServerCodeField brought={brought} fault={faultAt('server')} />
        </Form>
        {fault?.field === 'password' ? (
          <Action
            rank="second"
            to={`${paths.signIn.to({ returnTo: 'server' })}${keptFragment(hash)}`}
          >
            {enrol.signIn}
          </Action>
        ) : null}
      </div>
    </>
  )
}
