import { useEffect, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { codes } from '#text/nb/screens/keeping/codes.ts'
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
import { Opened } from '../../ui/focus/Opened.tsx'
import { formText } from '../../ui/form-text.ts'
import { useResumption } from './use-resumption.ts'

/** Whoever comes from a line that stands on every screen goes back to the screen that she was on. */
function useReturn(returnTo: ReturnPlace | undefined): () => void {
  const navigate = useNavigate()
  const { state } = useLocation()
  const isBack = typeof state === 'object' && state !== null && 'isBack' in state
  return () => void (isBack ? navigate(-1) : navigate(paths[returnTo ?? 'now'].to()))
}

/** Signing in to the server is for fetching and importing; reading the phone never waits for it. */
export function SignInScreen({ returnTo }: { returnTo?: ReturnPlace | undefined }) {
  const { api, device } = useServices()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const goBack = useReturn(returnTo)
  const attempt = useResumption()
  const [fault, setFault] = useState<string | null>(null)
  const [missing, setMissing] = useState<readonly string[]>([])
  const [isOther, setOther] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const status = useOpened((core) => core.vault.status())
  const isEnrolled = (status?.employees.length ?? 0) > 0
  const whom = attempt.kind === 'password' && !isOther ? attempt.whom : null
  const known = whom?.username === undefined ? null : { ...whom, username: whom.username }

  useEffect(() => {
    if (attempt.kind === 'resumed') goBack()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- Once, when her session is there.
  }, [attempt.kind])

  async function submit(form: FormData) {
    const username = known?.username ?? formText(form, 'username').trim()
    const password = formText(form, 'password')
    const lacks = Object.entries({ username, password }).filter(([, typed]) => typed === '')
    setMissing(lacks.map(([field]) => field))
    if (lacks.length > 0) {
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
    else goBack()
  }

  if (attempt.kind !== 'password') {
    return (
      <Screen kind="plain" title={signIn.title} above={shell.appName} busy>
        <Notice kind="waiting" title={signIn.resuming(nameOf(attempt))} />
      </Screen>
    )
  }
  const faultAt = (field: string) => (missing.includes(field) ? signIn.fillIn : undefined)
  return (
    <Screen
      kind="plain"
      title={signIn.title}
      above={shell.appName}
      under={
        known !== null
          ? signIn.passwordOf(known.author.name)
          : isEnrolled
            ? signIn.onceMore
            : signIn.meaning
      }
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
      <Opened key={known?.username ?? ''}>
        <Form
          submit={isBusy ? signIn.busy : signIn.submit}
          isBusy={isBusy}
          fault={fault}
          onSubmit={(form) => void submit(form)}
        >
          {known === null ? (
            <TextField
              label={signIn.username}
              isRequired
              fault={faultAt('username')}
              name="username"
              autoComplete="username"
            />
          ) : (
            <p>
              {signIn.asUsername(known.username)}{' '}
              <button type="button" className="link" onClick={() => setOther(true)}>
                {signIn.asOther}
              </button>
            </p>
          )}
          <TextField
            label={signIn.password}
            isRequired
            fault={faultAt('password')}
            name="password"
            kind="password"
            autoComplete="current-password"
          />
        </Form>
      </Opened>
      <p>
        <Link className="link" to={`${paths.firstCode.to()}${keptFragment(hash)}`}>
          {codes.toFirst}
        </Link>
      </p>
    </Screen>
  )
}

function nameOf(attempt: { kind: 'resumed' } | { kind: 'trying'; name: string | null }) {
  return attempt.kind === 'trying' ? attempt.name : null
}
