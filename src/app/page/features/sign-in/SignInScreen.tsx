import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { shell } from '#text/nb/screens/shell.ts'
import { signIn } from '#text/nb/screens/sign-in.ts'
import { lastEmployee } from '../../services/remembered/last-employee.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useServices } from '../../services/services.ts'
import { keptFragment } from '../../paths/root-fragment.ts'
import { paths, type ReturnPlace } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { formText } from '../../ui/form-text.ts'

/** Signing in to the server is for fetching and importing; reading the phone never waits for it. */
export function SignInScreen({ returnTo }: { returnTo?: ReturnPlace | undefined }) {
  const { api, device } = useServices()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const status = useOpened((core) => core.vault.status())
  const isEnrolled = (status?.employees.length ?? 0) > 0

  async function submit(form: FormData) {
    const username = formText(form, 'username').trim()
    const password = formText(form, 'password')
    if (username === '' || password === '') {
      setFault(signIn.missing)
      return
    }
    setBusy(true)
    const answer = await api.signIn({ username, password })
    setBusy(false)
    if (!answer.ok) {
      setFault(answer.refusal.kind === 'unreachable' ? signIn.offline : answer.refusal.text)
      return
    }
    const { employee } = answer.value
    const here = await device.core().vault.status()
    const mine = here.employees.find(({ employeeId }) => employeeId === employee.id)
    device.signedIn()
    if (mine === undefined || mine.erased)
      await navigate(`${paths.enrol.to()}${keptFragment(hash)}`)
    // Whoever signs in while the answers are another server's may have come to enrol again.
    else if (device.state().sync.server === 'unvouched') await navigate(paths.server.to())
    else await navigate(paths[returnTo ?? 'now'].to())
  }

  return (
    <Screen
      kind="plain"
      title={signIn.title}
      above={shell.appName}
      under={isEnrolled ? signIn.onceMore : signIn.meaning}
      foot={
        isEnrolled ? (
          <Action rank="second" to={paths.now.to()}>
            {signIn.back}
          </Action>
        ) : undefined
      }
    >
      {status !== undefined && !isEnrolled && lastEmployee.wasHere() ? (
        <Notice kind="failed" title={signIn.wiped} text={signIn.wipedText} />
      ) : null}
      <Form
        submit={isBusy ? signIn.busy : signIn.submit}
        isBusy={isBusy}
        fault={fault}
        onSubmit={(form) => void submit(form)}
      >
        <TextField label={signIn.username} name="username" autoComplete="username" />
        <TextField
          label={signIn.password}
          name="password"
          kind="password"
          autoComplete="current-password"
        />
      </Form>
    </Screen>
  )
}
